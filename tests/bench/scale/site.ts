import {cp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join, parse} from 'node:path';

import {runDocusaurus, type Cost} from './docusaurus';

/** A site of pages made from a document, and beside them plain ones. */
export interface ScaleSite {
  readonly folder: string;
  /** The `src` folder that makes it. */
  readonly source: string;
  readonly document: string;
  /** Texts in Markdown, a page each. */
  readonly plainPages: readonly string[];
}

/** This site's configuration, whose links to its own pages may lead nowhere here, and for documents that have faults. */
const configuration = `import site from './site.config';

export default {
  ...site,
  onBrokenLinks: 'ignore',
  onBrokenAnchors: 'ignore',
  markdown: {...site.markdown, hooks: {onBrokenMarkdownLinks: 'ignore', onBrokenMarkdownImages: 'ignore'}},
};
`;

/** Writes a site and builds it in English, with nothing kept from before. */
export async function buildScaleSite({folder, source, document, plainPages}: ScaleSite): Promise<Cost> {
  await rm(folder, {recursive: true, force: true});
  await mkdir(join(folder, 'docs/plain'), {recursive: true});
  for (const part of ['i18n', 'static', 'sidebars.ts', 'locales.ts', 'package.json', '.browserslistrc']) {
    await cp(part, join(folder, part), {recursive: true});
  }
  await cp(source, join(folder, 'src'), {recursive: true});
  // The home page and the guides are this site's.
  await rm(join(folder, 'src/pages'), {recursive: true});
  for (const page of ['overview', 'errors']) {
    await cp(`docs/api/${page}.mdx`, join(folder, `docs/api/${page}.mdx`));
  }
  const guides = (await readdir('docs')).filter(name => name.endsWith('.mdx')).map(name => parse(name).name);
  const files = [
    ['docusaurus.config.ts', configuration],
    [
      'site.config.ts',
      (await readFile('docusaurus.config.ts', 'utf8')).replace('strict: true', 'strict: false'),
    ],
    ['static/openapi.yaml', document],
    // The sidebar names each guide.
    ...guides.map(name => [`docs/${name}.md`, `# ${name}\n\nA page.\n`] as const),
    ...plainPages.map((page, index) => [`docs/plain/page-${index}.md`, page] as const),
  ] as const;
  await Promise.all(files.map(([name, text]) => writeFile(join(folder, name), text)));
  return runDocusaurus(folder, ['build', '--locale', 'en']);
}
