import MiniSearch from 'minisearch';
import {stemmer} from 'stemmer';

import {alikeWords} from './alike';
import {isLine, LONGEST_QUERY, type SearchEntry} from './entry';
import {resultGroups, type ResultGroup} from './resultGroups';

export interface Search {
  /** The results of a query, by kind, that of the best result first. */
  readonly find: (query: string) => readonly ResultGroup[];
  /** The operation or section at an address; undefined if none is known. */
  readonly at: (url: string) => SearchEntry | undefined;
}

/** A search to which entries are added. */
export interface GrowingSearch extends Search {
  /** Yields to the browser in between. */
  readonly add: (entries: readonly SearchEntry[]) => Promise<void>;
}

/** Words of questions that do not distinguish pages. */
const stopWords = new Set(
  'a an and are as at be by can could do does for from has have how i if in into is it its let me mean means my of on or should so that the their them then there this to was we what when where which who why will with would you your'.split(
    ' ',
  ),
);

/** The maximum number of results that are considered for each kind. */
const most = 100;

/** Synonyms weigh less than the words that were asked for. */
const lesser = {boostTerm: () => 0.5, prefix: false, fuzzy: false};

/**
 * Makes entries searchable. Paths, operation ids and statuses that match exactly come first; then words by their stems,
 * with the last one as a prefix, typos tolerated, and synonyms included.
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
      // API pages have many rows: prose that says the same is more useful.
      boostDocument: key => (isLineAt(key) ? 0.6 : 1),
    },
  });
  index.addAll(entries.map((entry, key) => ({...entry, key})));

  const places = new Map<string, SearchEntry>();
  const endpoints = new Map<string, SearchEntry>();
  place(entries);

  function isLineAt(key: unknown): boolean {
    const entry = entries[Number(key)];
    return entry !== undefined && isLine(entry);
  }

  function place(more: readonly SearchEntry[]): void {
    for (const entry of more.filter(line => !isLine(line))) {
      const {kind, url, text} = entry;
      const endpoint = endpoints.get(url);
      if (kind === 'operation') {
        endpoints.set(url, entry);
      } else if (endpoint?.text === '') {
        endpoints.set(url, {...endpoint, text});
      } else if (!places.has(url)) {
        places.set(url, entry);
      }
    }
  }

  const find: Search['find'] = typed => {
    const query = typed.slice(0, LONGEST_QUERY);
    const exact = entries.filter(entry => isExact(entry, query));
    const alike = alikeWords(wordsOf(query));
    const asked =
      alike.length === 0
        ? query
        : {combineWith: 'OR' as const, queries: [query, {queries: [alike.join(' ')], ...lesser}]};
    const found = index.search(asked).flatMap(({id}) => entries[Number(id)] ?? []);
    return resultGroups([...exact, ...found].slice(0, most), endpoints);
  };
  return {
    find,
    at: url => endpoints.get(url) ?? places.get(url),
    async add(more) {
      const from = entries.length;
      entries.push(...more);
      place(more);
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

/** `createUser`, `/users`, `POST /v1/users`, which name one operation, or `409`, with which a section starts. */
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
