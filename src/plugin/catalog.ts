import {createHash} from 'node:crypto';

import type {Operation} from '../api/operation';
import type {CatalogEntry} from './catalogEntry';

/** The file of an operation's data. */
export function operationFile(id: string): string {
  return `operations/${fileName(id)}`;
}

/** The file of what its page says. */
export function referenceFile(id: string): string {
  return `references/${fileName(id)}`;
}

/** The file of what the page of a schema says. */
export function schemaFile(name: string): string {
  return `references/schemas/${fileName(name)}`;
}

/** Readable, and safe on every file system whatever the id holds. */
function fileName(id: string): string {
  const readable = id.replace(/[^\w-]+/g, '-').slice(0, 60);
  return `${readable}.${createHash('sha256').update(id).digest('hex').slice(0, 8)}.json`;
}

/** Source of the module that lists all operations in short. Its type is declared in generated.d.ts. */
export function catalogModule(
  operations: readonly Operation[],
  permalinks: ReadonlyMap<string, string>,
): string {
  const list = operations.map((operation): CatalogEntry => {
    const {id, method, path, query, summary, servers} = operation;
    const permalink = permalinks.get(id);
    return {
      id,
      method,
      path,
      ...(query && {query}),
      summary,
      servers,
      ...(permalink === undefined ? {} : {permalink}),
    };
  });
  return `export const operations = ${JSON.stringify(list, null, 2)};\n`;
}

/**
 * Source of the module through which the page loads an operation, a chunk for each. It grows with the document by a line an
 * operation, as it is fetched with the form. The mock's rules by hand are in the file named, if any.
 */
export function loadersModule(operations: readonly Operation[], mockRules: string | undefined): string {
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

export async function loadApi() {
  return (await import('./api.json')).default;
}

export async function loadMockRules() {
  return ${mockRules === undefined ? 'undefined' : `(await import(${JSON.stringify(mockRules)})).default`};
}
`;
}
