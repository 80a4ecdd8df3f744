import {StorageError} from '../store';

export type Write =
  | {readonly type: 'put'; readonly key: string; readonly value: Uint8Array}
  | {readonly type: 'del'; readonly key: string};

export interface Writer {
  /**
   * Resolves once everything is written, and with `sync` on the disk; in the order of the calls.
   * @throws StorageError if nothing is written, and nothing more will be.
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
 * Writes one batch at a time; writes that arrive in the meantime form the next batch. After the first failed batch it
 * writes nothing more: LevelDB would continue after half a record, and drop what follows at the next start. Reopening
 * the database repairs that. `failed` is called once, with the reason.
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

/** Why LevelDB failed, without the path of the file, which is none of a client's business. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(': ').at(-1) ?? message;
}
