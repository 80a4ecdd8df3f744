import MiniSearch from 'minisearch';
import {stemmer} from 'stemmer';

import {alikeWords} from './alike';
import {LONGEST_QUERY, type SearchEntry} from './entry';

/** Finds entries, the best first. */
export type Search = (query: string) => readonly SearchEntry[];

/** A search to which entries are added. */
export interface GrowingSearch {
  readonly find: Search;
  /** Lets the browser breathe in between. */
  readonly add: (entries: readonly SearchEntry[]) => Promise<void>;
}

/** Words that questions are made of and that tell no page from another. */
const stopWords = new Set(
  'a an and are as at be by can could do does for from has have how i if in into is it its let me mean means my of on or should so that the their them then there this to was we what when where which who why will with would you your'.split(
    ' ',
  ),
);

const most = 12;

/** How words count that stand for those of a question: they are not what was asked. */
const lesser = {boostTerm: () => 0.5, prefix: false, fuzzy: false};

/**
 * Makes entries searchable. Paths, operation ids and statuses typed as they are come first; then words by their stems, with
 * what is still being typed taken for a beginning, small slips forgiven, and other words for the same thing counted too.
 */
export function createSearch(first: readonly SearchEntry[]): GrowingSearch {
  const entries = [...first];
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
    tokenize: wordsOf,
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

  const find: Search = typed => {
    const query = typed.slice(0, LONGEST_QUERY);
    const exact = entries.filter(entry => isExact(entry, query));
    const alike = alikeWords(wordsOf(query));
    const asked =
      alike.length === 0
        ? query
        : {combineWith: 'OR' as const, queries: [query, {queries: [alike.join(' ')], ...lesser}]};
    const found = index.search(asked).flatMap(({id}) => entries[Number(id)] ?? []);
    return firstOfEach([...exact, ...found]).slice(0, most);
  };
  return {
    find,
    async add(more) {
      const from = entries.length;
      entries.push(...more);
      await index.addAllAsync(more.map((entry, at) => ({...entry, key: from + at})));
    },
  };
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u);
}

function namesOf({operation}: SearchEntry): readonly string[] {
  return operation ? [operation.id, operation.method, ...operation.paths] : [];
}

/** `createUser`, `/users`, `POST /v1/users`, which name one operation, or `409`, where a section begins with it. */
function isExact({operation, kind, text}: SearchEntry, query: string): boolean {
  const typed = query.trim().toLowerCase().replace(/\s+/g, ' ');
  if (/^\d{3}$/.test(typed)) {
    return kind === 'section' && text.startsWith(`${typed}.`);
  }
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
