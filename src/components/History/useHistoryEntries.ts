import {useCallback, useMemo} from 'react';

import {LARGEST_KEPT} from '../../client/compareEntries';
import {readHistory, storedHistory, type HistoryEntry} from '../../client/history';
import type {ResponseResult, Result} from '../../client/result';
import {recall, remember, useRemembered} from '../useRemembered';

export const HISTORY_STORAGE_KEY = 'playground.history';
const BODIES_KEY = 'playground.history.bodies';

export interface HistoryEntries {
  readonly entries: readonly HistoryEntry[];
  readonly keepBodies: boolean;
  readonly setKeepBodies: (keep: boolean) => void;
  readonly remove: (id: string) => void;
  readonly clear: () => void;
}

/**
 * The requests sent in this tab, newest first. Memory holds all of them; the tab's storage holds as much as the reader
 * chose.
 */
export function useHistoryEntries(): HistoryEntries {
  const [text] = useRemembered(HISTORY_STORAGE_KEY, 'tab');
  const [bodies, setBodies] = useRemembered(BODIES_KEY, 'tab');
  const entries = useMemo(() => readHistory(text), [text]);
  const keepBodies = bodies === 'keep';
  const setKeepBodies = useCallback(
    (keep: boolean) => {
      setBodies(keep ? 'keep' : undefined);
      write(readHistory(recall(HISTORY_STORAGE_KEY, 'tab')));
    },
    [setBodies],
  );
  return {
    entries,
    keepBodies,
    setKeepBodies,
    remove: id => write(entries.filter(entry => entry.id !== id)),
    clear: () => {
      answers.clear();
      remember(HISTORY_STORAGE_KEY, undefined, 'tab');
    },
  };
}

/** Saves the history. */
export function write(entries: readonly HistoryEntry[]): void {
  const keepBodies = recall(BODIES_KEY, 'tab') === 'keep';
  const kept = new Set(entries.map(({id}) => id));
  [...answers.keys()].filter(id => !kept.has(id)).forEach(id => answers.delete(id));
  remember(HISTORY_STORAGE_KEY, JSON.stringify(entries), 'tab', storedHistory(entries, keepBodies));
}

/**
 * The responses by the ids of their entries, until the page is closed: they may contain secrets, so they are never
 * stored.
 */
const answers = new Map<string, ResponseResult>();

/** Keeps the result of a request with its entry, unless it is too large. */
export function keepAnswer(id: string, result: Result): void {
  if (result.type === 'response' && result.size <= LARGEST_KEPT) {
    answers.set(id, result);
  }
}

/** The response of a history entry, if it was kept. */
export function answerOf(id: string): ResponseResult | undefined {
  return answers.get(id);
}
