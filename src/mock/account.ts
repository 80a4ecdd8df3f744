import type {Api} from '../api/operation';
import type {Files} from './files';
import {createIdempotency, type Idempotency} from './idempotency';
import {createRandom, scrambled} from './random';
import {createRuleHandlers, type ApiHandlers, type MockRules} from './rules';
import type {Wait} from './scenario';
import {createStore, type StoreChanges, type SavedRow, type Store} from './store';
import {fileOf} from './tabStorage';

/** The account of one customer: its stored rows and files, and its rules. */
export interface Account extends ApiHandlers {
  readonly store: Store;
  readonly files: Files;
  readonly idempotency: Idempotency;
  readonly newFileId: () => string;
  /** Called before a request is processed; the function that it returns saves what the request changed. */
  readonly begin: () => Commit;
}

/**
 * Resolves with the changes once they are saved, together with earlier changes that the response may be based on.
 * @throws what `keep` throws: the changes of the request are then undone.
 */
export type Commit = () => Promise<readonly SavedRow[]>;

export interface AccountOptions {
  readonly api: Api;
  readonly rules: MockRules;
  readonly entries: readonly SavedRow[];
  /** Saves changes in the order of the calls. After a failure, it saves none of the calls that were pending. */
  readonly keep: (changes: readonly SavedRow[]) => void | Promise<void>;
  /** Called when something was saved after the response, as at the end of a stream. */
  readonly keptLater: () => void;
  readonly files: Files;
  readonly seed: number;
  readonly clock: () => number;
  readonly wait: Wait;
}

export function createAccount(options: AccountOptions): Account {
  const {api, rules, entries, keep, keptLater, files, seed, clock, wait} = options;
  const store = createStore(entries);
  const newId = (prefix: string): string => prefix + scrambled(seed, store.next());

  /** The previous values of changes that are not saved yet, oldest first. */
  const waiting: StoreChanges['before'][] = [];
  let settled: Promise<void> = Promise.resolve();
  let timesTakenBack = 0;
  let failure: unknown;

  function takeBack(kept: StoreChanges['before'] = []): void {
    const before = [...kept, ...store.takeChanges().before];
    if (before.length > 0) {
      store.takeBack(before);
      timesTakenBack++;
    }
  }

  async function settle({entries: changed, before}: StoreChanges): Promise<void> {
    waiting.push(before);
    try {
      await keep(changed);
      waiting.shift();
    } catch (error) {
      failure = error;
      settled = Promise.resolve();
      takeBack(waiting.splice(0).flat());
      throw error;
    }
  }

  /** Deletes files that no row refers to any more. Leftovers do no harm. */
  async function removeFiles({entries: changed, before}: StoreChanges): Promise<void> {
    const gone = changed.filter(({row}) => row === undefined);
    const isGone = ({table, id}: SavedRow): boolean =>
      gone.some(entry => entry.table === table && entry.id === id);
    const ids = before.filter(isGone).flatMap(({row}) => fileOf(row) ?? []);
    await Promise.allSettled(ids.map(id => files.remove(id)));
  }

  function begin(): Commit {
    const since = timesTakenBack;
    /** Another request may have saved what this one changed, and undone it when saving failed. */
    function refuseTakenBack(): void {
      if (since !== timesTakenBack) {
        takeBack();
        throw failure;
      }
    }
    return async () => {
      refuseTakenBack();
      const changes = store.takeChanges();
      if (changes.entries.length > 0) {
        settled = settle(changes);
      }
      // Even if this request changed nothing: its response may contain what others changed.
      await settled;
      refuseTakenBack();
      await removeFiles(changes);
      return changes.entries;
    };
  }

  const handlers = createRuleHandlers(api, rules, {
    ...{store, files, newId, clock, wait},
    random: createRandom(seed),
    async commit() {
      await begin()();
      keptLater();
    },
  });
  return {
    store,
    files,
    idempotency: createIdempotency(store),
    ...handlers,
    newFileId: () => newId('file_'),
    begin,
  };
}
