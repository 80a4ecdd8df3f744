import type {Json} from '../api/operation';
import {internalTables, type LedgerLine} from './ledger';
import type {Store} from './store';

/** What is stored, and what the last requests did, newest first. */
export interface Inspection {
  /** Each with its rows in order of creation. */
  readonly tables: readonly {readonly name: string; readonly rows: readonly StoredRow[]}[];
  readonly requests: readonly LedgerLine[];
}

export interface StoredRow {
  /** The id that changes in the ledger refer to. */
  readonly id: string;
  readonly row: Json;
}

/** The tables that have rows, without internal ones. */
export function storedTables(store: Store): Inspection['tables'] {
  const rows = store.entries().filter(({table}) => !internalTables.has(table));
  return [...new Set(rows.map(({table}) => table))].map(name => ({
    name,
    rows: rows.flatMap(({table, id, row}) => (table === name && row !== undefined ? [{id, row}] : [])),
  }));
}
