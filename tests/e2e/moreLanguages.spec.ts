import type {Locator, Page} from '@playwright/test';

import {axeViolations, expect, fitsTheWindow, loseScripts, openTryIt, test, visit} from './support/test';

const createUser = '/api/users/create-user';

test.use({permissions: ['clipboard-read', 'clipboard-write']});

function more(page: Page): Locator {
  return page.getByRole('button', {name: 'More languages'}).first();
}

async function choose(page: Page, label: string): Promise<void> {
  await more(page).click();
  await page.getByRole('menuitem', {name: label, exact: true}).click();
}

function panel(page: Page, label: string): Locator {
  return page.getByRole('tabpanel', {name: label});
}

test('a language behind the tabs is chosen by keyboard, becomes the last tab, and stays one', async ({
  page,
}) => {
  await visit(page, createUser);
  await expect(page.getByRole('tab')).toHaveCount(4);
  await page.getByRole('tab', {name: 'cURL'}).focus();
  await page.keyboard.press('Tab');
  await expect(more(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', {name: 'Ruby'})).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', {name: 'PHP'})).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', {name: 'PHP'})).toBeFocused();
  await expect(panel(page, 'PHP')).toContainText('curl_init(');
  await expect(panel(page, 'PHP').locator('.token.string').first()).toBeAttached();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('tab', {name: 'Go', exact: true})).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', {name: 'PHP'})).toHaveAttribute('aria-selected', 'true');
});

test('the choice holds on other pages, after a reload and in other open tabs', async ({page, context}) => {
  await visit(page, createUser);
  const other = await context.newPage();
  await visit(other, createUser);
  await choose(page, 'Ruby');
  await expect(page.getByRole('tab', {name: 'Ruby'})).toBeFocused();
  await expect(other.getByRole('tab', {name: 'Ruby'})).toHaveAttribute('aria-selected', 'true');
  await expect(panel(other, 'Ruby')).toContainText("require 'net/http'");
  await visit(page, '/api/users/list-users');
  await expect(panel(page, 'Ruby')).toContainText('Net::HTTP::Get.new');
  await page.reload();
  await expect(panel(page, 'Ruby')).toContainText('Net::HTTP::Get.new');
});

test('its sample follows the form, is copied whole or as the request only, and is not edited', async ({
  page,
}) => {
  await openTryIt(page, createUser);
  await choose(page, 'Ruby');
  await expect(panel(page, 'Ruby')).toContainText('user@example.com');
  await page.getByRole('textbox', {name: 'email'}).fill('ada@example.com');
  await expect(panel(page, 'Ruby')).toContainText("email: 'ada@example.com'");
  await expect(panel(page, 'Ruby').getByRole('textbox')).toHaveCount(0);
  await page.getByRole('button', {name: 'Copy Ruby sample'}).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(await panel(page, 'Ruby').locator('pre').textContent());
  await page.getByRole('button', {name: 'More ways to copy'}).click();
  await page.getByRole('menuitem', {name: 'Request only'}).click();
  await expect(page.getByText('Request only copied')).toBeAttached();
  const call = await page.evaluate(() => navigator.clipboard.readText());
  expect(call).toContain("email: 'ada@example.com'");
  expect(call).not.toContain('rescue');
});

test.describe('while the network is down', () => {
  test.use({allowedConsole: [/ERR_FAILED/]});

  test('the reader is told so, and gets the sample as soon as it is back', async ({page}) => {
    await visit(page, createUser);
    const find = await loseScripts(page);
    await choose(page, 'Ruby');
    await expect(page.getByRole('alert')).toContainText(
      'The Ruby sample did not load. Check your connection',
    );
    find();
    await page.getByRole('button', {name: 'Try again'}).click();
    await expect(panel(page, 'Ruby')).toContainText('Net::HTTP::Post.new');
    // The rest of the page goes on.
    await page.getByRole('tab', {name: 'Python'}).click();
    await expect(panel(page, 'Python')).toContainText('requests.post');
  });
});

test('hand-written samples are what they are: none is offered beside them', async ({page}) => {
  await visit(page, '/fixtures/any/path/create-user');
  await expect(page.getByRole('tab', {name: 'cURL'})).toBeVisible();
  await expect(more(page)).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({viewport: {width: 390, height: 844}});

  test('menu and sample fit the window, and axe is silent', async ({page}) => {
    await visit(page, createUser);
    await more(page).click();
    const menu = await page.getByRole('menu').filter({hasText: 'Ruby'}).boundingBox();
    expect(menu && menu.x >= 0 && menu.x + menu.width <= 390).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('menuitem', {name: 'Ruby'}).click();
    await expect(panel(page, 'Ruby')).toContainText('Net::HTTP');
    await expect(page.getByRole('tab', {name: 'Ruby'})).toBeInViewport();
    expect(await fitsTheWindow(page)).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
  });
});
