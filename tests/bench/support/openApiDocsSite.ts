import {mkdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

import {installPackages} from './installPackages';

export const openApiDocsVersion = '5.2.0';

/** On the Docusaurus that this site has. */
const packages = {
  '@docusaurus/core': '3.10.2',
  '@docusaurus/faster': '3.10.2',
  '@docusaurus/preset-classic': '3.10.2',
  'docusaurus-plugin-openapi-docs': openApiDocsVersion,
  'docusaurus-theme-openapi-docs': openApiDocsVersion,
  react: '19.3.1',
  'react-dom': '19.3.1',
};

/** As its guide says, with the same faster builds as this site has. */
const configuration = `module.exports = {
  title: 'An API',
  url: 'http://localhost',
  baseUrl: '/',
  onBrokenLinks: 'ignore',
  onBrokenAnchors: 'ignore',
  future: {v4: true, faster: true},
  presets: [['classic', {
    docs: {routeBasePath: '/', sidebarPath: './sidebars.js', docItemComponent: '@theme/ApiItem'},
    blog: false,
    pages: false,
  }]],
  plugins: [['docusaurus-plugin-openapi-docs', {
    id: 'api',
    docsPluginId: 'classic',
    config: {api: {specPath: 'openapi.yaml', outputDir: 'docs/api', sidebarOptions: {groupPathsBy: 'tag'}}},
  }]],
  themes: ['docusaurus-theme-openapi-docs'],
};
`;

/** The sidebar is there only once the pages are generated, and generating them reads this file already. */
const sidebars = `const {existsSync} = require('node:fs');
module.exports = {api: existsSync(__dirname + '/docs/api/sidebar.ts') ? require('./docs/api/sidebar.ts').default : []};
`;

/** The commands of Docusaurus that then build the site, in their order. */
export const openApiDocsCommands = [['gen-api-docs', 'all'], ['build']] as const;

/** Writes a site of docusaurus-openapi-docs for a document, whose pages will be below `/api/`, with nothing of an earlier one. */
export async function writeOpenApiDocsSite(folder: string, document: string): Promise<void> {
  await installPackages(folder, packages);
  for (const left of ['docs', 'build', '.docusaurus']) {
    await rm(join(folder, left), {recursive: true, force: true});
  }
  await mkdir(join(folder, 'docs'));
  await writeFile(join(folder, 'openapi.yaml'), document);
  await writeFile(join(folder, 'docusaurus.config.js'), configuration);
  await writeFile(join(folder, 'sidebars.js'), sidebars);
}
