import type {SecurityScheme} from '../api/operation';
import type {CredentialAddress, Grant, KeptCredential, KeyStorage, KeptSecret} from './credential';
import type {CredentialStorage} from './credentialStorage';
import {isMock, type ServerChoice} from './servers';

/**
 * Keys in memory, and in the tab's storage if a reader chose to keep them there. Each is bound to the origin and the
 * security scheme for which it was typed, so that it is never sent to another server.
 */
export interface CredentialStore {
  /** The key typed for this origin and scheme. */
  readonly get: (origin: string, schemeId: string) => string | undefined;
  readonly grantOf: (origin: string, schemeId: string) => Grant | undefined;
  readonly placeOf: (origin: string, schemeId: string) => KeyStorage;
  /** Sets a key, and stores it only if an earlier one for this address is already stored. */
  readonly set: (origin: string, schemeId: string, value: string, grant?: Grant) => void;
  /**
   * Moves a key, or chooses the place of one that is yet to be typed. False if the browser denies storage: the key then
   * stays in memory.
   */
  readonly keepIn: (origin: string, schemeId: string, place: KeyStorage) => boolean;
  readonly forget: (origin: string, schemeId: string) => void;
  readonly forgetAll: () => void;
  /** The keys without their values: for which origin and scheme, and where they are kept. */
  readonly list: () => readonly KeptCredential[];
  /** Calls the listener after each change, until the function it returns is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

interface StoredCredential extends KeptCredential, KeptSecret {}

/** A store that starts with the content of the storage; without a storage, keys are kept in memory only. */
export function createCredentialStore(storage?: CredentialStorage): CredentialStore {
  const keyOf = (origin: string, schemeId: string): string => JSON.stringify([origin, schemeId]);
  const kept = new Map<string, StoredCredential>(
    storage
      ?.load()
      .map(stored => [keyOf(stored.origin, stored.schemeId), {...stored, place: 'tab'}] as const),
  );
  const listeners = new Set<() => void>();
  const changed = (): void => listeners.forEach(listener => listener());
  const entryOf = (origin: string, schemeId: string): StoredCredential | undefined =>
    kept.get(keyOf(origin, schemeId));

  /** Puts an entry in the chosen place, or in memory if storage is denied. */
  function put(entry: StoredCredential): KeyStorage {
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

/** The origin to which a key for this server is bound; undefined for an invalid base URL. */
export function originOf({baseUrl}: ServerChoice): string | undefined {
  return /^https?:/i.test(baseUrl) && URL.canParse(baseUrl) ? new URL(baseUrl).origin : undefined;
}

/** The key to send to a server: the one typed for its origin; on a mock otherwise the one that mocks accept. */
export function keyFor(store: CredentialStore, choice: ServerChoice, scheme: SecurityScheme): string {
  const origin = originOf(choice);
  const typed = origin === undefined ? undefined : store.get(origin, scheme.id);
  return typed ?? (isMock(choice) ? scheme.mockCredential : '');
}
