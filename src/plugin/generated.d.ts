/** The modules that the plugin writes; a file without imports of its own, so that this declares them. */
declare module '@generated/openapi/default/catalog.js' {
  import type {CatalogEntry} from '@site/src/plugin/catalog';

  /** All operations, in the document's order. */
  export const operations: readonly CatalogEntry[];
}

declare module '@generated/openapi/default/tabLanguages.js' {
  import type {SampleLanguage} from '@site/src/snippets/sampleLanguage';

  /** The languages whose samples are in the page, in the order of the tabs. */
  export const tabLanguages: readonly SampleLanguage[];
}

declare module '@generated/openapi/default/moreLanguages.js' {
  import type {SampleLanguage} from '@site/src/snippets/sampleLanguage';

  /** The languages behind the tabs. `load` rejects when the language cannot be fetched. */
  export const moreLanguages: readonly (Pick<SampleLanguage, 'label' | 'highlight'> & {
    readonly load: () => Promise<SampleLanguage>;
  })[];
}

declare module '@generated/openapi/default/readers.js' {
  import type {SampleReader} from '@site/src/snippets/sampleLanguage';

  /** What reads the languages of the site. */
  export const readers: readonly SampleReader[];
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
