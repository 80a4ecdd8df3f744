import {existsSync} from 'node:fs';
import {copyFile, mkdir, writeFile} from 'node:fs/promises';
import {basename, join, resolve} from 'node:path';

import {run} from '../../samples/support/runSample';
import type {ServedDocument} from './peer';

export const FOLDER = resolve('.cache', 'bench', 'playground');

/** A peer that is a script: its package, the files of it that its page needs, and the page's body. */
export interface Standalone {
  readonly packageName: string;
  readonly version: string;
  readonly files: readonly string[];
  readonly body: string;
}

/** Writes a folder with files of the package, the document and a page as the package's readme shows it. */
export async function prepareStandalone(
  {packageName, version, files, body}: Standalone,
  {text}: ServedDocument,
): Promise<string> {
  const name = packageName.replace(/\W+/g, '-');
  const unpacked = join(FOLDER, 'packages', `${name}-${version}`);
  await unpack(unpacked, `${packageName}@${version}`, files);
  const site = join(FOLDER, 'sites', name);
  await mkdir(site, {recursive: true});
  for (const file of files) {
    await copyFile(join(unpacked, 'package', file), join(site, basename(file)));
  }
  await writeFile(join(site, 'openapi.yaml'), text);
  const head =
    '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>API</title>';
  await writeFile(join(site, 'index.html'), head + body);
  return site;
}

/** Gets files of a package without what it depends on, which its bundles hold. Throws with npm's words when it cannot. */
async function unpack(folder: string, specifier: string, files: readonly string[]): Promise<void> {
  if (files.every(file => existsSync(join(folder, 'package', file)))) {
    return;
  }
  await mkdir(folder, {recursive: true});
  const packed = await run(['npm', 'pack', specifier, '--silent'], folder, {}, 300_000);
  const archive = packed.stdout.trim();
  const wanted = files.map(file => `package/${file}`);
  const {exitCode, stderr} = await run(['tar', '-xzf', archive, ...wanted], folder, {}, 60_000);
  if (exitCode !== 0) {
    throw new Error(`npm could not get ${specifier}:\n${packed.stderr}\n${stderr}`);
  }
}
