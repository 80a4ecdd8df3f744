/** What can be found: a section of a page, a row of one of its tables, or an operation. Plain JSON. */
export interface SearchEntry {
  readonly kind: 'operation' | 'section' | 'row';
  /** Path and fragment, with the site's base URL. */
  readonly url: string;
  /** The title of the page. */
  readonly page: string;
  /** What names the entry: a heading, the first cell of a row (`409`, `email`), or an operation's summary. */
  readonly title: string;
  readonly text: string;
  /** For an operation. */
  readonly operation?: {
    readonly id: string;
    readonly method: string;
    /** As on the page, and as a whole on the first server: `/users` and `/v1/users`. */
    readonly paths: readonly string[];
  };
}

/** In characters. Questions are shorter, and what was pasted by mistake would keep the page busy. */
export const LONGEST_QUERY = 200;
