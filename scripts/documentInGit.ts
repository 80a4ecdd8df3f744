import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {loadApi} from '../src/api/document/load';
import type {Api} from '../src/api/operation';

export const DOCUMENT = 'static/openapi.yaml';

/** The API in a commit. @throws Error if the commit has no document. */
export async function apiIn(commit: string): Promise<Api> {
  const folder = mkdtempSync(join(tmpdir(), 'changelog-'));
  try {
    const file = join(folder, 'openapi.yaml');
    writeFileSync(file, fileIn(commit, DOCUMENT));
    return await loadApi(file, {checkExamples: false});
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** The commits that changed the document, the newest first. */
export function commitsOfDocument(): readonly string[] {
  return git('log', '--format=%H', '--', DOCUMENT).split('\n').filter(Boolean);
}

/** The content of a file in a commit. @throws Error if git knows no such commit or file. */
export function fileIn(commit: string, file: string): string {
  return git('show', `${commit}:${file}`);
}

function git(...args: string[]): string {
  return execFileSync('git', args, {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}
