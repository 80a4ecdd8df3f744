import {operations} from '@generated/openapi/default/catalog.js';

import {serverUrl} from '../../api/serverUrl';
import type {SearchEntry} from '../../siteSearch/entry';
import {searchIndexFile, type IndexPart} from '../../siteSearch/indexFile';
import {createSearch, type Search} from '../../siteSearch/search';

export interface PreparedSearch extends Search {
  /** Whether the pages are searched too: their index is made by a build, and has to be loaded. */
  readonly pages: boolean;
}

/**
 * The search of the operations, and of the pages if their index can be loaded from below `base`. It resolves with the
 * first part of the index; `grown` is called with each further one.
 */
export async function prepareSearch(
  base: string,
  grown: (search: PreparedSearch) => void,
): Promise<PreparedSearch> {
  const first = await fetchPart(base, 0);
  const {find, at, add} = createSearch([...operationEntries(), ...(first?.entries ?? [])]);
  const addOthers = async (): Promise<void> => {
    for (let part = 1; part < (first?.parts ?? 0); part++) {
      const more = await fetchPart(base, part);
      if (more) {
        await add(more.entries);
        grown({find, at, pages: true});
      }
    }
  };
  void addOthers();
  return {find, at, pages: first !== undefined};
}

async function fetchPart(base: string, part: number): Promise<IndexPart | undefined> {
  try {
    const response = await fetch(base + searchIndexFile(part));
    if (!response.ok || !response.headers.get('content-type')?.includes('json')) {
      return undefined;
    }
    const fetched: IndexPart = await response.json();
    return fetched;
  } catch {
    return undefined;
  }
}

function operationEntries(): readonly SearchEntry[] {
  return operations.flatMap(({id, method, path, summary, servers, permalink}): SearchEntry[] => {
    const [server] = servers;
    const base = server ? serverUrl(server) : '';
    const whole = URL.canParse(base) ? new URL(base).pathname.replace(/\/$/, '') + path : path;
    return permalink === undefined
      ? []
      : [
          {
            kind: 'operation',
            url: permalink,
            page: summary,
            title: summary,
            text: '',
            operation: {id, method, paths: [...new Set([path, whole])]},
          },
        ];
  });
}
