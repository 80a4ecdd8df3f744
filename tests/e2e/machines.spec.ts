import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseYaml} from '@redocly/openapi-core';
import type {Element} from 'hast';
import {select, selectAll} from 'hast-util-select';
import {toString} from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import {unified} from 'unified';

import {capture} from '../../scripts/runCommand';
import {axeViolations, expect, test, visit} from './support/test';

const ORIGIN = 'https://docs.cloudindex.com';
const sitemap = readFileSync('build/sitemap.xml', 'utf8');
const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname);

interface Head {
  readonly path: string;
  /** The value of an attribute of the one element that a selector finds. */
  readonly only: (selector: string, attribute: 'content' | 'href') => string;
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

function headOf(path: string): Head {
  const html = unified()
    .use(rehypeParse)
    .parse(readFileSync(join('build', path, 'index.html'), 'utf8'));
  const elements = (selector: string): Element[] => selectAll(`head ${selector}`, html);
  return {
    path,
    only: (selector, attribute) => {
      expect(elements(selector), `${path} ${selector}`).toHaveLength(1);
      return String(select(`head ${selector}`, html)?.properties[attribute] ?? '');
    },
    data: elements('script[type="application/ld+json"]').map(script => JSON.parse(toString(script))),
  };
}

test.describe('the head of every page', () => {
  let heads: readonly Head[];

  test.beforeAll(() => {
    heads = paths.filter(path => !path.startsWith('/fixtures')).map(headOf);
  });

  test('leads to the page in Markdown and names its one address', () => {
    expect(heads.length).toBeGreaterThan(25);
    for (const {path, only} of heads) {
      const markdown = new URL(only('link[rel=alternate][type="text/markdown"]', 'href'));
      expect(readFileSync(join('build', markdown.pathname), 'utf8')).toMatch(/\S/);
      expect(only('link[rel=canonical]', 'href')).toBe(ORIGIN + path);
      expect(only('meta[property="og:url"]', 'content')).toBe(ORIGIN + path);
    }
  });

  test('has a picture of its own, of the size that it says, and words for it', () => {
    const pictures = new Map<string, string>();
    for (const {path, only} of heads) {
      const picture = new URL(only('meta[property="og:image"]', 'content'));
      const png = readFileSync(join('build', picture.pathname));
      expect(`${png.readUInt32BE(16)}`, path).toBe(only('meta[property="og:image:width"]', 'content'));
      expect(`${png.readUInt32BE(20)}`, path).toBe(only('meta[property="og:image:height"]', 'content'));
      expect(only('meta[property="og:image:alt"]', 'content')).toMatch(/CloudIndex Docs/);
      expect(only('meta[name=description]', 'content'), path).toMatch(/\S{3}/);
      expect(pictures.get(png.toString('base64')), `${path} has the picture of`).toBeUndefined();
      pictures.set(png.toString('base64'), path);
    }
  });

  test('tells search engines what the page is, and where', () => {
    for (const {path, data} of heads) {
      const types = data.map(one => one['@type']);
      const reference = /^\/api\/\w+\/./.test(path);
      const kind = path === '/' ? 'WebSite' : reference ? 'APIReference' : 'TechArticle';
      expect(types, path).toContain(kind);
      const page = data.find(one => one['@type'] === kind);
      expect(page).toMatchObject({'@context': 'https://schema.org', url: ORIGIN + path, inLanguage: 'en'});
      expect(page?.['headline'] ?? page?.['name'], path).toMatch(/\S/);
      if (path !== '/') {
        expect(types, path).toContain('BreadcrumbList');
      }
    }
  });
});

test('robots.txt lets all read, and leads to a sitemap of each language', () => {
  const sitemaps = [...readFileSync('build/robots.txt', 'utf8').matchAll(/^Sitemap: (.*)$/gm)].map(
    ([, url = '']) => new URL(url).pathname,
  );
  expect(sitemaps).toEqual(['/sitemap.xml', '/de/sitemap.xml']);
  for (const path of sitemaps) {
    expect(readFileSync(`build${path}`, 'utf8')).toContain('/users/create-user</loc>');
  }
});

test('the sitemap says when a page last changed, by git, the document that it is made from included', () => {
  const files = ['docs/api/users/create-user.mdx', 'static/openapi.yaml'];
  const {output} = capture('git', ['log', '-1', '--format=%ct', '--', ...files]);
  const [, time] = /users\/create-user<\/loc><lastmod>([^<]+)/.exec(sitemap) ?? [];
  // Without git, as in an archive of the sources, there are no dates.
  expect(time === undefined ? NaN : Date.parse(time)).toBe(Number.parseInt(output, 10) * 1000);
});

test('the OpenAPI document is there as YAML and as JSON, which say the same', async ({page, request}) => {
  await visit(page, '/');
  await page.getByRole('button', {name: 'OpenAPI'}).click();
  const addresses = await Promise.all(
    ['OpenAPI YAML', 'OpenAPI JSON'].map(name =>
      page.getByRole('navigation', {name: 'Main'}).getByRole('link', {name}).getAttribute('href'),
    ),
  );
  const [yaml = '', json = ''] = await Promise.all(
    addresses.map(async address => (await request.get(address ?? '')).text()),
  );
  expect(JSON.parse(json)).toEqual(parseYaml(yaml));
});

test('readers of feeds find the changelog from any page, with an entry for each version', async ({
  page,
  request,
}) => {
  await visit(page, '/search');
  const versions = readFileSync('docs/changelog.mdx', 'utf8').match(/^## .+$/gm) ?? [];
  expect(versions.length).toBeGreaterThan(0);
  for (const [type, item] of [
    ['application/rss+xml', 'item'],
    ['application/atom+xml', 'entry'],
  ] as const) {
    const href = await page.locator(`head link[rel=alternate][type="${type}"]`).getAttribute('href');
    const xml = await (await request.get(href ?? '')).text();
    const entries = await page.evaluate(
      ([text, name]) => {
        const feed = new DOMParser().parseFromString(text, 'application/xml');
        return feed.querySelector('parsererror')
          ? []
          : [...feed.querySelectorAll(name)].map(entry => entry.querySelector('title')?.textContent);
      },
      [xml, item] as const,
    );
    expect(entries.map(title => `## ${title}`)).toEqual(versions);
  }
});

test.describe('a page as Markdown', () => {
  test.use({permissions: ['clipboard-read', 'clipboard-write']});

  test('is copied by keyboard, announced, and not loaded before', async ({page, request}) => {
    const loaded: string[] = [];
    page.on('request', one => loaded.push(one.url()));
    await visit(page, '/rate-limits');
    expect(loaded.filter(url => url.endsWith('.md'))).toEqual([]);
    await page.getByRole('button', {name: 'Copy as Markdown'}).press('Enter');
    await expect(page.getByRole('status').filter({hasText: 'Page copied as Markdown'})).toBeAttached();
    const twin = await (await request.get('/rate-limits.md')).text();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(twin);
    expect(twin).toContain('# Rate limits and retries');
  });

  test('is opened from the page, also without JavaScript', async ({browser, baseURL}) => {
    const context = await browser.newContext({javaScriptEnabled: false, ...(baseURL ? {baseURL} : {})});
    const page = await context.newPage();
    await page.goto('/api/users/create-user');
    await expect(page.getByRole('button', {name: 'Copy as Markdown'})).toBeHidden();
    const link = page.getByRole('link', {name: 'View as Markdown'});
    await expect(link).toHaveAttribute('href', '/api/users/create-user.md');
    await context.close();
  });

  test.describe('when it cannot be loaded', () => {
    test.use({allowedConsole: [/Failed to load resource/]});

    for (const [what, answer, words] of [
      [
        'has no Markdown',
        {status: 200, contentType: 'text/html', body: '<!doctype html>'},
        /A build makes it/,
      ],
      ['fails', {status: 500, body: ''}, /could not be loaded. Check your connection/],
    ] as const) {
      test(`says so, as the server ${what}`, async ({page}) => {
        await visit(page, '/search');
        await page.route('**/search.md', route => route.fulfill(answer));
        await page.getByRole('button', {name: 'Copy as Markdown'}).click();
        await expect(page.getByRole('status').filter({hasText: words})).toBeVisible();
        expect(await axeViolations(page)).toEqual([]);
      });
    }
  });
});

test('where copying is not allowed, the page says how to get the Markdown all the same', async ({page}) => {
  await page.addInitScript(() => {
    const refuse = (): Promise<never> => Promise.reject(new DOMException('denied', 'NotAllowedError'));
    Object.defineProperty(navigator, 'clipboard', {value: {write: refuse, writeText: refuse}});
  });
  await visit(page, '/search');
  await page.getByRole('button', {name: 'Copy as Markdown'}).click();
  await expect(page.getByRole('status').filter({hasText: 'Open View as Markdown'})).toBeVisible();
});
