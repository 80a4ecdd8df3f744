import type {SecurityScheme} from '../api/operation';
import {isMock, type ServerChoice} from './servers';

/**
 * Keys in memory and nowhere else. Each is bound to the origin it was typed for and the security scheme it belongs to, so
 * that it never follows the reader to another server.
 */
export interface CredentialStore {
  /** The key typed for this origin and scheme. */
  readonly get: (origin: string, schemeId: string) => string | undefined;
  readonly set: (origin: string, schemeId: string, value: string) => void;
  readonly forget: (origin: string, schemeId: string) => void;
  readonly forgetAll: () => void;
  /** The keys held, without their values: where each goes. */
  readonly list: () => readonly KeptCredential[];
  /** Calls the listener after each change, until the function it returns is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface KeptCredential {
  readonly origin: string;
  readonly schemeId: string;
}

export function createCredentialStore(): CredentialStore {
  const kept = new Map<string, KeptCredential & {readonly value: string}>();
  const listeners = new Set<() => void>();
  const keyOf = (origin: string, schemeId: string): string => JSON.stringify([origin, schemeId]);
  const changed = (): void => listeners.forEach(listener => listener());

  return {
    get: (origin, schemeId) => kept.get(keyOf(origin, schemeId))?.value,
    set(origin, schemeId, value) {
      kept.set(keyOf(origin, schemeId), {origin, schemeId, value});
      changed();
    },
    forget(origin, schemeId) {
      kept.delete(keyOf(origin, schemeId));
      changed();
    },
    forgetAll() {
      kept.clear();
      changed();
    },
    list: () => [...kept.values()].map(({origin, schemeId}) => ({origin, schemeId})),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The origin that a key for this server is bound to; undefined for a base URL that cannot be reached. */
export function originOf({baseUrl}: ServerChoice): string | undefined {
  return URL.canParse(baseUrl) ? new URL(baseUrl).origin : undefined;
}

/** The key to send to a server: the one typed for its origin, else on a mock the one that mocks accept, else none. */
export function credentialFor(store: CredentialStore, choice: ServerChoice, scheme: SecurityScheme): string {
  const origin = originOf(choice);
  const typed = origin === undefined ? undefined : store.get(origin, scheme.id);
  return typed ?? (isMock(choice) ? scheme.mockCredential : '');
}
