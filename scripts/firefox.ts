import {existsSync, readdirSync} from 'node:fs';
import {join, resolve} from 'node:path';

import {firstThat, named, works, type Toolchain} from './toolchains';

/** Where Firefox is installed if nothing can be installed on the system. */
export const FIREFOX_FOLDER = resolve('.cache', 'browsers');

const programs = ['firefox-esr', 'firefox'];
const macApplication = '/Applications/Firefox.app/Contents/MacOS/firefox';

/** Firefox: the one in FIREFOX_PATH, one installed on the system, or the one downloaded into the project. */
export const firefox: Toolchain = {
  name: 'Firefox',
  purpose: 'runs the tests in Firefox',
  find() {
    const {FIREFOX_PATH} = process.env;
    const candidates = FIREFOX_PATH
      ? [FIREFOX_PATH]
      : [...programs.flatMap(named), macApplication, ...downloaded()];
    return firstThat(candidates, path => works(path, ['--version']));
  },
  aptPackage: 'firefox-esr',
  brewPackage: 'firefox',
};

function downloaded(): string[] {
  const folder = join(FIREFOX_FOLDER, 'firefox');
  const versions = existsSync(folder) ? readdirSync(folder) : [];
  return versions.flatMap(version => [
    join(folder, version, 'firefox', 'firefox'),
    join(folder, version, 'Firefox.app', 'Contents', 'MacOS', 'firefox'),
  ]);
}
