import {isObject} from '../api/json';
import type {Json} from '../api/operation';
import {CALM, readScenario, type Scenario} from './scenario';
import type {Entry} from './store';

/** What the mock needs of `sessionStorage`. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem'> & Partial<Pick<Storage, 'removeItem'>>;

export interface TabState {
  readonly entries: readonly Entry[];
  readonly scenario: Scenario;
}

export interface TabStorage {
  /** What an earlier page of this tab kept, with the files whose bytes are still there. */
  readonly read: () =>
    (TabState & {readonly files: readonly (readonly [id: string, bytes: Uint8Array])[]}) | undefined;
  readonly write: (state: TabState) => void;
  readonly keepFile: (id: string, bytes: Uint8Array) => void;
  readonly removeFile: (id: string) => void;
  /** Whether all that is there was kept: the rows as last written, and every file. */
  readonly keeps: () => boolean;
}

const KEY = 'cloudindex.mock';

/** The state in the storage of a tab. Storage that is denied or full is no error: the state then lives in memory. */
export function createTabStorage(storage: StorageLike | undefined): TabStorage {
  let keepsRows = storage !== undefined;
  const lostFiles = new Set<string>();

  /** Whether the storage did it. */
  function attempt(action: (storage: StorageLike) => void): boolean {
    try {
      if (storage) {
        action(storage);
      }
      return storage !== undefined;
    } catch {
      return false;
    }
  }

  function get(key: string): string | undefined {
    let text: string | null = null;
    keepsRows = attempt(from => (text = from.getItem(key))) && keepsRows;
    return text ?? undefined;
  }

  return {
    keeps: () => keepsRows && lostFiles.size === 0,
    read() {
      const state = parseState(get(KEY) ?? '');
      if (!state) {
        return undefined;
      }
      const files = state.entries.flatMap(({row}) => {
        const id = fileOf(row);
        const text = id === undefined ? undefined : get(fileKey(id));
        return id === undefined || text === undefined ? [] : [[id, fromBase64(text)] as const];
      });
      const known = new Set(files.map(([id]) => id));
      return {...state, files, entries: state.entries.filter(entry => hasItsFile(entry, known))};
    },
    write(state) {
      keepsRows = attempt(to => to.setItem(KEY, JSON.stringify(state)));
    },
    keepFile(id, bytes) {
      if (!attempt(to => to.setItem(fileKey(id), toBase64(bytes)))) {
        lostFiles.add(id);
      }
    },
    removeFile(id) {
      attempt(from => (from.removeItem ? from.removeItem(fileKey(id)) : from.setItem(fileKey(id), '')));
      lostFiles.delete(id);
    },
  };
}

/** What an earlier page of this tab played: all that is shown of a mock that is not loaded yet. */
export function keptScenario(storage: StorageLike | undefined): Scenario {
  try {
    return parseState(storage?.getItem(KEY) ?? '')?.scenario ?? CALM;
  } catch {
    return CALM;
  }
}

function fileKey(id: string): string {
  return `${KEY}.${id}`;
}

/** The file that a row names, unless it is one that every mock has. */
export function fileOf(row: Json | undefined): string | undefined {
  const file = isObject(row) ? row.file : undefined;
  return typeof file === 'string' && file.startsWith('file_') ? file : undefined;
}

/** A document whose bytes did not fit into the storage is not there after a reload. */
function hasItsFile({row}: Entry, known: ReadonlySet<string>): boolean {
  const id = fileOf(row);
  return id === undefined || known.has(id);
}

function parseState(text: string): TabState | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && Array.isArray(value.entries) && value.entries.every(isEntry)
      ? {entries: value.entries, scenario: readScenario(value.scenario)}
      : undefined;
  } catch {
    return undefined;
  }
}

export function isEntry(value: unknown): value is Entry {
  return (
    isObject(value) &&
    typeof value.table === 'string' &&
    typeof value.id === 'string' &&
    typeof value.serial === 'number' &&
    value.row !== undefined
  );
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text += String.fromCharCode(byte);
  }
  return btoa(text);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0));
}
