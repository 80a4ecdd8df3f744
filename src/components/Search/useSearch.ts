import useBaseUrl from '@docusaurus/useBaseUrl';
import {useEffect, useState} from 'react';

import type {PreparedSearch} from './prepareSearch';

/** One per page load: engine and index are loaded once, when a reader first opens the search. */
let prepared: Promise<PreparedSearch> | undefined;

/** The search with all parts of the index so far. */
let latest: PreparedSearch | undefined;
const listeners = new Set<(search: PreparedSearch) => void>();

function onGrowth(search: PreparedSearch): void {
  latest = search;
  listeners.forEach(tell => tell(search));
}

/**
 * The search, once it is loaded; undefined until then. An engine that does not load throws to the boundary around the
 * dialog.
 */
export function useSearch(): PreparedSearch | undefined {
  const base = useBaseUrl('/');
  const [search, setSearch] = useState<PreparedSearch>();
  const [failure, setFailure] = useState<{readonly error: unknown}>();
  useEffect(() => {
    let current = true;
    prepared ??= import('./prepareSearch').then(async ({prepareSearch}) => prepareSearch(base, onGrowth));
    prepared.then(
      found => {
        if (!found.pages) {
          // So that the next opening tries again.
          prepared = undefined;
        }
        if (current) {
          setSearch(latest ?? found);
          listeners.add(setSearch);
        }
      },
      (error: unknown) => {
        prepared = undefined;
        if (current) {
          setFailure({error});
        }
      },
    );
    return () => {
      current = false;
      listeners.delete(setSearch);
    };
  }, [base]);
  if (failure) {
    throw failure.error;
  }
  return search;
}
