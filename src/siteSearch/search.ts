import MiniSearch from 'minisearch';
import {stemmer} from 'stemmer';

import type {SearchEntry} from './entry';

/** Finds entries, the best first. */
export type Search = (query: string) => readonly SearchEntry[];

/** Words that questions are made of and that tell no page from another. */
const stopWords = new Set(
  'a an and are as at be by can could do does for from has have how i if in into is it its let me mean means my of on or should so that the their them then there this to was we what when where which who why will with would you your'.split(
    ' ',
  ),
);

const most = 12;

/**
 * Makes entries searchable. Paths and operation ids typed as they are come first; then words by their stems, with what is
 * still being typed taken for a beginning, and small slips forgiven.
 */
export function createSearch(entries: readonly SearchEntry[]): Search {
  const index = new MiniSearch<SearchEntry & {readonly key: number}>({
    idField: 'key',
    fields: ['title', 'page', 'text', 'names'],
    extractField: (entry, field) => {
      switch (field) {
        case 'key':
          return String(entry.key);
        case 'names':
          return namesOf(entry).join(' ');
        case 'title':
        case 'page':
        case 'text':
          return entry[field];
        default:
          return '';
      }
    },
    // Also by the words of an identifier: `next_cursor`, `createUser`, `X-RateLimit-Limit`.
    tokenize: text => text.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u),
    processTerm: term => {
      const word = term.toLowerCase();
      return word === '' || stopWords.has(word) ? null : stemmer(word);
    },
    searchOptions: {
      boost: {title: 4, names: 3, page: 2.5, text: 1},
      prefix: (_, index, terms) => index === terms.length - 1,
      fuzzy: term => (term.length > 4 ? 0.2 : false),
      weights: {prefix: 0.5, fuzzy: 0.2},
      // A page of an API has many rows: prose that says the same says more.
      boostDocument: key => (entries[Number(key)]?.kind === 'row' ? 0.6 : 1),
    },
  });
  index.addAll(entries.map((entry, key) => ({...entry, key})));

  return query => {
    const exact = entries.filter(entry => isExact(entry, query));
    const found = index.search(query).flatMap(({id}) => entries[Number(id)] ?? []);
    return firstOfEach([...exact, ...found]).slice(0, most);
  };
}

function namesOf({operation}: SearchEntry): readonly string[] {
  return operation ? [operation.id, operation.method, ...operation.paths] : [];
}

/** `createUser`, `/users`, `POST /v1/users`: what names one operation. */
function isExact({operation}: SearchEntry, query: string): boolean {
  const typed = query.trim().toLowerCase().replace(/\s+/g, ' ');
  return (
    operation !== undefined &&
    (operation.id.toLowerCase() === typed ||
      operation.paths.some(path =>
        [path, `${operation.method} ${path}`].some(name => name.toLowerCase() === typed),
      ))
  );
}

/** Rows that say the same on many pages, such as a header of every answer, are found once. */
function firstOfEach(entries: readonly SearchEntry[]): readonly SearchEntry[] {
  const seen = new Set<string>();
  return entries.filter(({kind, url, title, text}) => {
    const said = JSON.stringify(kind === 'row' ? [title, text] : [kind, url]);
    return !seen.has(said) && seen.add(said);
  });
}
