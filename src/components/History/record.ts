import {outcomeOf, readHistory, withEntry, type HistoryEntry} from '../../client/history';
import type {Result} from '../../client/result';
import {recall} from '../useRemembered';
import {KEY, write} from './useHistoryEntries';

/** Tells requests of one millisecond apart. */
let sent = 0;

/** Adds a request that was sent, with how it ended. */
export function record(entry: Omit<HistoryEntry, 'id' | 'outcome'>, result: Result): void {
  const id = `${entry.time}-${sent++}`;
  write(withEntry(readHistory(recall(KEY, 'tab')), {...entry, id, outcome: outcomeOf(result)}));
}
