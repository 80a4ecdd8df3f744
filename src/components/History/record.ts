import type {Operation} from '../../api/operation';
import {outcomeOf, readHistory, withEntry, type HistoryEntry} from '../../client/history';
import type {Result} from '../../client/result';
import {recall} from '../useRemembered';
import {KEY, write} from './useHistoryEntries';

/** Tells requests of one millisecond apart. */
let sent = 0;

/** Adds a request of an operation that was sent, with how it ended. */
export function record(
  operation: Operation,
  entry: Omit<HistoryEntry, 'id' | 'outcome' | 'operation' | 'method'>,
  result: Result,
): void {
  const id = `${entry.time}-${sent++}`;
  const {id: name, method} = operation;
  const sentEntry = {...entry, id, operation: name, method, outcome: outcomeOf(result)};
  write(withEntry(readHistory(recall(KEY, 'tab')), sentEntry, operation));
}
