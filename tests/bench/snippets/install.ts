import {resolve} from 'node:path';

import {installPackages} from '../support/installPackages';
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
  await installPackages(FOLDER, dependencies);
}
