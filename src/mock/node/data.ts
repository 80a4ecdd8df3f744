import {readdir, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {ClassicLevel} from 'classic-level';

import type {Files} from '../files';
import type {SavedRow} from '../store';
import {isEntry} from '../tabState';
import {fileOf} from '../tabStorage';
import {createWriter, type Write, type Writer} from './writer';

/** The data of the mock on disk: rows and the bytes of files, in one LevelDB. */
export interface Data {
  /** The rows of an earlier run, or the initial ones. */
  readonly entries: readonly SavedRow[];
  /** Resolves once the rows are on the disk. @throws StorageError as {@link Writer.write} does. */
  readonly keep: (changes: readonly SavedRow[]) => Promise<void>;
  readonly files: Files;
  readonly close: () => Promise<void>;
}

/** A folder that cannot be used for the mock's data; nothing in it was changed. */
class DataError extends Error {
  override readonly name = 'DataError';
}

/** In bytes. Files are stored in pieces of this size, so that none is in memory as a whole. */
const PIECE = 65_536;

const ROWS = 'row/';
const BYTES = 'file/';
const MARK = 'openapi-mock';

type Database = ClassicLevel<string, Uint8Array>;

export interface DataOptions {
  /** The rows for a new folder. */
  readonly start: readonly SavedRow[];
  /** Called with a message for the operator if the folder can no longer be written. */
  readonly failed: (message: string) => void;
}

/**
 * Opens the data in a folder, or creates it.
 * @throws DataError if the folder contains something else, is in use, or cannot be read or written.
 */
export async function openData(folder: string, {start, failed}: DataOptions): Promise<Data> {
  const isNew = await checkFolder(folder);
  const database: Database = new ClassicLevel<string, Uint8Array>(folder, {valueEncoding: 'view'});
  try {
    await database.open({createIfMissing: isNew});
    const marked = (await database.get(MARK)) !== undefined;
    if (!marked && (await database.keys({limit: 1}).all()).length > 0) {
      throw new DataError(`${folder} holds a database of another program. Choose another folder for --data.`);
    }
    const entries = marked ? await readRows(folder, database) : start;
    // A write that shows whether the database can be written at all.
    const mark: Write = {type: 'put', key: MARK, value: encode({version: 1})};
    const first = marked ? await lostBytes(database, entries) : entries.map(writeOf);
    await database.batch([mark, ...first], {sync: true});
    const writer = createWriter(
      (writes, options) => database.batch([...writes], options),
      error => failed(`${folder} can no longer be written: ${textOf(error)}. ${AFTER_FAILURE}`),
    );
    return {
      entries,
      keep: changes => writer.write(changes.map(writeOf), {sync: true}),
      files: levelFiles(database, writer),
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    if (isNew && codeOf(error) !== LOCKED) {
      await emptyFolder(folder);
    }
    throw error instanceof DataError ? error : new DataError(openingFault(folder, error));
  }
}

const LOCKED = 'LEVEL_LOCKED';

const AFTER_FAILURE =
  'Everything that was reported as a success is stored. Until you restart the mock, it rejects requests that would store more and responds to the rest. Free some disk space, then restart it.';

/** Pieces of files that no row refers to: their upload was never completed. */
async function lostBytes(database: Database, entries: readonly SavedRow[]): Promise<Write[]> {
  const known = new Set(entries.map(({row}) => fileOf(row)));
  const keys = await database.keys({gte: BYTES, lt: `${BYTES}\uffff`}).all();
  return keys
    .filter(key => !known.has(key.slice(BYTES.length, key.lastIndexOf('/'))))
    .map(key => ({type: 'del', key}));
}

/** Removes a half-created database, which the next start would take for other files. */
async function emptyFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  await Promise.all(names.map(name => rm(join(folder, name), {force: true})));
}

/** Whether the folder is empty or does not exist yet. */
async function checkFolder(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined);
  if (!found) {
    return true;
  }
  if (!found.isDirectory()) {
    throw new DataError(`${folder} is a file. The mock keeps its data in a folder: choose another --data.`);
  }
  const names = await readdir(folder).catch((error: unknown) => {
    throw new DataError(openingFault(folder, error));
  });
  if (names.length > 0 && !names.includes('CURRENT')) {
    throw new DataError(
      `${folder} holds other files, such as ${names[0] ?? ''}. Choose an empty or new folder for --data.`,
    );
  }
  return names.length === 0;
}

function openingFault(folder: string, error: unknown): string {
  switch (codeOf(error)) {
    case LOCKED:
      return `${folder} is in use by another mock. Stop that one, or choose another folder for --data.`;
    case 'LEVEL_CORRUPTION':
      return `${folder} cannot be read: ${textOf(error)}. Nothing was changed. Mend it from a copy, or choose another --data.`;
    default:
      return `${folder} cannot be opened or written: ${textOf(error)}. Nothing in it was lost. Free some disk space and check that you can write there, or choose another --data.`;
  }
}

/** LevelDB gives the reason for a failed open as the cause of its error. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? error.cause : error;
}

function codeOf(error: unknown): unknown {
  const cause = causeOf(error);
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}

function textOf(error: unknown): string {
  const cause = causeOf(error);
  return cause instanceof Error ? cause.message : String(cause);
}

async function readRows(folder: string, database: Database): Promise<readonly SavedRow[]> {
  const entries: SavedRow[] = [];
  for await (const [key, value] of database.iterator({gte: ROWS, lt: `${ROWS}\uffff`})) {
    const entry = decode(value);
    if (!isEntry(entry)) {
      throw new DataError(
        `${folder} is broken: the row ${key.slice(ROWS.length)} cannot be read. Nothing was changed.`,
      );
    }
    entries.push(entry);
  }
  return entries;
}

function writeOf({row, ...entry}: SavedRow): Write {
  const key = `${ROWS}${entry.table}/${entry.id}`;
  return row === undefined ? {type: 'del', key} : {type: 'put', key, value: encode({...entry, row})};
}

/** The pieces of a file are written as they arrive; the row that refers to the file is written last. */
function levelFiles(database: Database, {write}: Writer): Files {
  const range = (id: string) => ({gte: `${BYTES}${id}/`, lt: `${BYTES}${id}0`});
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
          written = written.then(() => write(operations));
          return written;
        },
        close: () => written,
      };
    },
    async *read(id, start, end) {
      let offset = 0;
      for await (const piece of database.values(range(id))) {
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
    async remove(id) {
      const keys = await database.keys(range(id)).all();
      await write(keys.map(key => ({type: 'del', key})));
    },
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
