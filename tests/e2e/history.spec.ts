import {type Locator, type Page} from '@playwright/test';

import {axeViolations, expect, fitsTheWindow, openTryIt, test} from './support/test';

const createUser = '/api/users/create-user';
const listUsers = '/api/users/list-users';

function history(page: Page): Locator {
  return page.getByRole('region', {name: 'History of this tab'});
}

function email(page: Page): Locator {
  return page.getByRole('textbox', {name: 'email'});
}

async function send(page: Page, status: string): Promise<void> {
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await expect(page.getByRole('region', {name: 'Response'})).toContainText(status);
}

async function sendTwo(page: Page): Promise<void> {
  await openTryIt(page, createUser);
  await email(page).fill('first@example.com');
  await send(page, 'first@example.com');
  // On a phone the answer lies over the form.
  await page.keyboard.press('Escape');
  await email(page).fill('second@example.com');
  await send(page, 'second@example.com');
  await page.keyboard.press('Escape');
  await page.getByRole('button', {name: 'History'}).click();
  await expect(history(page).getByRole('listitem')).toHaveCount(2);
}

test('requests that were sent within one second have names of their own', async ({page}) => {
  await openTryIt(page, createUser);
  await page.getByLabel('Server', {exact: true}).selectOption('custom');
  await page.getByLabel('Base URL').fill('https://api.test');
  await page.route('https://api.test/**', () => undefined);
  await page.clock.setFixedTime(Date.now());
  for (let sent = 0; sent < 2; sent++) {
    await page.getByRole('button', {name: 'Send', exact: true}).click();
    await page.getByRole('button', {name: 'Cancel'}).click();
    await expect(page.getByRole('button', {name: 'Cancel'})).toBeHidden();
  }
  await page.getByRole('button', {name: 'History'}).click();
  await expect(
    history(page).getByRole('button', {name: /^Forget POST .*, Cancelled, number 2$/}),
  ).toBeVisible();
  await expect(
    history(page).getByRole('button', {name: /^Forget POST .*, Cancelled, number 1$/}),
  ).toBeVisible();
});

test('what was sent can be filled in again, sent again, compared and forgotten', async ({page}) => {
  await sendTwo(page);
  const rows = history(page).getByRole('listitem');
  await expect(rows.first()).toContainText('201');
  await rows
    .nth(1)
    .getByRole('button', {name: /^Fill in again/})
    .click();
  await expect(email(page)).toHaveValue('first@example.com');
  await expect(history(page)).toBeHidden();
  await expect(page.getByRole('button', {name: 'History'})).toBeFocused();
  await page.getByRole('button', {name: 'History'}).click();

  await rows
    .nth(1)
    .getByRole('button', {name: /^Send again/})
    .click();
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('409');
  await page.getByRole('button', {name: 'History'}).click();
  await expect(rows).toHaveCount(3);

  await rows.nth(1).getByRole('checkbox').check();
  await rows.nth(2).getByRole('checkbox').check();
  const difference = page.getByRole('region', {name: 'Comparison of the two requests'});
  await expect(difference).toContainText('first@example.com');
  await expect(difference).toContainText('second@example.com');
  expect(await axeViolations(page)).toEqual([]);

  await rows.nth(1).getByRole('checkbox').uncheck();
  await rows.first().getByRole('checkbox').check();
  await expect(difference).toContainText('No differences in: server, method, address, headers, body.');
  await expect(difference).toContainText('Not kept in the history, so not compared: Authorization.');
  const answers = difference.getByRole('group', {name: 'Changes to the response'});
  await expect(answers).toContainText('201 Created');
  await expect(answers).toContainText('409 Conflict');
  await expect(difference).not.toContainText('Nothing has changed');

  await rows
    .first()
    .getByRole('button', {name: /^Forget/})
    .click();
  await expect(rows).toHaveCount(2);
  await history(page).getByRole('button', {name: 'Forget all'}).click();
  await expect(history(page)).toContainText('Nothing has been sent yet');
});

test('a request is sent again where it went, and what was typed comes back with one press', async ({
  page,
}) => {
  await openTryIt(page, createUser);
  await email(page).fill('first@example.com');
  await send(page, 'first@example.com');
  await page.getByLabel('Server').selectOption('local-mock');
  await email(page).fill('typed since');
  await page.getByRole('button', {name: 'History'}).click();
  await history(page)
    .getByRole('button', {name: /^Send again/})
    .click();
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('409');
  await expect(page.getByLabel('Server')).toHaveValue('page-mock');
  await expect(email(page)).toHaveValue('first@example.com');
  await page.getByRole('button', {name: 'Undo'}).click();
  await expect(email(page)).toHaveValue('typed since');
});

test('Reset can be taken back, and focus stays in the form', async ({page}) => {
  await openTryIt(page, createUser);
  await email(page).fill('typed@example.com');
  await page.getByRole('button', {name: 'Reset'}).click();
  await expect(email(page)).toHaveValue('user@example.com');
  await expect(page.getByRole('form', {name: 'Try it'})).toBeFocused();
  await page.getByRole('button', {name: 'Undo'}).click();
  await expect(email(page)).toHaveValue('typed@example.com');
});

test('a link of a response fills in the next page, says so, and gives back what was typed there', async ({
  page,
}) => {
  await openTryIt(page, '/api/users/get-user');
  await page.getByRole('textbox', {name: 'user_id'}).fill('usr_typed');
  await openTryIt(page, createUser);
  await send(page, '201');
  await page.getByRole('button', {name: 'Get the user that was created'}).click();
  await expect(page).toHaveURL(/get-user/);
  await expect(page.getByText('The form is filled in from the response')).toBeVisible();
  await expect(page.getByRole('form', {name: 'Try it'})).toBeFocused();
  await page.getByRole('button', {name: 'Undo'}).click();
  await expect(page.getByRole('textbox', {name: 'user_id'})).toHaveValue('usr_typed');
});

test('a request of another operation is filled in on its own page', async ({page}) => {
  await openTryIt(page, createUser);
  await email(page).fill('first@example.com');
  await send(page, '201');
  // Not by a reload, which forgets bodies.
  await page.getByRole('link', {name: 'GET List Users'}).first().click();
  await expect(page).toHaveURL(new RegExp(`${listUsers}$`));
  await page.getByRole('button', {name: 'Try it'}).first().click();
  await page.getByRole('button', {name: 'History'}).click();
  await history(page).getByLabel('Only this operation').check();
  await expect(history(page)).toContainText('You have not sent a request to this operation yet');
  await history(page).getByLabel('Only this operation').uncheck();
  await history(page)
    .getByRole('button', {name: /^Fill in again: POST/})
    .click();
  await expect(page).toHaveURL(new RegExp(`${createUser}$`));
  await expect(email(page)).toHaveValue('first@example.com');
});

test('a reload keeps the list, bodies only where the reader wants it, and never a key', async ({page}) => {
  await openTryIt(page, createUser);
  await page.getByRole('button', {name: 'Add a header'}).click();
  await page.getByLabel('Header 1, name').fill('X-Auth-Token');
  await page.getByLabel('Header 1, value').fill('hush');
  await email(page).fill('first@example.com');
  await send(page, '201');
  const stored = (): Promise<string> =>
    page.evaluate(() => String(sessionStorage.getItem('playground.history')));
  await expect.poll(stored).toContain('createUser');
  expect(await stored()).not.toContain('first@example.com');
  expect(await page.evaluate(() => JSON.stringify({...sessionStorage, ...localStorage}))).not.toContain(
    'hush',
  );
  await page.getByRole('button', {name: 'History'}).click();
  await history(page).getByLabel('Keep request bodies').check();
  await expect.poll(stored).toContain('first@example.com');
  await history(page).getByLabel('Keep request bodies').uncheck();
  await page.reload();
  await page.getByRole('button', {name: 'History'}).click();
  await expect(history(page).getByRole('listitem')).toContainText('body discarded by the reload');
});

test('a browser that denies storage has a history all the same', async ({page}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await sendTwo(page);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`at 390 px in ${colorScheme} the history fits and axe is silent`, async ({page}) => {
    await page.emulateMedia({colorScheme});
    await page.setViewportSize({width: 390, height: 844});
    await sendTwo(page);
    expect(await fitsTheWindow(page)).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
  });
}
