import {createReadStream} from 'node:fs';
import {appendFile, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import type {Files} from '../files';
import {StorageError} from '../store';

/** Files in a temporary folder, for a mock that stores nothing permanently. */
export interface TemporaryFiles {
  readonly files: Files;
  /** Deletes all of them. */
  readonly close: () => Promise<void>;
}

export function openTemporaryFiles(): TemporaryFiles {
  let folder: Promise<string> | undefined;
  const pathOf = async (id: string): Promise<string> =>
    // Ids come from the mock, never from a client.
    join(await (folder ??= mkdtemp(join(tmpdir(), 'mock-files-'))), id);

  async function append(id: string, bytes: Uint8Array): Promise<void> {
    try {
      await appendFile(await pathOf(id), bytes);
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      throw new StorageError(
        `The mock could not write the file to its temporary folder (${reason}), so nothing of this request was stored. Free some disk space and send the request again.`,
      );
    }
  }

  return {
    files: {
      create(id) {
        let written = append(id, new Uint8Array());
        return {
          write(chunk) {
            const own = chunk.slice();
            written = written.then(() => append(id, own));
            return written;
          },
          close: () => written,
        };
      },
      async *read(id, start, end) {
        if (end > start) {
          yield* createReadStream(await pathOf(id), {start, end: end - 1});
        }
      },
      async remove(id) {
        await rm(await pathOf(id), {force: true});
      },
    },
    async close() {
      if (folder) {
        await rm(await folder, {recursive: true, force: true});
      }
    },
  };
}
