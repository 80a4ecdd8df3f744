import useBaseUrl from '@docusaurus/useBaseUrl';
import {useEffect, useState} from 'react';

import {searchIndexFile} from '../../siteSearch/indexFile';
import type {PreparedSearch} from './prepareSearch';

/** One for the life of the page: the engine and the index are fetched once, when a reader first opens the search. */
let prepared: Promise<PreparedSearch> | undefined;

/**
 * The search, once what it knows is here: undefined until then. An engine that does not load is thrown to the boundary
 * around the dialog.
 */
export function useSearch(): PreparedSearch | undefined {
  const url = useBaseUrl(`/${searchIndexFile}`);
  const [search, setSearch] = useState<PreparedSearch>();
  const [failure, setFailure] = useState<{readonly error: unknown}>();
  useEffect(() => {
    let current = true;
    prepared ??= import('./prepareSearch').then(async ({prepareSearch}) => prepareSearch(url));
    prepared.then(
      found => {
        if (!found.pages) {
          // The next opening tries again.
          prepared = undefined;
        }
        if (current) {
          setSearch(found);
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
    };
  }, [url]);
  if (failure) {
    throw failure.error;
  }
  return search;
}
