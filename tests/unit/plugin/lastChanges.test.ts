import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';

import {lastChanges} from '../../../src/plugin/lastChanges';

const home = process.cwd();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'changes-'));
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, {recursive: true});
});

function git(args: readonly string[], date?: string) {
  const author = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'commit.gpgSign=false'];
  const env =
    date === undefined ? process.env : {...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date};
  execFileSync('git', [...author, ...args], {env, stdio: 'ignore'});
}

function commit(file: string, text: string, date: string) {
  mkdirSync(join(folder, file, '..'), {recursive: true});
  writeFileSync(join(folder, file), text);
  git(['add', '.']);
  git(['commit', '-m', text], date);
}

test('each file has the date of the newest commit that changed it', async () => {
  git(['init']);
  commit('docs/users.mdx', 'one', '2026-01-01T10:00:00+02:00');
  commit('docs/grüße, 1.mdx', 'two', '2026-02-01T10:00:00+00:00');
  commit('docs/users.mdx', 'three', '2026-03-01T10:00:00+00:00');
  commit('openapi.yaml', 'four', '2026-04-01T10:00:00+00:00');
  const files = ['docs/users.mdx', 'docs/grüße, 1.mdx', 'openapi.yaml', 'docs/generated.mdx'];

  expect([...(await lastChanges(files))].sort()).toEqual([
    ['docs/grüße, 1.mdx', '2026-02-01T10:00:00+00:00'],
    ['docs/users.mdx', '2026-03-01T10:00:00+00:00'],
    ['openapi.yaml', '2026-04-01T10:00:00+00:00'],
  ]);
});

test('a site in a folder of a larger repository names its files from its own folder', async () => {
  git(['init']);
  commit('site/docs/users.mdx', 'one', '2026-01-01T10:00:00Z');
  commit('docs/users.mdx', 'two', '2026-02-01T10:00:00Z');
  process.chdir(join(folder, 'site'));

  expect([...(await lastChanges(['docs/users.mdx']))]).toEqual([
    ['docs/users.mdx', '2026-01-01T10:00:00+00:00'],
  ]);
});

test('an archive of the sources without git has no dates', async () => {
  writeFileSync(join(folder, 'users.mdx'), 'one');
  expect((await lastChanges(['users.mdx'])).size).toBe(0);
});

test('a site without pages asks git for nothing', async () => {
  expect((await lastChanges([])).size).toBe(0);
});
