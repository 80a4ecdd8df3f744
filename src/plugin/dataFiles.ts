import {createHash} from '../mock/hash';

/**
 * Where the data of an operation is. A browser asks here too, for a file of the build: were each a chunk of the bundler's,
 * every page would carry a table of all.
 */
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
  return `${readable}.${createHash().add(id).toString()}.json`;
}

/** Loads the data of an operation from below an address. @throws Error for an unknown id, or when it cannot be fetched. */
export async function fetchOperation(id: string, below: string, version: string): Promise<unknown> {
  const url = `${below}${operationFile(id)}?v=${version}`;
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(
      `The data of the operation "${id}" could not be loaded: ${url} returned ${response.status}.`,
    );
  }
  return response.json();
}
