import {isObject} from '../api/json';
import type {Operation} from '../api/operation';
import {encodeAll} from '../request/percentEncoding';
import {readValues} from '../request/share/readValues';
import {parameterName, type RequestValues} from '../request/values';
import {withoutSecrets} from '../request/secrets/withoutSecrets';
import type {Result} from './result';

/** A request that was sent in this tab: the values to fill it in again, and its result. It contains no key. */
export interface HistoryEntry {
  readonly id: string;
  /** When it was sent, in milliseconds since 1970. */
  readonly time: number;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** The name of the server that the reader chose. */
  readonly server: string;
  /** The id of that server, and the URL of a custom one. */
  readonly serverId: string;
  readonly customUrl?: string;
  readonly outcome: HistoryOutcome;
  readonly values: RequestValues;
  /** The names of values that were left out because they may be keys, such as `Authorization`. */
  readonly leftOut?: readonly string[];
  /** Whether a reload has lost the bodies, which were not stored. */
  readonly bodiesForgotten?: boolean;
}

export type HistoryOutcome =
  | {readonly type: 'status'; readonly status: number; readonly durationMs: number}
  | {readonly type: 'failure'; readonly title: string}
  | {readonly type: 'aborted'};

/** How many requests are kept. */
export const HISTORY_LENGTH = 50;

/** The result of a request, for the history. */
export function outcomeOf(result: Result): HistoryOutcome {
  switch (result.type) {
    case 'response':
      return {type: 'status', status: result.status, durationMs: Math.round(result.durationMs)};
    case 'failure':
      return {type: 'failure', title: result.title};
    case 'aborted':
      return {type: 'aborted'};
  }
}

/** The history with one more request of an operation, newest first. */
export function withEntry(
  entries: readonly HistoryEntry[],
  entry: HistoryEntry,
  operation?: Operation,
): readonly HistoryEntry[] {
  const {values, secrets} = withoutSecrets(entry.values, operation);
  const path = Object.entries(entry.values.parameters)
    .filter(([key]) => key.startsWith('path.') && values.parameters[key] === undefined)
    .reduce(
      (rest, [key, text]) => rest.replaceAll(encodeAll(text.toWellFormed()), `{${parameterName(key)}}`),
      entry.path,
    );
  const names = [...new Set([...(entry.leftOut ?? []), ...secrets.map(({name}) => name)])];
  const cleaned = {...entry, path, values, ...(names.length === 0 ? {} : {leftOut: names})};
  return [cleaned, ...entries].slice(0, HISTORY_LENGTH);
}

/** What is stored for the tab: bodies only if the reader wants that. */
export function storedHistory(entries: readonly HistoryEntry[], keepBodies: boolean): string {
  return JSON.stringify(
    keepBodies
      ? entries
      : entries.map(entry => ({...entry, values: {...entry.values, bodies: {}}, bodiesForgotten: true})),
  );
}

/** The history from memory or storage; entries of another shape, as an older site may have left, are ignored. */
export function readHistory(text: string | undefined): readonly HistoryEntry[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    return list.flatMap(readEntry).slice(0, HISTORY_LENGTH);
  } catch {
    return [];
  }
}

function readEntry(value: unknown): HistoryEntry[] {
  if (!isObject(value)) {
    return [];
  }
  const {id, time, operation, method, path, server, serverId, customUrl, bodiesForgotten} = value;
  const values = readValues(value['values']);
  const outcome = readOutcome(value['outcome']);
  const leftOut = readNames(value['leftOut']);
  return typeof id === 'string' &&
    typeof time === 'number' &&
    typeof operation === 'string' &&
    typeof method === 'string' &&
    typeof path === 'string' &&
    typeof server === 'string' &&
    typeof serverId === 'string' &&
    values &&
    outcome
    ? [
        {
          ...{id, time, operation, method, path, server, serverId, outcome, values},
          ...(typeof customUrl === 'string' ? {customUrl} : {}),
          ...(leftOut.length === 0 ? {} : {leftOut}),
          ...(bodiesForgotten === true ? {bodiesForgotten} : {}),
        },
      ]
    : [];
}

function readNames(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.filter(name => typeof name === 'string');
}

function readOutcome(value: unknown): HistoryOutcome | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  switch (value['type']) {
    case 'status':
      return typeof value['status'] === 'number' && typeof value['durationMs'] === 'number'
        ? {type: 'status', status: value['status'], durationMs: value['durationMs']}
        : undefined;
    case 'failure':
      return typeof value['title'] === 'string' ? {type: 'failure', title: value['title']} : undefined;
    case 'aborted':
      return {type: 'aborted'};
    default:
      return undefined;
  }
}
