import type {Locator, Page} from '@playwright/test';

import {axeViolations, expect, fitsTheWindow, openTryIt, rawBody, test} from './support/test';

const createUser = '/api/users/create-user';

function email(page: Page): Locator {
  return page.getByRole('textbox', {name: 'email'});
}

function response(page: Page): Locator {
  return page.getByRole('region', {name: 'Response'});
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Send', exact: true}).click();
}

/** Sends an address that the API rejects, past what the form says of it. */
async function sendInvalid(page: Page): Promise<void> {
  await openTryIt(page, createUser);
  await email(page).fill('nobody');
  await send(page);
  await page.getByRole('button', {name: 'Send anyway'}).click();
  await expect(response(page)).toContainText('422');
}

test('Send leads to the first field that is invalid, and counts them beside', async ({page}) => {
  await openTryIt(page, createUser);
  await page.getByRole('textbox', {name: 'name', exact: true}).fill('');
  await email(page).fill('nobody');
  await page.getByRole('combobox', {name: 'role'}).focus();
  await page.keyboard.press('Control+Enter');
  await expect(email(page)).toBeFocused();
  await expect(email(page)).toBeInViewport();
  const count = page.getByRole('button', {name: '2 invalid values'});
  await expect(count).toBeVisible();
  // At other heights the bar with Send covers a part of whatever control happens to be scrolled below it.
  await page.setViewportSize({width: 1280, height: 1400});
  expect(await axeViolations(page)).toEqual([]);
  await email(page).fill('ada@example.com');
  await expect(page.getByRole('button', {name: '1 invalid value'})).toBeVisible();
  await page.getByRole('button', {name: '1 invalid value'}).click();
  await expect(page.getByRole('textbox', {name: 'name', exact: true})).toBeFocused();
});

test('an error response marks the fields that it names, until they are changed', async ({page}) => {
  await sendInvalid(page);
  await expect(email(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(email(page)).toHaveAccessibleDescription(/The server says: /);
  await expect(page.getByRole('button', {name: '1 invalid value'})).toBeVisible();
  await expect(page.getByRole('textbox', {name: 'name', exact: true})).not.toHaveAttribute('aria-invalid');
  expect(await axeViolations(page)).toEqual([]);
  await email(page).fill('ada@example.com');
  await expect(email(page)).not.toHaveAttribute('aria-invalid');
  await expect(page.getByRole('button', {name: '1 invalid value'})).toBeHidden();
});

test('from the response to the field and back, with the keyboard', async ({page}) => {
  await sendInvalid(page);
  await response(page).getByRole('button', {name: 'email'}).first().focus();
  await page.keyboard.press('Enter');
  await expect(email(page)).toBeFocused();
  await page.getByRole('button', {name: 'Show the response'}).focus();
  await page.keyboard.press('Enter');
  await expect(response(page)).toBeFocused();
});

test('the marks of a response go with the next request, and do not stand for another server', async ({
  page,
}) => {
  await sendInvalid(page);
  await page.getByLabel('Server', {exact: true}).selectOption('local-mock');
  await expect(email(page)).not.toHaveAttribute('aria-invalid');
  await expect(response(page)).toContainText('From Mock (this tab), not from the server that is chosen now.');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByLabel('Server', {exact: true}).selectOption('page-mock');
  await expect(email(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(response(page)).not.toContainText('not from the server');
});

test('a body that is edited as text says what the response rejects', async ({page}) => {
  await sendInvalid(page);
  await page.getByRole('group', {name: 'Edit the body as'}).getByRole('button', {name: 'Raw'}).click();
  await expect(rawBody(page)).toHaveAccessibleDescription(/email: The server says: /);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`at 390 px in ${colorScheme}`, () => {
    test.use({viewport: {width: 390, height: 844}, colorScheme, hasTouch: true});

    test('the field is led to from the sheet, and the sheet from the field', async ({page}) => {
      await sendInvalid(page);
      const sheet = page.getByRole('dialog', {name: /^422/});
      expect(await axeViolations(page)).toEqual([]);
      await sheet.getByRole('button', {name: 'email'}).first().click();
      await expect(sheet).toBeHidden();
      await expect(email(page)).toBeFocused();
      expect(await fitsTheWindow(page)).toBe(true);
      await page.getByRole('button', {name: 'Show the response'}).click();
      await expect(sheet).toBeVisible();
    });
  });
}
