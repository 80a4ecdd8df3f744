/**
 * `npm run audit`: known weaknesses of what the lock file names. Ends with an error where one is high or critical in what the
 * site is built from, and says so where the registry does not answer, as mirrors often do not.
 */
import {spawnSync} from 'node:child_process';

import {auditVerdict} from './auditVerdict';

const {stdout} = spawnSync('npm', ['audit', '--json', '--package-lock-only'], {
  encoding: 'utf8',
  maxBuffer: 1e8,
});
const {isWeak, words} = auditVerdict(stdout);
(isWeak ? console.error : console.log)(words);
process.exitCode = isWeak ? 1 : 0;
