import type {Locator, Page} from '@playwright/test';
import {readFileSync} from 'node:fs';

import {axeViolationsInBothThemes, expect, fitsTheWindow, openTryIt, test, visit} from './support/test';

/** Every page of the site in English, from its own sitemap, some in German, and an address that leads nowhere. */
const sitemap = readFileSync('build/sitemap.xml', 'utf8');
const pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)]
  .map(([, url = '']) => new URL(url).pathname)
  .concat('/de/quickstart', '/de/api/users/create-user', '/de/api/search/search-documents', '/nowhere');
const windows = [
  {width: 1280, height: 800},
  {width: 390, height: 844},
];

/** Few enough for one test on a slow machine. */
const PAGES_A_TEST = 4;

test('the sitemap names the pages', () => {
  expect(pages.length).toBeGreaterThan(20);
});

for (const viewport of windows) {
  test.describe(`at ${viewport.width} px`, () => {
    test.use({viewport, colorScheme: 'light', allowedConsole: [/404 \(Not Found\)/]});

    for (let first = 0; first < pages.length; first += PAGES_A_TEST) {
      const some = pages.slice(first, first + PAGES_A_TEST);
      test(`axe is silent in both themes on pages that fit the window: ${some.join(', ')}`, async ({
        page,
      }) => {
        test.setTimeout(180_000);
        const faults: string[] = [];
        for (const path of some) {
          await visit(page, path);
          faults.push(...((await fitsTheWindow(page)) ? [] : [`${path} is wider than the window`]));
          faults.push(...(await axeViolationsInBothThemes(page)).map(fault => `${path} ${fault}`));
        }
        expect(faults).toEqual([]);
      });
    }

    test('the open form, its faults and the response fit the window and axe is silent in both themes', async ({
      page,
    }) => {
      await openTryIt(page, '/api/users/create-user');
      expect(await axeViolationsInBothThemes(page)).toEqual([]);
      await page.getByRole('textbox', {name: 'email'}).fill('not-an-address');
      await page.getByRole('button', {name: 'Send', exact: true}).click();
      await expect(page.getByRole('button', {name: 'Send anyway'})).toBeVisible();
      expect(await axeViolationsInBothThemes(page)).toEqual([]);
      await page.getByRole('button', {name: 'Send anyway'}).click();
      await expect(page.getByRole('region', {name: 'Response'})).toContainText('422');
      expect(await axeViolationsInBothThemes(page)).toEqual([]);
      expect(await fitsTheWindow(page)).toBe(true);
    });
  });
}

test('with the keyboard alone a reader opens the form, changes a value, sends it and reads the response', async ({
  page,
}) => {
  await visit(page, '/api/users/create-user');
  await page.getByRole('heading', {level: 1}).click();
  const tryIt = page.getByRole('button', {name: 'Try it'});
  await tabUntilFocused(page, tryIt);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('form', {name: 'Try it'})).toBeFocused();
  const email = page.getByRole('textbox', {name: 'email'});
  await tabUntilFocused(page, email);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('keyboard@example.com');
  await tabUntilFocused(page, page.getByRole('button', {name: 'Send', exact: true}));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('201 Created');
  await tabUntilFocused(page, page.getByLabel('Response body', {exact: true}));
});

test('closing the form gives focus back to Try it', async ({page}) => {
  await openTryIt(page, '/api/users/create-user');
  await page.getByRole('button', {name: 'Close the form'}).press('Enter');
  await expect(page.getByRole('button', {name: 'Try it'})).toBeFocused();
});

test('nothing of the form is fetched before Try it, and nothing of the mock before Send', async ({page}) => {
  const fetched: string[] = [];
  page.on('request', request => fetched.push(request.url()));
  await visit(page, '/api/users/create-user');
  await page.waitForLoadState('networkidle');
  const scripts = async (): Promise<string[]> => {
    const bodies = await Promise.all(
      fetched.filter(url => url.endsWith('.js')).map(async url => (await page.request.get(url)).text()),
    );
    return bodies;
  };
  expect((await scripts()).some(text => text.includes('Back to the written samples'))).toBe(false);
  await page.getByRole('button', {name: 'Try it'}).click();
  await expect(page.getByRole('button', {name: 'Send', exact: true})).toBeVisible();
  expect((await scripts()).some(text => text.includes('mockServiceWorker') || text.includes('[MSW]'))).toBe(
    false,
  );
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('201 Created');
});

async function tabUntilFocused(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate(element => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}
