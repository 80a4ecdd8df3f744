import {isObject} from '../api/json';
import type {Json} from '../api/operation';
import type {SavedRow} from './store';
import {MOCK_STORAGE_KEY} from './tabKey';
import {parseState, type StorageLike, type TabState} from './tabState';

export interface TabStorage {
  /** The state that an earlier page of this tab saved, with the files whose bytes still exist. */
  readonly read: () =>
    (TabState & {readonly files: readonly (readonly [id: string, bytes: Uint8Array])[]}) | undefined;
  readonly write: (state: TabState) => void;
  readonly keepFile: (id: string, bytes: Uint8Array) => void;
  readonly removeFile: (id: string) => void;
  /** Whether everything is saved: the latest rows, and every file. */
  readonly keeps: () => boolean;
}

/**
 * The state in the storage of a tab. Storage that is denied or full is not an error: the state is then only in memory.
 */
export function createTabStorage(storage: StorageLike | undefined): TabStorage {
  let keepsRows = storage !== undefined;
  const lostFiles = new Set<string>();

  /** Whether the storage succeeded. */
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
      const state = parseState(get(MOCK_STORAGE_KEY) ?? '');
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
      keepsRows = attempt(to => to.setItem(MOCK_STORAGE_KEY, JSON.stringify(state)));
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

function fileKey(id: string): string {
  return `${MOCK_STORAGE_KEY}.${id}`;
}

/** The file that a row refers to, unless it is one that every mock has. */
export function fileOf(row: Json | undefined): string | undefined {
  const file = isObject(row) ? row.file : undefined;
  return typeof file === 'string' && file.startsWith('file_') ? file : undefined;
}

/** A document whose bytes did not fit into the storage does not exist after a reload. */
function hasItsFile({row}: SavedRow, known: ReadonlySet<string>): boolean {
  const id = fileOf(row);
  return id === undefined || known.has(id);
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
