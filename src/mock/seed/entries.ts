import type {Api, Json} from '../../api/operation';
import type {Files} from '../files';
import {hasCloudIndexRules} from '../resources';
import type {Entry} from '../store';
import {seedDocuments} from './documents';
import {seedMessages, seedThreads} from './threads';
import {seedUsers} from './users';

/** The rows that a new mock starts from; the document's examples work on them. */
export function seedEntriesOf(api: Api): readonly Entry[] {
  return hasCloudIndexRules(api) ? seedEntries : [];
}

const seedEntries: readonly Entry[] = [
  ...rowsOf('users', seedUsers),
  ...rowsOf(
    'documents',
    seedDocuments.map(({document}) => document),
  ),
  ...rowsOf('threads', seedThreads),
  ...rowsOf('messages', seedMessages),
].map((entry, index) => ({...entry, serial: index + 1}));

/** Files that also hold those of the seeded documents, which are never lost, as a reset brings their rows back. */
export function withSeedFiles(files: Files): Files {
  const encoder = new TextEncoder();
  const seeds = new Map(seedDocuments.map(({document, text}) => [document.file, encoder.encode(text)]));
  return {
    create: files.create,
    async *read(id, start, end) {
      const seed = seeds.get(id);
      if (seed) {
        yield seed.subarray(start, end);
      } else {
        yield* files.read(id, start, end);
      }
    },
    remove: id => (seeds.has(id) ? Promise.resolve() : files.remove(id)),
  };
}

function rowsOf(
  table: string,
  rows: readonly {readonly id: string}[] & readonly Json[],
): Omit<Entry, 'serial'>[] {
  return rows.map(row => ({table, id: row.id, row}));
}
