import {StorageError} from '../store';

export type Write =
  | {readonly type: 'put'; readonly key: string; readonly value: Uint8Array}
  | {readonly type: 'del'; readonly key: string};

export interface Writer {
  /**
   * Resolves once all of it is written, and with `sync` on the disk; in the order of the calls.
   * @throws StorageError when nothing of it is, and nothing more will be.
   */
  readonly write: (writes: readonly Write[], options?: {readonly sync: boolean}) => Promise<void>;
}

/** One batch of writes to the database. */
interface Batch {
  readonly writes: Write[];
  sync: boolean;
  readonly done: Promise<void>;
}

/**
 * Writes one batch at a time; what comes while one is under way goes together in the next. After the first batch that fails
 * it writes no more: LevelDB would go on behind half a record, and at the next start drop what follows. To open the database
 * anew mends that. `failed` is told why, once.
 */
export function createWriter(
  batch: (writes: readonly Write[], options: {readonly sync: boolean}) => Promise<void>,
  failed: (error: unknown) => void,
): Writer {
  let failure: StorageError | undefined;
  let last: Promise<void> = Promise.resolve();
  let next: Batch | undefined;

  async function flush(before: Promise<void>): Promise<void> {
    await before.catch(() => {});
    const {writes = [], sync = false} = next ?? {};
    next = undefined;
    if (failure) {
      throw failure;
    }
    try {
      await batch(writes, {sync});
    } catch (error) {
      failure = new StorageError(
        `The mock could not write to its data folder (${reasonOf(error)}), so nothing of this request was stored. Until you restart it, it stores nothing more but still responds to requests that only read. Free some disk space, then restart it.`,
      );
      failed(error);
      throw failure;
    }
  }

  return {
    write(writes, {sync} = {sync: false}) {
      if (failure) {
        return Promise.reject(failure);
      }
      next ??= {writes: [], sync: false, done: (last = flush(last))};
      writes.forEach(write => next?.writes.push(write));
      next.sync ||= sync;
      return next.done;
    },
  };
}

/** Why LevelDB failed, without the path of the file, which concerns nobody who sends requests. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(': ').at(-1) ?? message;
}
