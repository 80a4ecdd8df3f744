import {isLine, type SearchEntry} from './entry';

/**
 * The search index of the pages, in parts, so that a reader of a large site has first results before all parts have
 * loaded.
 */
export interface IndexPart {
  readonly entries: readonly SearchEntry[];
  /** How many parts there are. */
  readonly parts: number;
}

/** The path of a part of the index, the first of which is 0, below the base URL of the site. */
export function searchIndexFile(part: number): string {
  return part === 0 ? 'search-index.json' : `search-index-${part}.json`;
}

/** In characters: about as much as a phone downloads and parses without a noticeable wait. */
const LENGTH_OF_A_PART = 400_000;

/**
 * The index in parts, pages and sections before lines of lists and tables; text that many pages repeat is in it once.
 */
export function indexParts(entries: readonly SearchEntry[]): readonly IndexPart[] {
  const said = new Set<string>();
  const different = entries.filter(entry => {
    const key = `${entry.title}\n${entry.text}`;
    return !isLine(entry) || (!said.has(key) && said.add(key));
  });
  const parts: SearchEntry[][] = [[]];
  let length = 0;
  for (const entry of [...different.filter(entry => !isLine(entry)), ...different.filter(isLine)]) {
    if (length > LENGTH_OF_A_PART) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(entry);
    length += JSON.stringify(entry).length;
  }
  return parts.map(part => ({entries: part, parts: parts.length}));
}
