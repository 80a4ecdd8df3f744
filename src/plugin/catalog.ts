import type {Api, Operation} from '../api/operation';
import {tagTitle} from '../api/tags';
import {createHash} from '../mock/hash';
import {operationFile} from './dataFiles';

/** What the catalog says of an operation without loading it. */
export type CatalogEntry = Pick<Operation, 'id' | 'method' | 'path' | 'query' | 'summary' | 'servers'> & {
  /** What readers call them. */
  readonly tags: readonly string[];
  /** The URL path of the page that documents the operation, with the site's base URL. */
  readonly permalink?: string;
};

/** Source of the module that lists all operations in short. Its type is declared in generated.d.ts. */
export function catalogModule(
  {operations, tags: declared}: Pick<Api, 'operations' | 'tags'>,
  permalinks: ReadonlyMap<string, string>,
): string {
  const titles = new Map(declared.map(tag => [tag.name, tagTitle(tag)]));
  const list = operations.map((operation): CatalogEntry => {
    const {id, method, path, query, summary, servers, tags} = operation;
    const permalink = permalinks.get(id);
    return {
      id,
      method,
      path,
      ...(query && {query}),
      summary,
      servers,
      tags: tags.map(name => titles.get(name) ?? name),
      ...(permalink === undefined ? {} : {permalink}),
    };
  });
  return `export const operations = ${JSON.stringify(list, null, 2)};\n`;
}

/** How a page gets at the data of operations. */
export interface LoaderOptions {
  /** The file with the mock's rules by hand, if any. */
  readonly mockRules: string | undefined;
  /** The module that fetches the files of a build; a development server has chunks of its bundler instead. */
  readonly fetchFrom?: string;
}

/**
 * Source of the module through which the page loads an operation. In a build it does not grow with the document; the files
 * are below `assets/`.
 */
export function loadersModule(
  operations: readonly Operation[],
  {mockRules, fetchFrom}: LoaderOptions,
): string {
  return `${fetchFrom === undefined ? chunkLoader(operations) : fileLoader(operations, fetchFrom)}
export async function loadApi() {
  return (await import('./api.json')).default;
}

export async function loadMockRules() {
  return ${mockRules === undefined ? 'undefined' : `(await import(${JSON.stringify(mockRules)})).default`};
}
`;
}

function fileLoader(operations: readonly Operation[], fetchFrom: string): string {
  const version = createHash().add(JSON.stringify(operations)).toString();
  return `import {fetchOperation} from ${JSON.stringify(fetchFrom)};

export function loadOperation(id) {
  return fetchOperation(id, __webpack_public_path__ + 'assets/', ${JSON.stringify(version)});
}
`;
}

function chunkLoader(operations: readonly Operation[]): string {
  const loaders = operations.map(
    ({id}) => `  [${JSON.stringify(id)}, () => import(${JSON.stringify(`./${operationFile(id)}`)})],`,
  );
  return `const loaders = new Map([
${loaders.join('\n')}
]);

export async function loadOperation(id) {
  const load = loaders.get(id);
  if (!load) {
    throw new Error(\`The OpenAPI document has no operation "\${id}".\`);
  }
  return (await load()).default;
}
`;
}
