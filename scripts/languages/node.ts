import {resolve} from 'node:path';

import type {LanguageTools} from '../languageTools';

const prettier = resolve('node_modules', 'prettier', 'bin', 'prettier.cjs');

export const tools: LanguageTools = {
  toolchains: [],
  interpreter: [process.execPath],
  checks: files => [[process.execPath, prettier, '--no-config', '--list-different', ...files]],
  around: call =>
    [
      'import {openAsBlob} from "node:fs";',
      'import {randomUUID} from "node:crypto";',
      call,
      'if (!response.ok) throw new Error(openAsBlob.name + randomUUID.name);',
    ].join('\n'),
};
