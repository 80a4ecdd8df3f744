import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';

import {run} from '../../samples/support/runSample';

/**
 * Installs exactly these packages into a folder of the cache, unless they are there, without scripts of theirs: what is
 * compared with is no dependency. Throws with npm's words when it cannot.
 */
export async function installPackages(
  folder: string,
  dependencies: Readonly<Record<string, string>>,
): Promise<void> {
  const wanted = JSON.stringify({private: true, dependencies}, null, 2);
  // Written last, so that it tells of a whole installation.
  const done = join(folder, 'installed.json');
  if ((await readFile(done, 'utf8').catch(() => '')) === wanted) {
    return;
  }
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, 'package.json'), wanted);
  const {exitCode, stderr} = await run(
    [
      'npm',
      'install',
      '--prefix',
      resolve(folder),
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ],
    folder,
    {},
    300_000,
  );
  if (exitCode !== 0) {
    throw new Error(`npm could not install what the bench compares with:\n${stderr}`);
  }
  await writeFile(done, wanted);
}
