import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

import {run} from '../../../samples/support/runSample';
import {openApiDocsCommands, openApiDocsVersion, writeOpenApiDocsSite} from '../../support/openApiDocsSite';
import {caretInEmail, type Peer, type ServedDocument} from '../peer';
import {FOLDER} from '../standalone';

async function buildSite({text}: ServedDocument): Promise<string> {
  const folder = join(FOLDER, 'docusaurus');
  const build = join(folder, 'build');
  const built = await readFile(join(build, 'openapi.yaml'), 'utf8').catch(() => '');
  if (built === text) {
    return build;
  }
  await writeOpenApiDocsSite(folder, text);
  for (const command of openApiDocsCommands) {
    const docusaurus = join(folder, 'node_modules', '@docusaurus', 'core', 'bin', 'docusaurus.mjs');
    const {exitCode, stdout, stderr} = await run(
      [process.execPath, docusaurus, ...command],
      folder,
      {},
      600_000,
    );
    if (exitCode !== 0) {
      throw new Error(`docusaurus ${command.join(' ')} failed:\n${stdout}\n${stderr}`);
    }
  }
  await writeFile(join(build, 'openapi.yaml'), text);
  return build;
}

export const docusaurusOpenApi: Peer = {
  name: `docusaurus-openapi-docs ${openApiDocsVersion}`,
  prepare: buildSite,
  createUser: '/api/create-user',
  listUsers: '/api/list-users',
  sign: '.openapi-explorer__request-btn',
  form: {lacks: 'stands open in the page from the start'},
  code: {
    edit: page => caretInEmail(page.locator('.openapi-explorer__playground-editor')),
    sample: '.openapi-explorer__code-block',
  },
  answer: {
    fill: async page => {
      await page.getByPlaceholder('Bearer Token').fill('any');
    },
    send: page => page.getByRole('button', {name: 'Send API Request'}),
  },
};
