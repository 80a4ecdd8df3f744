import type {Api} from '../api/operation';
import type {Files} from './files';
import {createIdempotency, type Idempotency} from './idempotency';
import {scrambled} from './ids';
import {createRandom} from './random';
import {createResources, type FindHandler} from './resources';
import type {Wait} from './scenario';
import {createStore, type Entry, type Store} from './store';

/** What one customer of the API has: stored rows and files, and the rules over them. */
export interface Account {
  readonly store: Store;
  readonly files: Files;
  readonly idempotency: Idempotency;
  readonly handlerOf: FindHandler;
  readonly newFileId: () => string;
  /** Hands what changed to whoever keeps it, and says what it was. */
  readonly commit: () => Promise<readonly Entry[]>;
}

export interface AccountOptions {
  readonly api: Api;
  readonly entries: readonly Entry[];
  readonly keep: (changes: readonly Entry[]) => void | Promise<void>;
  /** Called when something was kept after its answer, as at the end of a stream. */
  readonly keptLater: () => void;
  readonly files: Files;
  readonly seed: number;
  readonly clock: () => number;
  readonly wait: Wait;
}

export function createAccount(options: AccountOptions): Account {
  const {api, entries, keep, keptLater, files, seed, clock, wait} = options;
  const store = createStore(entries);
  const newId = (prefix: string): string => prefix + scrambled(seed, store.next());

  async function commit(): Promise<readonly Entry[]> {
    const changes = store.takeChanges();
    if (changes.length > 0) {
      await keep(changes);
    }
    return changes;
  }

  const handlerOf = createResources({
    ...{store, files, newId, clock, wait},
    api,
    random: createRandom(seed),
    async commit() {
      await commit();
      keptLater();
    },
  });
  return {
    store,
    files,
    idempotency: createIdempotency(store),
    handlerOf,
    newFileId: () => newId('file_'),
    commit,
  };
}
