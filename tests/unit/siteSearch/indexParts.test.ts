import {expect, test} from 'vitest';

import type {SearchEntry} from '../../../src/siteSearch/entry';
import {indexParts} from '../../../src/siteSearch/indexFile';

function entry(kind: SearchEntry['kind'], name: string, text = `About ${name}.`): SearchEntry {
  return {kind, url: `/${name}`, page: 'A page', title: name, text};
}

function many(count: number): SearchEntry[] {
  return Array.from({length: count}, (_, index) => [
    entry('row', `row${index}`, `Row ${index} ${'of many words '.repeat(20)}`),
    entry('section', `section${index}`),
  ]).flat();
}

test('the index of a small site is one part', () => {
  const parts = indexParts(many(10));
  expect(parts).toHaveLength(1);
  expect(parts[0]?.entries).toHaveLength(20);
});

test('that of a large one is in parts of a bearable size, sections before rows, and all of them together say all', () => {
  const entries = many(5_000);
  const parts = indexParts(entries);
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.every(part => part.parts === parts.length)).toBe(true);
  expect(parts.filter(part => JSON.stringify(part).length > 500_000)).toEqual([]);
  const all = parts.flatMap(part => part.entries);
  expect(new Set(all.map(({url}) => url))).toEqual(new Set(entries.map(({url}) => url)));
  const kinds = all.map(({kind}) => kind);
  expect(kinds.lastIndexOf('section')).toBeLessThan(kinds.indexOf('row'));
});

test('a row that stands alike on many pages is in it once, and a section each time', () => {
  const pages = ['/a', '/b', '/c'];
  const alike = pages.flatMap(page => [
    {...entry('row', 'status', 'The status.'), url: page},
    {...entry('section', 'Request', 'The same.'), url: page},
  ]);
  const kinds = indexParts(alike).flatMap(({entries}) => entries.map(({kind}) => kind));
  expect(kinds).toEqual(['section', 'section', 'section', 'row']);
});
