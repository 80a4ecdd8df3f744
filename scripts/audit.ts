/**
 * `npm run audit`: known vulnerabilities in the packages of the lock file. Fails if one in what the site is built from
 * is high or critical. Says so if the registry does not provide an audit, as many mirrors do not.
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
