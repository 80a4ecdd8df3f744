import {execFileSync} from 'node:child_process';
import {chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';

import {datedSitemap} from '../../../src/plugin/datedSitemap';

type Params = Parameters<NonNullable<ReturnType<typeof datedSitemap>['createSitemapItems']>>[0];

const home = process.cwd();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sitemap-'));
  process.chdir(folder);
  git('init', '--quiet', '--initial-branch=main');
});

afterEach(() => {
  vi.unstubAllEnvs();
  process.chdir(home);
  rmSync(folder, {recursive: true});
});

function git(...args: string[]): string {
  return execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
    encoding: 'utf8',
  }).trim();
}

/** Commits files at a time of day. */
function commit(time: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, text);
  }
  git('add', '.');
  vi.stubEnv('GIT_COMMITTER_DATE', `2026-03-01T${time}:00+01:00`);
  git('commit', '--quiet', '-m', time);
}

/** The dates of a sitemap whose pages are made from these files. */
async function dates(...sources: readonly string[]): Promise<readonly (string | null | undefined)[]> {
  const {createSitemapItems} = datedSitemap({document: join(folder, 'openapi.yaml'), pages: 'docs/api'});
  const params = {
    siteConfig: {url: 'https://docs.example.com'},
    routes: sources.map((sourceFilePath, index) => ({path: `/${index}`, metadata: {sourceFilePath}})),
    defaultCreateSitemapItems: async () =>
      sources.map((_, index) => ({url: `https://docs.example.com/${index}`})),
  };
  // Only what is read of them is given.
  const items = await createSitemapItems?.(params as unknown as Params);
  return items?.map(({lastmod}) => lastmod) ?? [];
}

test('a page has the date of its file, and one of the API that of the document where it is newer', async () => {
  commit('08:00', {
    'docs/guide.md': 'a',
    'docs/api/own.mdx': 'a',
    'docs/api/newer.mdx': 'a',
    'openapi.yaml': 'a',
  });
  commit('09:00', {'openapi.yaml': 'b'});
  commit('10:00', {'docs/api/newer.mdx': 'b'});
  expect(await dates('docs/guide.md', 'docs/api/own.mdx', 'docs/api/newer.mdx')).toEqual([
    '2026-03-01T08:00:00+01:00',
    '2026-03-01T09:00:00+01:00',
    '2026-03-01T10:00:00+01:00',
  ]);
});

test('generated pages have the date of the document, and git is asked once for all pages', async () => {
  commit('08:00', {'.gitignore': '*.generated.mdx\n', 'openapi.yaml': 'a', 'docs/grüße.md': 'a'});
  const log = join(folder, 'calls');
  const path = process.env['PATH'] ?? '';
  const real = execFileSync('sh', ['-c', 'command -v git'], {encoding: 'utf8'}).trim();
  mkdirSync('bin');
  writeFileSync('bin/git', `#!/bin/sh\necho "$@" >> '${log}'\nexec '${real}' "$@"\n`);
  chmodSync('bin/git', 0o755);
  vi.stubEnv('PATH', `${join(folder, 'bin')}:${path}`);
  expect(await dates('docs/api/a/x.generated.mdx', 'docs/api/b/y.generated.mdx', 'docs/grüße.md')).toEqual([
    '2026-03-01T08:00:00+01:00',
    '2026-03-01T08:00:00+01:00',
    '2026-03-01T08:00:00+01:00',
  ]);
  expect(readFileSync(log, 'utf8').trim().split('\n')).toHaveLength(1);
});

test('a merge that says something else than both of its sides is a change', async () => {
  commit('08:00', {'docs/guide.md': 'a'});
  git('checkout', '--quiet', '-b', 'other');
  commit('09:00', {'docs/guide.md': 'b'});
  git('checkout', '--quiet', 'main');
  commit('10:00', {'docs/guide.md': 'c'});
  expect(() => git('merge', '--quiet', 'other')).toThrow();
  commit('11:00', {'docs/guide.md': 'd'});
  expect(await dates('docs/guide.md')).toEqual(['2026-03-01T11:00:00+01:00']);
});

test('a page whose file git does not know has no date', async () => {
  commit('08:00', {'openapi.yaml': 'a'});
  expect(await dates('docs/new.md')).toEqual([null]);
});
