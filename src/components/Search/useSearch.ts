import useBaseUrl from '@docusaurus/useBaseUrl';
import {operations} from '@generated/openapi/default/catalog.js';
import {useEffect, useState} from 'react';

import {serverUrl} from '../../api/serverUrl';
import type {SearchEntry} from '../../siteSearch/entry';
import {searchIndexFile} from '../../siteSearch/indexFile';
import {createSearch, type Search} from '../../siteSearch/search';

export interface PreparedSearch {
  readonly find: Search;
  /** Whether the pages are searched too: their index is made by a build, and has to be fetched. */
  readonly pages: boolean;
}

/** One for the life of the page: the index is fetched once. */
let prepared: Promise<PreparedSearch> | undefined;

/** The search, once what it knows is here: undefined until then. */
export function useSearch(): PreparedSearch | undefined {
  const url = useBaseUrl(`/${searchIndexFile}`);
  const [search, setSearch] = useState<PreparedSearch>();
  useEffect(() => {
    let current = true;
    prepared ??= prepare(url);
    void prepared.then(found => {
      if (!found.pages) {
        // The next opening tries again.
        prepared = undefined;
      }
      if (current) {
        setSearch(found);
      }
    });
    return () => {
      current = false;
    };
  }, [url]);
  return search;
}

async function prepare(url: string): Promise<PreparedSearch> {
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
