import type {Operation} from '../api/operation';

/** What the catalog says of an operation without loading it. */
export type CatalogEntry = Pick<Operation, 'id' | 'method' | 'path' | 'query' | 'summary' | 'servers'> & {
  /** What readers call them. */
  readonly tags: readonly string[];
  /** The URL path of the page that documents the operation, with the site's base URL. */
  readonly permalink?: string;
};
