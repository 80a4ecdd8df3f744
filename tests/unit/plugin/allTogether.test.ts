import {expect, test} from 'vitest';

import {allTogether} from '../../../src/plugin/markdownTwins/allTogether';

const pages = ['One', 'Two', 'Three'].map(title => ({title, markdown: `# ${title}\n`}));
const index = 'https://docs.example.com/llms.txt';

test('all pages are in one file, in order, as long as there is room', () => {
  expect(allTogether(pages, index)).toBe('# One\n\n---\n\n# Two\n\n---\n\n# Three\n');
  expect(allTogether(pages, index, 20)).toBe(allTogether(pages, index));
});

test('where there is none, whole pages are left out, and the file says how many and where they are', () => {
  const text = allTogether(pages, index, 19);
  expect(text).toContain('# One\n\n---\n\n# Two\n\n---\n\n');
  expect(text).not.toContain('# Three');
  expect(text).toContain('1 of its 3 pages');
  expect(text).toContain(index);
  expect(text).toContain('The first is Three.');
});

test('what comes after the first page that has no room is left out too, however short', () => {
  const long = {title: 'Long', markdown: `# Long\n${'a'.repeat(100)}\n`};
  const text = allTogether([...pages.slice(0, 1), long, ...pages.slice(1)], index, 50);
  expect(text).toContain('3 of its 4 pages');
});
