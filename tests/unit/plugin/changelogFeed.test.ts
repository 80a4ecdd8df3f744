import {expect, test} from 'vitest';

import {feedEntries} from '../../../src/plugin/changelogFeed/entries';

const url = 'https://docs.example.com/changelog';
const page = (entries: string): string =>
  `<main><div class="theme-doc-markdown"><h1>Changelog</h1><p>About.</p>${entries}</div></main>`;

test('each heading is an entry with its day, and with links that work elsewhere', () => {
  const html = page(`
    <h2 class="anchor" id="110">1.1.0<a href="#110" class="hash-link">\u200b</a></h2>
    <p><time datetime="2026-12-24">24 December 2026</time></p>
    <p class="x">See <a class="link" href="/search">search</a>.</p>
    <h2 id="100">1.0.0</h2><p><time datetime="2026-11-23">23 November 2026</time></p><p>First.</p>`);
  expect(feedEntries(html, url)).toEqual([
    {
      title: '1.1.0',
      url: `${url}#110`,
      date: new Date('2026-12-24'),
      html: '<p>See <a href="https://docs.example.com/search">search</a>.</p>',
    },
    {title: '1.0.0', url: `${url}#100`, date: new Date('2026-11-23'), html: '<p>First.</p>'},
  ]);
});

test('an entry without a day stops the build and says what to write', () => {
  expect(() => feedEntries(page('<h2 id="110">1.1.0</h2><p>New.</p>'), url)).toThrow(
    /The entry "1\.1\.0" of the changelog has no date\. Write <time/,
  );
});
