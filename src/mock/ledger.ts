import type {SavedRow} from './store';

/** How many of the latest requests are kept. */
const REMEMBERED = 50;

/** One request and its effect. */
export interface LedgerLine {
  readonly requestId: string;
  /** RFC 3339, UTC. */
  readonly time: string;
  readonly method: string;
  /** With the query, but without the value of a parameter that is an API key. */
  readonly path: string;
  readonly operationId?: string;
  readonly status: number;
  readonly changes: readonly StoreChange[];
}

export interface StoreChange {
  readonly table: string;
  readonly id: string;
  readonly type: 'stored' | 'deleted';
}

/** The last requests, newest first. */
export interface Ledger {
  readonly add: (line: Omit<LedgerLine, 'changes'>, changes: readonly SavedRow[]) => void;
  readonly lines: () => readonly LedgerLine[];
  readonly clear: () => void;
}

/** Tables with the mock's own data, not a customer's. */
export const internalTables: ReadonlySet<string> = new Set(['meta', 'idempotency', 'collections']);

export function createLedger(): Ledger {
  let lines: readonly LedgerLine[] = [];
  return {
    add(line, changes) {
      const shown = changes
        .filter(({table}) => !internalTables.has(table))
        .map(({table, id, row}): StoreChange => ({
          table,
          id,
          type: row === undefined ? 'deleted' : 'stored',
        }));
      lines = [{...line, changes: shown}, ...lines].slice(0, REMEMBERED);
    },
    lines: () => lines,
    clear() {
      lines = [];
    },
  };
}
