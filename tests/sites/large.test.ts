import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {chromium, type Browser, type Locator, type Page} from 'playwright';
import {afterAll, beforeAll, beforeEach, expect, test} from 'vitest';

import {chromiumLaunchOptions} from '../support/chromium';
import {serveBuild} from '../support/serveBuild';
import {buildLargeSite} from './support/largeSite';

/** `script` is what this site's own pages load and 2 kB, in bytes with gzip. */
const MOST = {bytes: 150_000, elements: 3_000, script: 158_500};

let root: string;
let served: Awaited<ReturnType<typeof serveBuild>>;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  root = await buildLargeSite('.cache/sites/large');
  served = await serveBuild(root);
  browser = await chromium.launch(chromiumLaunchOptions());
});

afterAll(async () => {
  await browser?.close();
  served?.close();
});

beforeEach(() => {
  complaints.length = 0;
});

async function opened(path: string): Promise<Page> {
  const page = await browser.newPage();
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

/** What holds the fields of a schema, or the way to them. */
function foldOf(page: Page, schema: string): Locator {
  const link = page.locator(`:scope > p a[href="/api/schemas/${schema}"]`);
  return page.locator('details[data-direction]').filter({has: link}).first();
}

async function closed(page: Page): Promise<void> {
  expect(complaints).toEqual([]);
  await page.close();
}

test('no page of it is too large, that of all operations and that of all errors included', () => {
  const pages = readdirSync(root, {recursive: true, withFileTypes: true})
    .filter(({name}) => name === 'index.html')
    .map(({parentPath}) => join(parentPath, 'index.html'));
  expect(pages.length).toBeGreaterThan(330);
  const tooLarge = pages.flatMap(page => {
    const html = readFileSync(page, 'utf8');
    const bytes = Buffer.byteLength(html);
    const elements = html.match(/<[a-z]/gi)?.length ?? 0;
    return bytes > MOST.bytes || elements > MOST.elements
      ? [`${page}: ${bytes} bytes, ${elements} elements`]
      : [];
  });
  expect(tooLarge).toEqual([]);
});

test('what a page loads does not grow with the number of the others', async () => {
  const page = await browser.newPage();
  const scripts: Promise<Buffer>[] = [];
  page.on('response', response => {
    if (response.url().endsWith('.js')) {
      scripts.push(response.body());
    }
  });
  await page.goto(`${served.origin}/api/large/change-thing-100`);
  await page.locator('html[data-has-hydrated=true]').waitFor();
  await page.waitForLoadState('networkidle');
  const loaded = await Promise.all(scripts);
  expect(loaded.length).toBeGreaterThan(3);
  const text = loaded.map(String).join('\n');
  expect(text.split('change-thing-277').length - 1, 'its address').toBe(0);
  expect(text.split('Change Thing 277').length - 1, 'its title, for the sidebar').toBe(1);
  expect(loaded.reduce((sum, script) => sum + gzipSync(script).length, 0)).toBeLessThan(MOST.script);
  await page.close();
});

test('what a page has no room for opens in its place, and stands on a page of its own', async () => {
  const page = await opened('/api/large/change-thing-100');
  const fold = foldOf(page, 'Resource12');
  await fold.locator('summary').first().click();
  await fold.getByText('resource12_11', {exact: false}).first().waitFor();
  expect(
    await page.locator('[id]').evaluateAll(all => all.length - new Set(all.map(({id}) => id)).size),
  ).toBe(0);
  await fold.getByRole('link', {name: 'Resource12', exact: true}).click();
  await page.getByRole('heading', {level: 1, name: 'Resource12'}).waitFor();
  await page.getByRole('heading', {name: 'Used by'}).waitFor();
  expect(await page.getByRole('link', {name: /^Change Thing \d+$/}).count()).toBeGreaterThan(5);
  await closed(page);
});

test('fields that cannot be fetched leave the link to their page, and come when they are asked for again', async () => {
  const page = await opened('/api/large/change-thing-100');
  let isDown = true;
  await page.route('**/api/schemas/Resource12', route =>
    isDown ? route.fulfill({status: 503}) : route.continue(),
  );
  const fold = foldOf(page, 'Resource12');
  const summary = fold.locator('summary').first();
  await summary.click();
  await page.getByText('The fields could not be fetched').waitFor();
  isDown = false;
  await summary.click();
  await summary.click();
  await page.getByText('resource12_11', {exact: false}).first().waitFor();
  await page.close();
});

test('the sidebar begins at the current page, shows what is around it, and all when asked', async () => {
  const page = await opened('/api/large/change-thing-250');
  const sidebar = page.getByRole('navigation', {name: 'Docs sidebar'});
  const current = sidebar.locator('[aria-current=page]');
  expect(await current.textContent()).toBe('Change Thing 250');
  const box = await current.boundingBox();
  expect(box?.y).toBeGreaterThan(0);
  expect(box?.y).toBeLessThan(page.viewportSize()?.height ?? 0);
  expect(await sidebar.getByRole('link', {name: /Change Thing 100$/}).count()).toBe(0);
  await sidebar.getByRole('button', {name: /^Show all 280$/}).click();
  await sidebar.getByRole('link', {name: /Change Thing 100$/}).waitFor();
  await closed(page);
});

test('the filter finds among all operations, and the search finds one by its id', async () => {
  const page = await opened('/api/small/change-thing-1');
  await page.getByRole('searchbox', {name: 'Filter the API reference'}).fill('things-277');
  await page.getByRole('link', {name: /Change Thing 277/}).waitFor();
  await page.getByRole('button', {name: 'Search', exact: true}).click();
  await page.getByRole('combobox').fill('changeThing123');
  await page.getByRole('option').first().getByText('Change Thing 123').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', {level: 1, name: 'Change Thing 123'}).waitFor();
  await closed(page);
});

test('the form opens, and the mock answers what is sent', async () => {
  const page = await opened('/api/large/change-thing-200');
  await page.getByRole('button', {name: 'Try it'}).first().click();
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await page.getByRole('region', {name: 'Response'}).getByText('200').first().waitFor();
  await closed(page);
});
