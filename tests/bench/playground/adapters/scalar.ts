import type {Peer} from '../peer';
import {prepareStandalone} from '../standalone';

const version = '1.72.1';

export const scalar: Peer = {
  name: `Scalar ${version}`,
  prepare: document =>
    prepareStandalone(
      {
        packageName: '@scalar/api-reference',
        version,
        files: ['dist/browser/standalone.js'],
        body: `<div id="app"></div><script src="/standalone.js"></script>
<script>Scalar.createApiReference('#app', {url: '/openapi.yaml', withDefaultFonts: false})</script>`,
      },
      document,
    ),
  createUser: '/#tag/users/POST/users',
  listUsers: '/#tag/users/GET/users',
  sign: 'button:has-text("Test Request")',
  form: {
    open: page => page.getByRole('button', {name: /Test Request.*post \/users/i}).first(),
    field: '.cm-content[contenteditable="true"]',
  },
  code: {lacks: 'the samples of the page stay while the form, a dialog over them, is filled'},
  answer: {
    fill: page =>
      page
        .getByRole('button', {name: /Test Request.*get \/users/i})
        .first()
        .click(),
    send: page => page.getByRole('button', {name: /^Send/}).first(),
  },
};
