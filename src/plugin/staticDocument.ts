import {rm, writeFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {stringify} from 'yaml';

import {withDigits} from '../api/digits';
import type {LoadedDocument} from '../api/document/load';

/**
 * Where something internal is left out of a document, its own files tell of it, and Docusaurus has copied those that are in
 * static folders: the document is written anew, and the files that it is put together from are removed, as it holds them.
 * @param outDir the folder of the build
 */
export async function replaceStaticFiles(
  loaded: Pick<LoadedDocument, 'document' | 'digits' | 'files' | 'hidesInternal'>,
  document: string,
  staticFolders: readonly string[],
  outDir: string,
): Promise<void> {
  if (!loaded.hidesInternal) {
    return;
  }
  const copies = loaded.files.flatMap(file =>
    staticFolders
      .map(folder => relative(folder, file))
      .filter(path => !path.startsWith('..'))
      .map(path => ({file, copy: join(outDir, path)})),
  );
  for (const {file, copy} of copies) {
    await (file === document ? writeFile(copy, textOf(loaded, file)) : rm(copy, {force: true}));
  }
}

function textOf({document, digits}: Pick<LoadedDocument, 'document' | 'digits'>, file: string): string {
  const text = file.endsWith('.json') ? `${JSON.stringify(document, null, 2)}\n` : stringify(document);
  return withDigits({digits}, text);
}
