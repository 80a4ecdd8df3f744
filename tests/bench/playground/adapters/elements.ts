import {caretInEmail, type Peer} from '../peer';
import {prepareStandalone} from '../standalone';

const version = '9.0.25';

export const elements: Peer = {
  name: `Elements ${version}`,
  prepare: document =>
    prepareStandalone(
      {
        packageName: '@stoplight/elements',
        version,
        files: ['web-components.min.js', 'styles.min.css'],
        body: `<link rel="stylesheet" href="/styles.min.css"><elements-api apiDescriptionUrl="/openapi.yaml" router="hash"></elements-api>
<script src="/web-components.min.js"></script>`,
      },
      document,
    ),
  createUser: '/#/operations/createUser',
  listUsers: '/#/operations/listUsers',
  sign: 'button:has-text("Send API Request")',
  form: {lacks: 'stands open in the page from the start'},
  code: {
    edit: page => caretInEmail(page.locator('textarea[class*="code-editor"]')),
    sample: '[aria-label="Code example"], .sl-code-viewer',
  },
  answer: {
    fill: async page => {
      await page.getByPlaceholder('123').fill('any');
    },
    send: page => page.getByRole('button', {name: 'Send API Request'}),
  },
};
