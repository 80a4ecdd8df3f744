/** The modules that the plugin writes; a file without imports of its own, so that this declares them. */
declare module '@generated/openapi/default/catalog.js' {
  import type {CatalogEntry} from '@site/src/plugin/catalogEntry';

  /** All operations, in the document's order. */
  export const operations: readonly CatalogEntry[];
}

declare module '@generated/openapi/default/loaders.js' {
  import type {Api, Operation} from '@site/src/api/operation';
  import type {MockRules} from '@site/src/mock/rules';

  /** Loads one operation, a chunk of its own. Rejects for an unknown id and when the chunk cannot be fetched. */
  export function loadOperation(id: string): Promise<Operation>;
  /** Loads the whole document: for the mock in the page, and only when it is opened. */
  export function loadApi(): Promise<Api>;
  /** Loads the rules by hand that the site gives its mock, if it has any. */
  export function loadMockRules(): Promise<MockRules | undefined>;
}
