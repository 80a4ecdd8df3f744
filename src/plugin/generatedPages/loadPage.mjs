import {relative} from 'node:path';

/**
 * A loader of pages that are generated, in place of MDX's: a module that makes the page from its data, which the plugin has
 * written. Where pages are rendered the data are read then, and do not pass through the bundler.
 * The bundler loads it itself, hence plain JavaScript.
 * @this {{getOptions(): {docs: string, data: string, createPage: string, isServer: boolean}, resourcePath: string}}
 */
export function pitch() {
  const {docs, data, createPage, isServer} = this.getOptions();
  const file = JSON.stringify(
    `${data}/${relative(docs, this.resourcePath)
      .replaceAll('\\', '/')
      .replace(/\.generated\.mdx$/, '.json')}`,
  );
  return `import {createPage} from ${JSON.stringify(createPage)};
${
  isServer
    ? `import {readFileSync} from 'node:fs';
const {page, parts} = JSON.parse(readFileSync(${file}, 'utf8'));`
    : `import written from ${file};
const {page, parts} = written;`
}
export default createPage(page, parts);
`;
}
