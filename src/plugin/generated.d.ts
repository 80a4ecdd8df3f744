import type {Api, Operation} from '../api/operation';

/** What the catalog says of an operation without loading it. */
export type CatalogEntry = Pick<Operation, 'id' | 'method' | 'path' | 'summary' | 'servers'> & {
  /** The URL path of the page that documents the operation, with the site's base URL. */
  readonly permalink?: string;
};

declare module '@generated/openapi/default/catalog.js' {
  /** All operations, in the document's order. */
  export const operations: readonly CatalogEntry[];
  /** Loads one operation, a chunk of its own. Rejects for an unknown id and when the chunk cannot be fetched. */
  export function loadOperation(id: string): Promise<Operation>;
  /** Loads the whole document: for the mock in the page, and only when it is opened. */
  export function loadApi(): Promise<Api>;
}
