import {existsSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';

/** The rows of the page that name a test: `folder/file` and the words that the test is called by. */
const rows = [...readFileSync('docs/security.mdx', 'utf8').matchAll(/\| `(?<file>[\w/]+)`: `(?<name>[^`]+)` \|$/gm)].map(
  ({groups}) => ({file: groups?.['file'] ?? '', name: groups?.['name'] ?? ''}),
);

test('the page on security tells what happens in at least 60 cases', () => {
  expect(rows.length).toBeGreaterThanOrEqual(60);
  expect(new Set(rows.map(({file, name}) => `${file} ${name}`)).size).toBe(rows.length);
});

test.each(rows)('$file has the test "$name"', ({file, name}) => {
  const path = ['test', 'spec'].map(kind => `tests/${file}.${kind}.ts`).find(existsSync);
  const text = path === undefined ? '' : readFileSync(path, 'utf8');
  expect(text.includes(`'${name}'`) || text.includes(`\`${name}\``), `${path}: ${name}`).toBe(true);
});
