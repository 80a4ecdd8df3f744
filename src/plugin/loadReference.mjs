import {createHash} from 'node:crypto';
import {basename} from 'node:path';

/**
 * A loader of what the page of an operation says. Where pages are rendered, the module holds its HTML. The browser has
 * that already in a page that it was served; one that a link leads to within the site fetches it, before the page shows.
 * The bundler loads it itself, hence plain JavaScript.
 * @this {{getOptions(): {isServer: boolean, partsOf: string}, resourcePath: string, emitFile(name: string, content: string): void}}
 * @param {string} source
 */
export default function loadReference(source) {
  const {isServer, partsOf} = this.getOptions();
  const html = JSON.stringify(JSON.parse(source).map(part => part.html));
  const hash = createHash('sha256').update(html).digest('hex').slice(0, 8);
  const file = `assets/references/${basename(this.resourcePath, '.json')}.${hash}.json`;
  if (isServer) {
    return `import {readFileSync} from 'node:fs';
const parts = JSON.parse(readFileSync(${JSON.stringify(this.resourcePath)}, 'utf8'));
export default {name: ${JSON.stringify(file)}, parts};
`;
  }
  this.emitFile(file, html);
  return `import {partsOf} from ${JSON.stringify(partsOf)};
const name = ${JSON.stringify(file)};
export default {name, parts: await partsOf(name, __webpack_public_path__ + name)};
`;
}
