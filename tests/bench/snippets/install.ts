import {mkdir, writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';

import {run} from '../../samples/support/runSample';
import {bundlerPackages, samplePackages, tools} from './tools';

/** Where the peers and the results are; nothing of it is part of the repository. */
export const FOLDER = resolve('.cache', 'bench', 'snippets');

/** Installs exactly the packages of the bench, without scripts of theirs. Throws with npm's words when it cannot. */
export async function installPeers(): Promise<void> {
  const dependencies = Object.assign(
    {},
    bundlerPackages,
    samplePackages,
    ...tools.map(({packages}) => packages),
  );
  await mkdir(FOLDER, {recursive: true});
  await writeFile(join(FOLDER, 'package.json'), JSON.stringify({private: true, dependencies}, null, 2));
  const {exitCode, stderr} = await run(
    ['npm', 'install', '--prefix', FOLDER, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    FOLDER,
    {},
    300_000,
  );
  if (exitCode !== 0) {
    throw new Error(`npm could not install the generators to compare with:\n${stderr}`);
  }
}
