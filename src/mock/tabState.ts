import {isObject} from '../api/json';
import {CALM, readScenario, type Scenario} from './scenario';
import type {SavedRow} from './store';
import {MOCK_STORAGE_KEY} from './tabKey';

/** The part of `sessionStorage` that the mock uses. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem'> & Partial<Pick<Storage, 'removeItem'>>;

export interface TabState {
  readonly entries: readonly SavedRow[];
  readonly scenario: Scenario;
}

/** The scenario that an earlier page of this tab set: the only part of a mock that is shown before it is loaded. */
export function keptScenario(storage: StorageLike | undefined): Scenario {
  try {
    return parseState(storage?.getItem(MOCK_STORAGE_KEY) ?? '')?.scenario ?? CALM;
  } catch {
    return CALM;
  }
}

/** The saved state, or undefined if it has another shape. */
export function parseState(text: string): TabState | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && Array.isArray(value.entries) && value.entries.every(isEntry)
      ? {entries: value.entries, scenario: readScenario(value.scenario)}
      : undefined;
  } catch {
    return undefined;
  }
}

export function isEntry(value: unknown): value is SavedRow {
  return (
    isObject(value) &&
    typeof value.table === 'string' &&
    typeof value.id === 'string' &&
    typeof value.serial === 'number' &&
    value.row !== undefined
  );
}
