/** What can be found: an operation, a section of a page, a field that a reference lists, or a row of a table. Plain JSON. */
export interface SearchEntry {
  readonly kind: 'operation' | 'section' | 'field' | 'row';
  /** Path and fragment, with the site's base URL. */
  readonly url: string;
  /** The title of the page. */
  readonly page: string;
  /** The name of the entry: a heading, a field, the first cell of a row (`409`), or an operation's summary. */
  readonly title: string;
  readonly text: string;
  /** For an operation. */
  readonly operation?: {
    readonly id: string;
    readonly method: string;
    /** As on the page, and in full on the first server: `/users` and `/v1/users`. */
    readonly paths: readonly string[];
  };
}

/** In characters. Questions are shorter, and a long text pasted by mistake would block the page. */
export const LONGEST_QUERY = 200;

/** The path of the page that an entry is on, without the fragment. */
export function pageOf({url}: SearchEntry): string {
  return url.replace(/#.*$/su, '');
}

/** Whether an entry is a line of a list or table. A page of an API has many. */
export function isLine({kind}: SearchEntry): boolean {
  return kind === 'field' || kind === 'row';
}
