import {useCallback, useMemo} from 'react';

import {readHistory, storedHistory, type HistoryEntry} from '../../client/history';
import {recall, remember, useRemembered} from '../useRemembered';

export const KEY = 'cloudindex.history';
const BODIES_KEY = 'cloudindex.history.bodies';

export interface HistoryEntries {
  readonly entries: readonly HistoryEntry[];
  readonly keepBodies: boolean;
  readonly setKeepBodies: (keep: boolean) => void;
  readonly remove: (id: string) => void;
  readonly clear: () => void;
}

/** The requests sent in this tab, newest first. Memory holds them whole; the tab's storage as much as the reader chose. */
export function useHistoryEntries(): HistoryEntries {
  const [text] = useRemembered(KEY, 'tab');
  const [bodies, setBodies] = useRemembered(BODIES_KEY, 'tab');
  const entries = useMemo(() => readHistory(text), [text]);
  const keepBodies = bodies === 'keep';
  const setKeepBodies = useCallback(
    (keep: boolean) => {
      setBodies(keep ? 'keep' : undefined);
      write(readHistory(recall(KEY, 'tab')));
    },
    [setBodies],
  );
  return {
    entries,
    keepBodies,
    setKeepBodies,
    remove: id => write(entries.filter(entry => entry.id !== id)),
    clear: () => remember(KEY, undefined, 'tab'),
  };
}

/** Keeps a history. */
export function write(entries: readonly HistoryEntry[]): void {
  const keepBodies = recall(BODIES_KEY, 'tab') === 'keep';
  remember(KEY, JSON.stringify(entries), 'tab', storedHistory(entries, keepBodies));
}
