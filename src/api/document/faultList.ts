import {mkdir, rm, writeFile} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';

import {describeProblem, type DocumentProblem} from './OpenApiDocumentError';
import {shortPath} from './problems';

/** The file, below a folder, that lists all faults of a document: `.cache/openapi.yaml.faults.txt`. */
export function faultListFile(folder: string, document: string): string {
  return join(folder, '.cache', `${basename(document)}.faults.txt`);
}

/**
 * Writes every fault of a document into a file, a line each, or removes the file when there is none.
 * @returns a warning for the terminal: how many there are, the first, and where all are; undefined without faults.
 */
export async function writeFaultList(
  file: string,
  document: string,
  faults: readonly DocumentProblem[],
): Promise<string | undefined> {
  if (faults.length === 0) {
    await rm(file, {force: true}).catch(() => undefined);
    return undefined;
  }
  const lines = faults.map(describeProblem);
  const count = `${document} has ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`;
  const isWritten = await write(file, [`${count}:`, '', ...lines, ''].join('\n'));
  return [
    `${count}. It is read as far as that is safe.`,
    ...lines.slice(0, SHOWN).map(line => `  ${line}`),
    isWritten
      ? `All are listed in ${shortPath(file)}.`
      : `They cannot be listed in ${shortPath(file)}: it cannot be written.`,
  ].join('\n');
}

/** What only informs must not stop what it is about. */
async function write(file: string, content: string): Promise<boolean> {
  try {
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, content);
    return true;
  } catch {
    return false;
  }
}

/** More on a terminal would hide what else it says. */
const SHOWN = 3;
