import type {LanguageTools} from '../languageTools';
import {firstThat, hasVersion, named, works, type Toolchain} from '../toolchains';

export const curl: Toolchain = {
  name: 'curl 7.76 or newer',
  purpose: 'runs the cURL samples',
  find: () => firstThat(named('curl'), path => hasVersion(path, ['--version'], 7, 76)),
  aptPackage: 'curl',
  brewPackage: 'curl',
};

export const shellcheck: Toolchain = {
  name: 'shellcheck',
  purpose: 'checks the cURL samples',
  find: () => firstThat(named('shellcheck'), path => works(path, ['--version'])),
  aptPackage: 'shellcheck',
  brewPackage: 'shellcheck',
};

export const tools: LanguageTools = {
  toolchains: [curl, shellcheck],
  interpreter: ['bash'],
  // SC2016 and SC1003 warn about `$` and quotes within single quotes: in samples they are data.
  checks: files => [[shellcheck, '--shell=bash', '--exclude=SC2016,SC1003', ...files]],
  around: call => call,
};
