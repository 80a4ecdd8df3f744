import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {chromium, type Browser, type Page} from 'playwright';
import type {Element, Root} from 'hast';
import {selectAll} from 'hast-util-select';
import {toString} from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {visit} from 'unist-util-visit';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

import {builtLinks, type BuiltLinks} from '../support/builtLinks';
import {chromiumLaunchOptions} from '../support/chromium';
import {serveBuild} from '../support/serveBuild';
import {buildHostileSite} from './support/hostileSite';
import {checks, complaintsOf} from './support/smoke';
import {serveBy, webServers, type ServedSite} from './support/webServer';

const FOLDER = '.cache/sites/hostile';

let root: string;
let site: BuiltLinks;
let served: Awaited<ReturnType<typeof serveBuild>>;
let browser: Browser;

beforeAll(async () => {
  root = await buildHostileSite(FOLDER);
  site = builtLinks(root);
  served = await serveBuild(root);
  browser = await chromium.launch(chromiumLaunchOptions());
});

afterAll(async () => {
  await browser?.close();
  served?.close();
});

function parsed(file: string): Root {
  return unified()
    .use(rehypeParse)
    .parse(readFileSync(join(root, file), 'utf8'));
}

/** What of an element a browser would run, or go to and run. */
function running({tagName, properties, children}: Element): string[] {
  const attributes = Object.entries(properties).flatMap(([name, value]) =>
    /^on/i.test(name) ||
    /^[\s\u0000-\u001f]*(?:j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:|data:text)/i.test(String(value))
      ? [`${name}="${String(value)}"`]
      : [],
  );
  const isRun = tagName === 'style' || (tagName === 'script' && !/json/.test(String(properties.type)));
  const text = isRun ? toString({type: 'root', children}) : '';
  return [...attributes, ...(text.includes('__hit') ? [text] : [])];
}

test('below another path, each link, picture, feed and file of a page is there, in both languages', () => {
  expect(site.pages.filter(page => page.startsWith('docs/de/')).length).toBeGreaterThan(25);
  expect(site.faultsOfPages()).toEqual([]);
});

test('below another path, each address in a twin, index, feed and sitemap is there, in both languages', () => {
  expect(site.texts.filter(text => text.startsWith('docs/de/')).length).toBeGreaterThan(25);
  expect(site.faultsOfTexts()).toEqual([]);
});

test('no text of a document, a page, a configuration or a translation becomes markup that runs', () => {
  const found = site.pages.flatMap(page =>
    selectAll('*', parsed(page))
      .flatMap(running)
      .map(what => `${page}: ${what}`),
  );
  expect(found).toEqual([]);
});

test('what pages say to programs is whole, whatever the titles', () => {
  for (const page of site.pages) {
    const document = parsed(page);
    for (const script of selectAll('script[type="application/ld+json"]', document)) {
      expect(JSON.parse(toString(script)), page).toHaveProperty('@context');
    }
    expect(selectAll('body script[type="application/ld+json"], body title', document), page).toEqual([]);
  }
});

test('no page as Markdown, and no index of them, has markup that runs, or a link that does', () => {
  const reader = unified().use(remarkParse).use(remarkGfm);
  for (const file of site.texts.filter(text => /\.(?:md|txt)$/.test(text) && !text.endsWith('robots.txt'))) {
    visit(reader.parse(readFileSync(join(root, file), 'utf8')), node => {
      expect(node.type === 'html' ? node.value : '', file).not.toContain('__hit');
      expect('url' in node ? node.url : '', file).not.toMatch(/^\s*(?:java\s*script|data):/i);
    });
  }
});

const complaints: string[] = [];

/** A page that reports each call of `__hit`, and every error. */
async function opened(path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.exposeFunction('__hit', (way: unknown) => complaints.push(`${path}: __hit(${String(way)})`));
  page.on('pageerror', error => complaints.push(`${path}: ${error.message}`));
  page.on('console', message => {
    if (message.type() === 'error') {
      complaints.push(`${path}: ${message.text()}`);
    }
  });
  await page.goto(served.origin + path);
  await page.locator('html[data-has-hydrated=true]').waitFor();
  return page;
}

test('nothing runs in a browser, in either language', async () => {
  const pages = site.pages
    .filter(file => /^docs\/(?:de\/)?(?:api\/(?!chat|documents|search|users).*)?index\.html$/.test(file))
    .map(file => `/${file.replace(/index\.html$/, '')}`);
  expect(pages.length).toBeGreaterThan(8);
  for (const path of pages) {
    const page = await opened(path);
    const tryIt = page.getByRole('button', {name: /Try it|Ausprobieren/}).first();
    if ((await tryIt.count()) > 0) {
      await tryIt.click();
      await page.getByRole('form').first().waitFor();
    }
    await page.close();
  }
  expect(complaints).toEqual([]);
});

test('a sign-in comes back to the page for it, below the same path', async () => {
  const operation = site.pages.find(file => /^docs\/api\/script.*index\.html$/.test(file)) ?? '';
  const page = await opened(`/${operation.replace(/index\.html$/, '')}`);
  await page.getByRole('button', {name: 'Try it'}).first().click();
  await page.getByLabel('Server', {exact: true}).selectOption({index: 2});
  await page.getByText(`${served.origin}/docs/oauth/callback`).first().waitFor();
  expect(site.pages).toContain('docs/oauth/callback/index.html');
  await page.close();
});

describe.each(webServers)('below another path, served by $name as the build configures it', server => {
  let behind: ServedSite;

  beforeAll(async () => {
    behind = await serveBy(server, {configurations: join(FOLDER, 'deploy'), root});
  });
  afterAll(() => behind?.close());

  test.each(checks.map(check => [check.name, check] as const))('%s', async (_, check) => {
    expect(await complaintsOf(browser, check, `http://localhost:${behind.port}/docs/`)).toEqual([]);
  });
});
