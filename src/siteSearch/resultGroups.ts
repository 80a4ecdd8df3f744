import {isLine, pageOf, type SearchEntry} from './entry';

/** Results of one kind, the best first. */
export interface ResultGroup {
  readonly kind: 'endpoints' | 'guides' | 'fields' | 'errors';
  readonly results: readonly SearchEntry[];
}

/** How many results there are at most; and of each kind, as long as other kinds have any. */
const MOST = 16;
const MOST_OF_A_KIND = 4;

/**
 * Results by kind, that of the best result first. An endpoint is there once, however many sections of its page were found:
 * it leads to the best of them, and the line of an index that names it adds nothing.
 *
 * @param endpoints Operations, each with what its page says first, by the path of that page.
 */
export function resultGroups(
  found: readonly SearchEntry[],
  endpoints: ReadonlyMap<string, SearchEntry>,
): readonly ResultGroup[] {
  const groups = new Map<ResultGroup['kind'], SearchEntry[]>();
  const seen = new Set<string>();
  const names = new Set([...endpoints.values()].map(({title}) => title));
  for (const entry of found.filter(({kind, title}) => kind !== 'row' || !names.has(title))) {
    const endpoint = endpoints.get(pageOf(entry));
    const kind = kindOf(entry, endpoint !== undefined);
    const result = kind === 'endpoints' && endpoint ? endpointResult(entry, endpoint) : entry;
    // Lines that say the same on many pages, such as a header of every response, are found once.
    const key = JSON.stringify([
      kind,
      ...(isLine(result) ? [result.title, result.text] : [result.operation ? pageOf(result) : result.url]),
    ]);
    if (!seen.has(key)) {
      seen.add(key);
      groups.set(kind, [...(groups.get(kind) ?? []), result]);
    }
  }
  const all = [...groups.values()];
  const first = all.flatMap(results => results.slice(0, MOST_OF_A_KIND));
  const others = all.flatMap(results => results.slice(MOST_OF_A_KIND));
  const shown = new Set([...first, ...others].slice(0, MOST));
  return [...groups].map(([kind, results]) => ({kind, results: results.filter(result => shown.has(result))}));
}

function kindOf(entry: SearchEntry, isOfEndpoint: boolean): ResultGroup['kind'] {
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

/** Whether a text begins with the status of an error: `409`, `409. Another user …`, `409 Conflict`. */
function isStatus(text: string): boolean {
  return /^[45](?:\d\d|XX)(?:$|[ .])/u.test(text);
}

/** An operation, as what was found of its page tells it. */
function endpointResult({kind, title, text, url}: SearchEntry, operation: SearchEntry): SearchEntry {
  return kind === 'operation' || url === operation.url
    ? operation
    : {...operation, url, text: `${title}: ${text}`};
}
