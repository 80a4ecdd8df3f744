import {credentialPlace} from '../../api/http/credentialPlace';
import type {Operation} from '../../api/operation';
import {outcomeOf, readHistory, withEntry, type HistoryEntry} from '../../client/history';
import type {Result} from '../../client/result';
import type {Credential} from '../../request/apiRequest';
import {recall} from '../useRemembered';
import {keepAnswer, HISTORY_STORAGE_KEY, write} from './useHistoryEntries';

/** Distinguishes requests of the same millisecond. */
let sent = 0;

/** Records a request of an operation and how it ended. Of its credentials, only the names of their headers are kept. */
export function record(
  operation: Operation,
  entry: Omit<HistoryEntry, 'id' | 'outcome' | 'operation' | 'method'>,
  credentials: readonly Credential[],
  result: Result,
): void {
  const id = `${entry.time}-${sent++}`;
  const {id: name, method} = operation;
  const leftOut = credentials.map(credential => credentialPlace(credential).name);
  keepAnswer(id, result);
  const sentEntry = {...entry, id, operation: name, method, leftOut, outcome: outcomeOf(result)};
  write(withEntry(readHistory(recall(HISTORY_STORAGE_KEY, 'tab')), sentEntry, operation));
}
