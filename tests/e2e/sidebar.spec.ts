import type {Locator, Page} from '@playwright/test';

import {axeViolations, expect, fitsTheWindow, test, visit} from './support/test';

const createUser = '/api/users/create-user';

function field(page: Page): Locator {
  return page.getByRole('searchbox', {name: 'Filter the API reference'});
}

function sidebar(page: Page): Locator {
  return page.getByRole('navigation', {name: 'Docs sidebar'});
}

test('a word narrows the sidebar by name, path, method and operation id, and says how many fit', async ({
  page,
}) => {
  await visit(page, createUser);
  for (const [typed, name, count] of [
    ['upload', 'Upload Documents', 1],
    ['/messages', 'List Messages', 3],
    ['patch', 'Update User', 2],
    ['getThread', 'Get Thread', 1],
  ] as const) {
    await field(page).fill(typed);
    await expect(sidebar(page).getByRole('link', {name})).toBeVisible();
    await expect(sidebar(page).getByRole('status')).toHaveText(`${count} found`);
    await expect(sidebar(page).locator('a[href^="/api/"]')).toHaveCount(count);
  }
  await field(page).fill('no such thing');
  await expect(sidebar(page).getByRole('status')).toContainText('Nothing matches “no such thing”');
  await field(page).press('Escape');
  await expect(field(page)).toHaveValue('');
  await expect(sidebar(page).getByRole('link', {name: 'Create User'})).toBeVisible();
});

test('the keyboard alone finds an operation and opens it', async ({page}) => {
  await visit(page, createUser);
  await field(page).focus();
  await page.keyboard.type('thread');
  await expect(sidebar(page).getByRole('link', {name: 'List Threads'})).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(sidebar(page).getByRole('link', {name: 'List Threads'})).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(sidebar(page).getByRole('link', {name: 'Create Thread'})).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', {level: 1, name: 'Create Thread'})).toBeVisible();
  await field(page).fill('delete doc');
  await expect(sidebar(page).getByRole('status')).toHaveText('1 found');
  await field(page).press('Enter');
  await expect(page.getByRole('heading', {level: 1, name: 'Delete Document'})).toBeVisible();
});

test('guides have no such field, and without JavaScript there is none', async ({page, browser}) => {
  await visit(page, '/quickstart');
  await expect(field(page)).toHaveCount(0);
  const context = await browser.newContext({javaScriptEnabled: false});
  const plain = await context.newPage();
  await plain.goto(createUser);
  await expect(plain.getByRole('heading', {level: 1})).toBeVisible();
  await expect(field(plain)).toBeHidden();
  await expect(sidebar(plain).getByRole('link', {name: 'Create User'})).toBeVisible();
  await context.close();
});

test('the list of operations is fetched when a reader filters, not before', async ({page}) => {
  const scripts: string[] = [];
  page.on('request', request => {
    if (request.resourceType() === 'script') {
      scripts.push(request.url());
    }
  });
  await visit(page, createUser);
  await page.waitForLoadState('networkidle');
  const before = scripts.length;
  await field(page).fill('streamMessage');
  await expect(sidebar(page).getByRole('status')).toHaveText('1 found');
  expect(scripts.length).toBeGreaterThan(before);
});

test('breadcrumbs say where a page stands, to search engines too, and its neighbours are a click away', async ({
  page,
}) => {
  await visit(page, '/quickstart');
  const structured = await page.locator('script[type="application/ld+json"]').allTextContents();
  expect(structured.map((text): unknown => JSON.parse(text))).toContainEqual(
    expect.objectContaining({
      '@type': 'BreadcrumbList',
      itemListElement: [
        expect.objectContaining({name: 'Guides'}),
        expect.objectContaining({name: 'Quickstart'}),
      ],
    }),
  );
  await page.getByRole('navigation', {name: 'Docs pages'}).getByRole('link', {name: 'Next'}).click();
  await expect(page.getByRole('heading', {level: 1, name: 'Answer questions from a handbook'})).toBeVisible();
  await page.getByRole('navigation', {name: 'Breadcrumbs'}).getByRole('link', {name: 'Guides'}).click();
  await expect(page.getByRole('heading', {level: 1, name: 'Guides'})).toBeVisible();
  await visit(page, createUser);
  await expect(page.getByRole('navigation', {name: 'Breadcrumbs'})).toContainText('Users');
  await page.getByRole('navigation', {name: 'Docs pages'}).getByRole('link', {name: 'Previous'}).click();
  await expect(page.getByRole('heading', {level: 1, name: 'List Users'})).toBeVisible();
  await expect(page.getByRole('navigation', {name: 'Breadcrumbs'})).toContainText('List Users');
});

test.describe('a list of operations that does not load', () => {
  test.use({allowedConsole: [/Failed to load resource|Loading chunk/]});

  test('leaves the filter to titles', async ({page}) => {
    await visit(page, createUser);
    await page.waitForLoadState('networkidle');
    await page.route('**/*.js', route => route.abort());
    await field(page).fill('delete');
    await expect(sidebar(page).getByRole('status')).toHaveText('3 found');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the filtered sidebar keeps axe silent in ${colorScheme}, on a phone too`, async ({page}) => {
    await page.emulateMedia({colorScheme});
    await visit(page, createUser);
    await field(page).fill('user');
    await expect(sidebar(page).getByRole('status')).toContainText('found');
    expect(await axeViolations(page)).toEqual([]);
    await page.setViewportSize({width: 390, height: 844});
    await page.getByRole('button', {name: 'Toggle navigation bar'}).click();
    await field(page).fill('upload');
    const found = page.getByRole('link', {name: 'Upload Documents'});
    await expect(found).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    expect(await fitsTheWindow(page)).toBe(true);
    await field(page).press('Enter');
    await expect(page.getByRole('heading', {level: 1, name: 'Upload Documents'})).toBeVisible();
    await expect(field(page)).toBeHidden();
  });
}
