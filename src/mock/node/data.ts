import {readdir, stat} from 'node:fs/promises';
import {ClassicLevel} from 'classic-level';

import {isObject} from '../../api/json';
import type {Files} from '../files';
import type {Entry} from '../store';
import {isEntry} from '../tabState';

/** What the mock keeps on disk: rows and the bytes of files, in one LevelDB. */
export interface Data {
  /** The rows of an earlier run; undefined when there was none. */
  readonly entries: readonly Entry[] | undefined;
  /** Resolves once the rows are on the disk. */
  readonly keep: (changes: readonly Entry[]) => Promise<void>;
  readonly files: Files;
  readonly close: () => Promise<void>;
}

/** A folder that cannot serve as the mock's data; nothing in it has been changed. */
export class DataError extends Error {
  override readonly name = 'DataError';
}

/** Files are kept in pieces of this size, so that none is held in memory as a whole. */
const PIECE = 65_536;

const ROWS = 'row/';
const BYTES = 'file/';
const MARK = 'cloudindex-mock';

type Database = ClassicLevel<string, Uint8Array>;

/**
 * Opens the data in a folder, or makes it.
 * @throws DataError when the folder holds something else, is in use or cannot be read.
 */
export async function openData(folder: string): Promise<Data> {
  const isNew = await checkFolder(folder);
  const database: Database = new ClassicLevel<string, Uint8Array>(folder, {valueEncoding: 'view'});
  try {
    await database.open({createIfMissing: isNew});
  } catch (error) {
    throw new DataError(openingFault(folder, error));
  }
  const marked = (await database.get(MARK)) !== undefined;
  if (!isNew && !marked) {
    await database.close();
    throw new DataError(`${folder} holds a database of another program. Choose another folder for --data.`);
  }
  await database.put(MARK, encode({version: 1}), {sync: true});
  return {
    entries: marked ? await readRows(folder, database) : undefined,
    keep: changes => database.batch(changes.map(operationOf), {sync: true}),
    files: levelFiles(database),
    close: () => database.close(),
  };
}

/** Whether the folder is empty or not there yet. */
async function checkFolder(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined);
  if (!found) {
    return true;
  }
  if (!found.isDirectory()) {
    throw new DataError(`${folder} is a file. The mock keeps its data in a folder: choose another --data.`);
  }
  const names = await readdir(folder);
  if (names.length > 0 && !names.includes('CURRENT')) {
    throw new DataError(
      `${folder} holds other files, such as ${names[0] ?? ''}. Choose an empty or new folder for --data.`,
    );
  }
  return names.length === 0;
}

function openingFault(folder: string, error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : undefined;
  const code = isObject(cause) && 'code' in cause ? cause.code : undefined;
  const reason = cause?.message ?? (error instanceof Error ? error.message : String(error));
  return code === 'LEVEL_LOCKED'
    ? `${folder} is in use by another mock. Stop that one, or choose another folder for --data.`
    : `${folder} cannot be read: ${reason}. Nothing was changed. Mend it from a copy, or choose another --data.`;
}

async function readRows(folder: string, database: Database): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const [key, value] of database.iterator({gte: ROWS, lt: `${ROWS}\uffff`})) {
    const entry = decode(value);
    if (!isEntry(entry)) {
      await database.close();
      throw new DataError(
        `${folder} is broken: the row ${key.slice(ROWS.length)} cannot be read. Nothing was changed.`,
      );
    }
    entries.push(entry);
  }
  return entries;
}

function operationOf({row, ...entry}: Entry) {
  const key = `${ROWS}${entry.table}/${entry.id}`;
  return row === undefined
    ? ({type: 'del', key} as const)
    : ({type: 'put', key, value: encode({...entry, row})} as const);
}

/** The pieces of a file are written as they come; the row that names the file is written after them. */
function levelFiles(database: Database): Files {
  return {
    create(id) {
      let pieces = 0;
      let written: Promise<void> = Promise.resolve();
      return {
        write(chunk) {
          const own = chunk.slice();
          const operations = Array.from({length: Math.ceil(own.length / PIECE)}, (_, index) => ({
            type: 'put' as const,
            key: pieceKey(id, pieces++),
            value: own.subarray(index * PIECE, (index + 1) * PIECE),
          }));
          written = written.then(() => database.batch(operations));
          return written;
        },
        close: () => written,
      };
    },
    async *read(id, start, end) {
      let offset = 0;
      for await (const piece of database.values({gte: `${BYTES}${id}/`, lt: `${BYTES}${id}0`})) {
        const from = Math.max(0, start - offset);
        const to = Math.min(piece.length, end - offset);
        if (from < to) {
          yield piece.subarray(from, to);
        }
        offset += piece.length;
        if (offset >= end) {
          return;
        }
      }
    },
    remove: id => database.clear({gte: `${BYTES}${id}/`, lt: `${BYTES}${id}0`}),
  };
}

/** Keys are sorted as text, so the count has a fixed width. */
function pieceKey(id: string, count: number): string {
  return `${BYTES}${id}/${String(count).padStart(8, '0')}`;
}

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function decode(value: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(value));
  } catch {
    return undefined;
  }
}
