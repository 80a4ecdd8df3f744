import {homedir} from 'node:os';
import {join} from 'node:path';

import type {LanguageTools} from '../languageTools';
import {firstThat, named, PYTHON_ENVIRONMENT, works, type Toolchain} from '../toolchains';

export const python: Toolchain = {
  name: 'Python 3.9 or newer with requests',
  purpose: 'runs the Python samples',
  find: () =>
    firstThat([...named('python3'), '/usr/bin/python3', join(PYTHON_ENVIRONMENT, 'bin', 'python3')], path =>
      works(path, ['-c', 'import requests, sys; assert sys.version_info >= (3, 9)']),
    ),
  aptPackage: 'python3-requests',
  pipPackage: 'requests',
};

export const black: Toolchain = {
  name: 'black',
  purpose: 'checks the format of the Python samples',
  find: () =>
    firstThat(
      [...named('black'), join(homedir(), '.local/bin/black'), join(PYTHON_ENVIRONMENT, 'bin', 'black')],
      path => works(path, ['--version']),
    ),
  aptPackage: 'black',
  brewPackage: 'black',
  pipPackage: 'black',
};

export const tools: LanguageTools = {
  toolchains: [python, black],
  interpreter: [python],
  checks: files => [[black, '--quiet', '--check', ...files]],
  around: call => ['import os', 'import requests', call, 'response.raise_for_status()', 'os'].join('\n'),
};
