import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

import {run} from '../../../samples/support/runSample';
import {installPackages} from '../../support/installPackages';
import {caretInEmail, type Peer, type ServedDocument} from '../peer';
import {FOLDER} from '../standalone';

const version = '5.2.0';
const packages = {
  '@docusaurus/core': '3.10.2',
  '@docusaurus/faster': '3.10.2',
  '@docusaurus/preset-classic': '3.10.2',
  'docusaurus-plugin-openapi-docs': version,
  'docusaurus-theme-openapi-docs': version,
  react: '19.3.1',
  'react-dom': '19.3.1',
};

const config = `module.exports = {
  title: 'CloudIndex',
  url: 'http://localhost',
  baseUrl: '/',
  onBrokenLinks: 'ignore',
  future: {v4: true, faster: true},
  presets: [['classic', {
    docs: {routeBasePath: '/', sidebarPath: './sidebars.js', docItemComponent: '@theme/ApiItem'},
    blog: false,
    pages: false,
  }]],
  plugins: [['docusaurus-plugin-openapi-docs', {
    id: 'api',
    docsPluginId: 'classic',
    config: {api: {specPath: 'openapi.yaml', outputDir: 'docs', sidebarOptions: {groupPathsBy: 'tag'}}},
  }]],
  themes: ['docusaurus-theme-openapi-docs'],
};
`;
/** The sidebar is there only once the pages are generated, and generating them reads this file already. */
const sidebars = `const {existsSync} = require('node:fs');
module.exports = {api: existsSync(__dirname + '/docs/sidebar.ts') ? require('./docs/sidebar.ts').default : []};
`;

async function buildSite({text}: ServedDocument): Promise<string> {
  const folder = join(FOLDER, 'docusaurus');
  const build = join(folder, 'build');
  const built = await readFile(join(build, 'openapi.yaml'), 'utf8').catch(() => '');
  if (built === text) {
    return build;
  }
  await installPackages(folder, packages);
  await mkdir(join(folder, 'docs'), {recursive: true});
  await writeFile(join(folder, 'openapi.yaml'), text);
  await writeFile(join(folder, 'docusaurus.config.js'), config);
  await writeFile(join(folder, 'sidebars.js'), sidebars);
  for (const command of [['clean-api-docs', 'all'], ['gen-api-docs', 'all'], ['build']]) {
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
  name: `docusaurus-openapi-docs ${version}`,
  prepare: buildSite,
  createUser: '/create-user',
  listUsers: '/list-users',
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
