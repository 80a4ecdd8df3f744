import type {Page} from '@playwright/test';

import {expect, test, visit} from './support/test';

const searchDocuments = '/api/search/search-documents';

/** Addresses of the files with other pages that a page fetches from now on. */
function fetchedPages(page: Page): readonly string[] {
  const found: string[] = [];
  page.on('request', request => {
    if (request.url().includes('/assets/pages/')) {
      found.push(new URL(request.url()).pathname);
    }
  });
  return found;
}

/** Goes to an operation by links alone, from any page. */
async function goTo(page: Page, operation: string): Promise<void> {
  await page.getByRole('link', {name: 'API reference'}).first().click();
  await page.getByRole('main').getByRole('link', {name: operation, exact: true}).click();
  await expect(page.getByRole('heading', {level: 1, name: operation})).toBeVisible();
}

test('a page that was opened by its address fetches nothing of itself', async ({page}) => {
  const fetched = fetchedPages(page);
  await visit(page, searchDocuments);
  await page.waitForLoadState('networkidle');
  expect(fetched).toEqual([]);
});

test('a page reached by a link says the same as one opened by its address, and so does one come back to', async ({
  page,
}) => {
  await visit(page, searchDocuments);
  const endpoint = page.locator('.endpoint');
  await expect(endpoint.getByRole('button', {name: 'Copy code'}).first()).toBeAttached();
  const served = (await endpoint.textContent()) ?? '';
  expect(served).toContain('options.min_score');
  await goTo(page, 'Get User');
  const fetched = fetchedPages(page);
  await goTo(page, 'Search Documents');
  await expect(endpoint).toHaveText(served);
  expect(fetched).toEqual([]);

  await visit(page, '/api/users/get-user');
  await goTo(page, 'Search Documents');
  await expect(endpoint).toHaveText(served);
  expect(fetched).toHaveLength(1);
});

test('a link to a folded field opens it on a page that was reached by a link', async ({page}) => {
  await visit(page, '/api/users/get-user');
  await goTo(page, 'Search Documents');
  const field = page.getByText('options.min_score', {exact: true});
  await page.locator('summary', {hasText: 'Fields of options'}).click();
  await expect(field).toBeHidden();
  await page.evaluate(() => window.location.assign('#body-options-min-score'));
  await expect(field).toBeInViewport();
});

test('an example is copied as it is shown', async ({page}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit(page, searchDocuments);
  const block = page.locator('.endpoint__samples .theme-code-block').first();
  await block.hover();
  await block.getByRole('button', {name: 'Copy code'}).click();
  await expect(block.getByText('code copied')).toBeAttached();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await block.locator('pre').textContent());
  expect(copied).toMatch(/^\{\n {2}"/);
});

test('a link in what the document says leads on without loading the site anew', async ({page}) => {
  await page.route('**/assets/pages/**', async route => {
    const json = await (await route.fetch()).json();
    json.parts[0] += '<p><a href="/quickstart">First steps</a></p>';
    await route.fulfill({json});
  });
  await visit(page, '/api/users/get-user');
  await goTo(page, 'Search Documents');
  await page.evaluate(() => document.body.setAttribute('data-same', ''));
  await page.getByRole('link', {name: 'First steps'}).click();
  await expect(page.getByRole('heading', {level: 1, name: 'Quickstart'})).toBeVisible();
  await expect(page).toHaveURL(/\/quickstart$/);
  await expect(page.locator('body[data-same]')).toBeAttached();
});

test.describe('a page whose data cannot be fetched', () => {
  test.use({allowedConsole: [/assets\/pages|Failed to load resource/]});

  test('says that there is none where a link was wrong', async ({page}) => {
    await page.route('**/assets/pages/**', async route => {
      const response = await route.fetch();
      if (!response.ok()) {
        await route.fulfill({response});
        return;
      }
      const json = await response.json();
      json.parts[0] += '<p><a href="/api/users/no-such-page">Gone</a></p>';
      await route.fulfill({json});
    });
    await visit(page, '/api/users/get-user');
    await goTo(page, 'Search Documents');
    await page.getByRole('link', {name: 'Gone'}).click();
    await expect(page).toHaveTitle(/Page Not Found/);
    await expect(page.locator('html[data-has-hydrated="true"]')).toBeAttached();
    await page.goBack();
    await expect(page.getByRole('heading', {level: 1, name: 'Search Documents'})).toBeVisible();
  });

  test('is loaded as a whole', async ({page}) => {
    await page.route('**/assets/pages/**', route => route.fulfill({status: 404, body: 'Not found'}));
    await visit(page, '/api/users/get-user');
    await page.evaluate(() => document.body.setAttribute('data-same', ''));
    await goTo(page, 'Search Documents');
    await expect(page.getByText('options.min_score', {exact: true})).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`${searchDocuments}$`));
    await expect(page.locator('body[data-same]')).toHaveCount(0);
  });
});
