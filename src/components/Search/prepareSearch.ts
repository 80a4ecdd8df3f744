import {operations} from '@generated/openapi/default/catalog.js';

import {serverUrl} from '../../api/serverUrl';
import type {SearchEntry} from '../../siteSearch/entry';
import {createSearch, type Search} from '../../siteSearch/search';

export interface PreparedSearch {
  readonly find: Search;
  /** Whether the pages are searched too: their index is made by a build, and has to be fetched. */
  readonly pages: boolean;
}

/** The search of the operations, and of the pages where their index at `url` can be fetched. */
export async function prepareSearch(url: string): Promise<PreparedSearch> {
  const pages = await fetchEntries(url);
  return {find: createSearch([...operationEntries(), ...(pages ?? [])]), pages: pages !== undefined};
}

async function fetchEntries(url: string): Promise<readonly SearchEntry[] | undefined> {
  try {
    const response = await fetch(url);
    if (!response.ok || !response.headers.get('content-type')?.includes('json')) {
      return undefined;
    }
    const entries: readonly SearchEntry[] = await response.json();
    return entries;
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
