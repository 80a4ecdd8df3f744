import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import type {Root} from 'hast';
import {selectAll} from 'hast-util-select';
import rehypeParse from 'rehype-parse';
import {unified} from 'unified';

const ORIGIN = 'https://docs.cloudindex.com';
const files = readdirSync('build', {recursive: true, encoding: 'utf8'});
const sections = new Map<string, ReadonlySet<string>>();

function parsed(file: string): Root {
  return unified()
    .use(rehypeParse)
    .parse(readFileSync(join('build', file), 'utf8'));
}

/** The ids on a page. */
function sectionsOf(file: string): ReadonlySet<string> {
  const ids =
    sections.get(file) ??
    new Set(selectAll('[id]', parsed(file)).map(({properties}) => String(properties.id)));
  sections.set(file, ids);
  return ids;
}

/** The file of the build behind a path of the site. */
function fileOf(path: string): string | undefined {
  return [path, join(path, 'index.html'), `${path}.html`]
    .map(candidate => candidate.replace(/^\//, ''))
    .find(candidate => /\.\w+$/.test(candidate) && existsSync(join('build', candidate)));
}

/** Why an address on a page leads nowhere; undefined for one that does not, or that leads to another site. */
function fault(address: string, from: string): string | undefined {
  const url = new URL(address, `${ORIGIN}/${from}`);
  if (url.origin !== ORIGIN) {
    return undefined;
  }
  const file = fileOf(decodeURIComponent(url.pathname));
  if (file === undefined) {
    return `${from}: there is nothing at ${address}`;
  }
  const anchor = decodeURIComponent(url.hash.slice(1));
  // A twin has the sections of its page.
  const page = file.endsWith('.md') ? fileOf(`/${file.replace(/(index)?\.md$/, '')}`) : file;
  const isThere = anchor === '' || !page?.endsWith('.html') || sectionsOf(page).has(anchor);
  return isThere ? undefined : `${from}: ${page} has no #${anchor}`;
}

test('every link, picture and file that a page names is there, and so is the section', () => {
  const pages = files.filter(file => file.endsWith('.html') && !file.startsWith('fixtures'));
  const faults = pages.flatMap(page =>
    selectAll('[href], [src]', parsed(page)).flatMap(({properties}) => {
      const address = String(properties.href ?? properties.src);
      return /^(?:https?:|\/|#|\.)/.test(address)
        ? (fault(address, page.replace(/index\.html$/, '')) ?? [])
        : [];
    }),
  );
  expect(pages.length).toBeGreaterThan(25);
  expect(faults).toEqual([]);
});

test('every link of a page in Markdown, of llms.txt and of the feeds leads to a page and a section', () => {
  const texts = files.filter(file => /\.(?:md|txt|rss|atom)$/.test(file) && !file.startsWith('fixtures'));
  const faults = texts.flatMap(file => {
    const text = readFileSync(join('build', file), 'utf8').replace(/```[^]*?```/g, '');
    const addresses = [...text.matchAll(/https:\/\/docs\.cloudindex\.com[^\s)"'<>\]`,]*/g)];
    return addresses.flatMap(([address]) => fault(address, file) ?? []);
  });
  expect(texts.length).toBeGreaterThan(25);
  expect(faults).toEqual([]);
});
