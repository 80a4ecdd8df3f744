import {isLine, pageOf, type SearchEntry} from './entry';

type ResultKind = 'endpoints' | 'guides' | 'fields' | 'errors';

/** The best results of all kinds, or the others of one kind; the best first. */
export interface ResultGroup {
  readonly kind: 'best' | ResultKind;
  readonly results: readonly SearchEntry[];
}

const BEST = 3;
/** How many others of each kind there are, so that no kind hides the next. */
const MOST_OF_A_KIND = 4;

/**
 * The best results, then the others by kind, the kind of the next best first. An endpoint occurs once, however many
 * sections of its page match: it leads to the best of them, and a line of an index that names it is left out.
 *
 * @param endpoints - Operations, each with the text at the start of its page, by the path of that page.
 */
export function resultGroups(
  found: readonly SearchEntry[],
  endpoints: ReadonlyMap<string, SearchEntry>,
): readonly ResultGroup[] {
  const results = new Map<string, {readonly kind: ResultKind; readonly result: SearchEntry}>();
  const names = new Set([...endpoints.values()].map(({title}) => title));
  for (const entry of found.filter(({kind, title}) => kind !== 'row' || !names.has(title))) {
    const endpoint = endpoints.get(pageOf(entry));
    const kind = kindOf(entry, endpoint !== undefined);
    const result = kind === 'endpoints' && endpoint ? endpointResult(entry, endpoint) : entry;
    const key = [kind, ...whatIsFound(result)].join('\n');
    if (!results.has(key)) {
      results.set(key, {kind, result});
    }
  }
  const ranked = [...results.values()];
  const others = new Map<ResultKind, SearchEntry[]>();
  for (const {kind, result} of ranked.slice(BEST)) {
    others.set(kind, [...(others.get(kind) ?? []), result]);
  }
  const best = ranked.slice(0, BEST).map(({result}) => result);
  return [
    ...(best.length === 0 ? [] : [{kind: 'best' as const, results: best}]),
    ...[...others].map(([kind, all]) => ({kind, results: all.slice(0, MOST_OF_A_KIND)})),
  ];
}

/** Lines that many pages repeat, such as a header of every response, occur once; so does an endpoint, by its page. */
function whatIsFound(result: SearchEntry): readonly string[] {
  return isLine(result) ? [result.title, result.text] : [result.operation ? pageOf(result) : result.url];
}

function kindOf(entry: SearchEntry, isOfEndpoint: boolean): ResultKind {
  switch (entry.kind) {
    case 'operation':
      return 'endpoints';
    case 'field':
      return 'fields';
    case 'section':
    case 'row':
      if (isStatus(entry.title) || isStatus(entry.text)) {
        return 'errors';
      }
      return isOfEndpoint ? (entry.kind === 'row' ? 'fields' : 'endpoints') : 'guides';
  }
}

/** Whether a text starts with an error status: `409`, `409. Another user …`, `409 Conflict`. */
function isStatus(text: string): boolean {
  return /^[45](?:\d\d|XX)(?:$|[ .])/u.test(text);
}

/** An operation, as a result on its page describes it. */
function endpointResult({kind, title, text, url}: SearchEntry, operation: SearchEntry): SearchEntry {
  return kind === 'operation' || url === operation.url
    ? operation
    : {...operation, url, text: `${title}: ${text}`};
}
