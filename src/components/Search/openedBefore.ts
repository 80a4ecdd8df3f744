import {useMemo} from 'react';

import type {SearchEntry} from '../../siteSearch/entry';
import {useRemembered} from '../useRemembered';

const MOST = 5;

/**
 * The addresses that a reader opened from the search, newest first, with functions to add to and clear them. Queries
 * are not kept: a key may have been pasted by mistake.
 */
export function useOpenedBefore(): {
  readonly opened: readonly string[];
  readonly add: (entry: SearchEntry) => void;
  readonly forget: () => void;
} {
  const [stored, setStored] = useRemembered('search.opened', 'browser');
  const opened = useMemo(() => addressesIn(stored), [stored]);
  return {
    opened,
    add: ({url}) => setStored(JSON.stringify([url, ...opened.filter(other => other !== url)].slice(0, MOST))),
    forget: () => setStored(undefined),
  };
}

/** Empty if the stored value was not written by this site. */
function addressesIn(stored: string | undefined): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(parsed) ? parsed.filter(url => typeof url === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}
