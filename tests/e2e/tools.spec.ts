import type {Locator, Page} from '@playwright/test';

import {axeViolations, expect, fitsTheWindow, openTryIt, test} from './support/test';

const createUser = '/api/users/create-user';

function panel(page: Page, name: string): Locator {
  return page.getByRole('dialog', {name, exact: true});
}

function toggle(page: Page, name: string): Locator {
  return page.getByRole('form', {name: 'Try it'}).getByRole('button', {name, exact: true});
}

async function topOf(locator: Locator): Promise<number> {
  return locator.evaluate(element => element.getBoundingClientRect().top + window.scrollY);
}

test('examples, history and mock settings open over the form, which stays where it is', async ({page}) => {
  await openTryIt(page, createUser);
  const field = page.getByRole('textbox', {name: 'email'});
  const before = await topOf(field);
  for (const name of ['Examples', 'History', 'Mock']) {
    await toggle(page, name).click();
    await expect(panel(page, name)).toBeVisible();
    await expect(panel(page, name).getByText('Opening…')).toBeHidden();
    expect(await topOf(field)).toBe(before);
  }
  await expect(panel(page, 'History')).toBeHidden();
});

test('with the keyboard a panel is opened, read and left by Esc', async ({page}) => {
  await openTryIt(page, createUser);
  for (const name of ['Examples', 'History', 'Mock']) {
    await toggle(page, name).focus();
    await page.keyboard.press('Enter');
    await expect(panel(page, name).getByRole('heading', {name, exact: true})).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', {name: `Close ${name}`})).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(panel(page, name)).toBeHidden();
    await expect(toggle(page, name)).toBeFocused();
  }
});

test('a panel gives way to the field that is used next, and stays for Send and the response', async ({
  page,
}) => {
  await openTryIt(page, createUser);
  await toggle(page, 'History').click();
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await expect(panel(page, 'History').getByRole('listitem')).toContainText('201');
  await page.getByRole('region', {name: 'Response'}).getByRole('button', {name: 'Tree'}).click();
  await expect(panel(page, 'History')).toBeVisible();
  await page.getByLabel('Server', {exact: true}).focus();
  await expect(panel(page, 'History')).toBeHidden();
});

test('without the mock as the server there are no settings of it', async ({page}) => {
  await openTryIt(page, createUser);
  await toggle(page, 'Mock').click();
  await expect(panel(page, 'Mock')).toBeVisible();
  await page.getByLabel('Server', {exact: true}).selectOption('custom');
  await expect(toggle(page, 'Mock')).toBeHidden();
  await expect(panel(page, 'Mock')).toBeHidden();
});

for (const viewport of [
  {width: 1280, height: 800},
  {width: 390, height: 844},
]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`at ${viewport.width} px in ${colorScheme}`, () => {
      test.use({viewport, colorScheme, hasTouch: viewport.width < 500});

      test('each panel fits the window, axe is silent, and its button closes it', async ({page}) => {
        await openTryIt(page, createUser);
        for (const name of ['Examples', 'History', 'Mock']) {
          await toggle(page, name).click();
          await expect(panel(page, name)).toBeInViewport();
          await expect(panel(page, name).getByText('Opening…')).toBeHidden();
          expect(await fitsTheWindow(page)).toBe(true);
          expect(await axeViolations(page)).toEqual([]);
          await page.getByRole('button', {name: `Close ${name}`}).click();
          await expect(toggle(page, name)).toBeFocused();
        }
      });
    });
  }
}

test.describe('on a phone', () => {
  test.use({viewport: {width: 390, height: 844}, hasTouch: true});

  test('an example that is chosen from the sheet fills in the form', async ({page}) => {
    await openTryIt(page, createUser);
    await toggle(page, 'Examples').click();
    // The button that closes the sheet is there before the examples.
    await panel(page, 'Examples').getByRole('listitem').last().getByRole('button').click();
    await expect(panel(page, 'Examples')).toBeHidden();
    await expect(page.getByText(/^Filled in: /)).toBeVisible();
  });

  test('the sheet closes by a touch beside it', async ({page}) => {
    await openTryIt(page, createUser);
    await toggle(page, 'Mock').click();
    await expect(panel(page, 'Mock')).toBeVisible();
    await page.mouse.click(195, 20);
    await expect(panel(page, 'Mock')).toBeHidden();
  });
});
