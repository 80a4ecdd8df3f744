import type {Json} from '../api/operation';

/** One row as it is saved. `serial` is the order of creation; a row without a value is deleted. */
export interface SavedRow {
  readonly table: string;
  readonly id: string;
  readonly serial: number;
  readonly row: Json | undefined;
}

/** Rows of one shape, in order of creation. */
export interface Table<Row extends Json> {
  readonly get: (id: string) => Row | undefined;
  /** Adds a row, or replaces it in its place. */
  readonly put: (id: string, row: Row) => void;
  readonly remove: (id: string) => void;
  /** The rows whose index key is this one. */
  readonly having: (key: string) => readonly Row[];
  /** All rows with their serials, oldest first. */
  readonly rows: () => Iterable<{readonly serial: number; readonly row: Row}>;
  readonly size: () => number;
}

/** The changes and the previous rows, both in order. */
export interface StoreChanges {
  readonly entries: readonly SavedRow[];
  readonly before: readonly SavedRow[];
}

/** A failure to store something. The message tells the client what happened and what to do. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

export interface TableOptions<Row extends Json> {
  readonly name: string;
  /** Saved rows that do not have this shape are left out. */
  readonly isRow: (value: Json | undefined) => value is Row;
  /** The key by which {@link Table.having} finds rows. */
  readonly indexBy?: (row: Row) => string;
}

export interface Store {
  readonly table: <Row extends Json>(options: TableOptions<Row>) => Table<Row>;
  /** A number that no earlier call returned, even before a restart. */
  readonly next: () => number;
  /** All rows, to start another store with. */
  readonly entries: () => SavedRow[];
  /** The changes since the last call. */
  readonly takeChanges: () => StoreChanges;
  /** Undoes changes; numbers that {@link Store.next} returned are not reused. */
  readonly takeBack: (before: StoreChanges['before']) => void;
  /** Deletes everything and starts again with these rows. */
  readonly fill: (entries: readonly SavedRow[]) => void;
}

/** The row with the last number of {@link Store.next}. */
const COUNTER = {table: 'meta', id: 'counter'} as const;

interface Registered {
  readonly name: string;
  readonly fill: (entries: readonly SavedRow[]) => void;
  readonly entries: () => SavedRow[];
}

/** Tables in memory, filled from saved rows. */
export function createStore(initial: readonly SavedRow[]): Store {
  const tables: Registered[] = [];
  let kept = initial;
  let counter = 0;
  let changes: SavedRow[] = [];
  let before: SavedRow[] = [];

  function fill(entries: readonly SavedRow[]): void {
    kept = entries.toSorted((a, b) => a.serial - b.serial);
    const counted = kept.find(({table, id}) => table === COUNTER.table && id === COUNTER.id)?.row;
    counter = Math.max(typeof counted === 'number' ? counted : 0, kept.at(-1)?.serial ?? 0);
    changes = [];
    before = [];
    tables.forEach(table => table.fill(kept));
  }

  function next(): number {
    counter++;
    return counter;
  }

  function entries(): SavedRow[] {
    return [
      {...COUNTER, serial: 0, row: counter},
      ...kept.filter(({table}) => table !== COUNTER.table && !tables.some(({name}) => name === table)),
      ...tables.flatMap(table => table.entries()),
    ];
  }

  fill(initial);
  return {
    next,
    fill,
    entries,
    table(options) {
      const table = createTable(options, {
        next,
        changed(entry, row) {
          changes.push(entry);
          before.push({...entry, row});
        },
      });
      table.fill(kept);
      tables.push({name: options.name, ...table});
      return table;
    },
    takeChanges() {
      const taken = {
        entries: changes.length === 0 ? [] : [{...COUNTER, serial: 0, row: counter}, ...changes],
        before,
      };
      changes = [];
      before = [];
      return taken;
    },
    takeBack(earlier) {
      const rows = new Map(entries().map(entry => [keyOf(entry), entry]));
      // The last change is undone first: of several changes to a row, the first has its original value.
      for (const entry of earlier.toReversed()) {
        rows.set(keyOf(entry), entry);
      }
      fill([...rows.values()].filter(({row}) => row !== undefined));
    },
  };
}

function keyOf({table, id}: SavedRow): string {
  return JSON.stringify([table, id]);
}

interface TableStore {
  readonly next: () => number;
  readonly changed: (entry: SavedRow, before: Json | undefined) => void;
}

function createTable<Row extends Json>(
  {name, isRow, indexBy = () => ''}: TableOptions<Row>,
  {next, changed}: TableStore,
): Table<Row> & Pick<Registered, 'fill' | 'entries'> {
  const rows = new Map<string, {readonly serial: number; readonly row: Row}>();
  const index = new Map<string, Set<string>>();

  function set(id: string, serial: number, row: Row): void {
    unindex(id);
    rows.set(id, {serial, row});
    const key = indexBy(row);
    index.set(key, (index.get(key) ?? new Set()).add(id));
  }

  function unindex(id: string): void {
    const known = rows.get(id);
    const key = known && indexBy(known.row);
    const ids = key === undefined ? undefined : index.get(key);
    ids?.delete(id);
    if (key !== undefined && ids?.size === 0) {
      index.delete(key);
    }
  }

  return {
    get: id => rows.get(id)?.row,
    put(id, row) {
      const known = rows.get(id);
      const serial = known?.serial ?? next();
      set(id, serial, row);
      changed({table: name, id, serial, row}, known?.row);
    },
    remove(id) {
      const known = rows.get(id);
      if (known) {
        unindex(id);
        rows.delete(id);
        changed({table: name, id, serial: known.serial, row: undefined}, known.row);
      }
    },
    having: key => [...(index.get(key) ?? [])].map(id => rows.get(id)?.row).filter(row => row !== undefined),
    rows: () => rows.values(),
    size: () => rows.size,
    entries: () => [...rows].map(([id, {serial, row}]) => ({table: name, id, serial, row})),
    fill(entries) {
      rows.clear();
      index.clear();
      for (const {table, id, serial, row} of entries) {
        if (table === name && isRow(row)) {
          set(id, serial, row);
        }
      }
    },
  };
}
