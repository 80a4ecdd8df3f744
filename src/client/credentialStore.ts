import type {SecurityScheme} from '../api/operation';
import type {CredentialAddress, Grant, KeptCredential, Place, KeptSecret} from './credential';
import type {CredentialStorage} from './credentialStorage';
import {isMock, type ServerChoice} from './servers';

/**
 * Keys in memory, and in the tab's storage for those a reader chose to keep there. Each is bound to the origin it was typed
 * for and the security scheme it belongs to, so that it never follows the reader to another server.
 */
export interface CredentialStore {
  /** The key typed for this origin and scheme. */
  readonly get: (origin: string, schemeId: string) => string | undefined;
  readonly grantOf: (origin: string, schemeId: string) => Grant | undefined;
  readonly placeOf: (origin: string, schemeId: string) => Place;
  /** Sets a key, and stores it only where an earlier one of this address is stored by choice. */
  readonly set: (origin: string, schemeId: string, value: string, grant?: Grant) => void;
  /** Moves a key, or says where one that is not typed yet will live. False: the browser denies storage, so the key stays in memory. */
  readonly keepIn: (origin: string, schemeId: string, place: Place) => boolean;
  readonly forget: (origin: string, schemeId: string) => void;
  readonly forgetAll: () => void;
  /** The keys held, without their values: where each goes and where it lives. */
  readonly list: () => readonly KeptCredential[];
  /** Calls the listener after each change, until the function it returns is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

interface Entry extends KeptCredential, KeptSecret {}

/** A store that begins with what the storage holds; without a storage, memory is all there is. */
export function createCredentialStore(storage?: CredentialStorage): CredentialStore {
  const keyOf = (origin: string, schemeId: string): string => JSON.stringify([origin, schemeId]);
  const kept = new Map<string, Entry>(
    storage
      ?.load()
      .map(stored => [keyOf(stored.origin, stored.schemeId), {...stored, place: 'tab'}] as const),
  );
  const listeners = new Set<() => void>();
  const changed = (): void => listeners.forEach(listener => listener());
  const entryOf = (origin: string, schemeId: string): Entry | undefined => kept.get(keyOf(origin, schemeId));

  /** Puts an entry where it wants to live, or in memory where that is denied. */
  function put(entry: Entry): Place {
    const place = entry.place === 'tab' && storage?.save(entry) ? 'tab' : 'memory';
    kept.set(keyOf(entry.origin, entry.schemeId), {...entry, place});
    return place;
  }

  function remove(address: CredentialAddress): void {
    kept.delete(keyOf(address.origin, address.schemeId));
    storage?.remove(address);
  }

  return {
    get: (origin, schemeId) => entryOf(origin, schemeId)?.value,
    grantOf: (origin, schemeId) => entryOf(origin, schemeId)?.grant,
    placeOf: (origin, schemeId) => entryOf(origin, schemeId)?.place ?? 'memory',
    set(origin, schemeId, value, grant) {
      const place = entryOf(origin, schemeId)?.place ?? 'memory';
      put({origin, schemeId, value, ...(grant ? {grant} : {}), place});
      changed();
    },
    keepIn(origin, schemeId, place) {
      const entry = entryOf(origin, schemeId) ?? {origin, schemeId, value: '', place};
      if (place === 'memory') {
        storage?.remove(entry);
      }
      const found = put({...entry, place});
      changed();
      return found === place;
    },
    forget(origin, schemeId) {
      remove({origin, schemeId});
      changed();
    },
    forgetAll() {
      [...kept.values()].forEach(remove);
      changed();
    },
    list: () =>
      [...kept.values()]
        .filter(({value}) => value !== '')
        .map(({origin, schemeId, place}) => ({origin, schemeId, place})),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The origin that a key for this server is bound to; undefined for a base URL that cannot be reached. */
export function originOf({baseUrl}: ServerChoice): string | undefined {
  return /^https?:/i.test(baseUrl) && URL.canParse(baseUrl) ? new URL(baseUrl).origin : undefined;
}

/** The key to send to a server: the one typed for its origin, else on a mock the one that mocks accept, else none. */
export function credentialFor(store: CredentialStore, choice: ServerChoice, scheme: SecurityScheme): string {
  const origin = originOf(choice);
  const typed = origin === undefined ? undefined : store.get(origin, scheme.id);
  return typed ?? (isMock(choice) ? scheme.mockCredential : '');
}
