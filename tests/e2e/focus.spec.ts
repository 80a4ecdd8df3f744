import type {Page} from '@playwright/test';

import {openOn} from './support/securedOperation';
import {shapesOperation} from './support/shapesOperation';
import {expect, test} from './support/test';

async function openForm(page: Page, id: string): Promise<void> {
  await openOn(page, await shapesOperation(id));
}

/** Presses a button as somebody does who has no mouse. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', {name, exact: true}).focus();
  await page.keyboard.press('Enter');
}

test('a parameter that is left out has the focus', async ({page}) => {
  await openForm(page, 'createOrder');
  const old = page.getByRole('textbox', {name: 'old'});
  await old.fill('x');
  await press(page, 'Leave out old');
  await expect(old).toBeFocused();
});

test('a part of the body that is left out has the focus', async ({page}) => {
  await openForm(page, 'sendFiles');
  const copies = page.getByRole('textbox', {name: 'copies'});
  await copies.fill('2');
  await press(page, 'Leave out copies');
  await expect(copies).toBeFocused();
  await page.getByRole('button', {name: 'Add to labels'}).click();
  await page.getByRole('textbox', {name: 'labels'}).fill('red');
  await press(page, 'Leave out labels');
  await expect(page.getByRole('button', {name: 'Add to labels'})).toBeFocused();
});

test('of rows that are removed the one before has the focus, and in the end the button that adds', async ({
  page,
}) => {
  await openForm(page, 'createOrder');
  await press(page, 'Add a header');
  await press(page, 'Add a header');
  await press(page, 'Remove header 2');
  await expect(page.getByRole('button', {name: 'Remove header 1'})).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', {name: 'Add a header'})).toBeFocused();
});

test('so it is with fields of a body', async ({page}) => {
  await openForm(page, 'sendFiles');
  await press(page, 'Add a field');
  await press(page, 'Add a field');
  await press(page, 'Remove field 2');
  await expect(page.getByRole('button', {name: 'Remove field 1'})).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('form', {name: 'Try it'}).locator(':focus')).toBeVisible();
});

test('Send anyway and Cancel go with their press, and the form keeps the focus', async ({page}) => {
  await openForm(page, 'createOrder');
  await page.route('https://shapes.example/**', () => undefined);
  await page.getByRole('textbox', {name: 'reference'}).fill('none');
  await press(page, 'Send');
  await press(page, 'Send anyway');
  await expect(page.getByRole('form', {name: 'Try it'})).toBeFocused();
  await press(page, 'Cancel');
  await expect(page.getByRole('button', {name: 'Send', exact: true})).toBeFocused();
});

test.describe('without the part that makes values', () => {
  test.use({allowedConsole: [/ERR_FAILED|Loading chunk|ChunkLoadError/]});

  test('a press that failed does not take the focus from who types on elsewhere', async ({page}) => {
    await openForm(page, 'createOrder');
    await page.waitForLoadState('networkidle');
    await page.route('**/assets/js/*.js', route => route.abort());
    await page.getByRole('button', {name: 'null for note'}).click();
    await page.getByRole('button', {name: 'Enter a value for note'}).click();
    await expect(page.getByText('Part of the form did not load.')).toBeVisible();
    const reference = page.getByRole('textbox', {name: 'reference'});
    await reference.press('End');
    await page.keyboard.type('17');
    await expect(reference).toHaveValue(/17$/);
    await expect(reference).toBeFocused();
  });
});
