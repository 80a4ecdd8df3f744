import type {Page} from '@playwright/test';

import {axeViolations, expect, fitsTheWindow, openTryIt, test} from './support/test';

const listUsers = '/api/users/list-users';

async function openPanel(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Mock settings'}).click();
  await expect(page.getByLabel('Latency')).toBeVisible();
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Send', exact: true}).click();
}

const answer = (page: Page) => page.getByRole('region', {name: 'Response'});

test('a slow mock lets the reader wait, and cancel', async ({page}) => {
  await openTryIt(page, listUsers);
  await openPanel(page);
  await page.getByLabel('Latency').selectOption('slow');
  await send(page);
  await page.getByRole('button', {name: 'Cancel'}).click();
  await expect(answer(page)).toContainText('Cancelled.');
});

test('an offline mock gives no answer and says why', async ({page}) => {
  await openTryIt(page, listUsers);
  await openPanel(page);
  await page.getByRole('checkbox', {name: 'Offline'}).check();
  await send(page);
  await expect(answer(page)).toContainText('The mock plays offline.');
  await page.getByRole('button', {name: 'End: Offline'}).click();
  await send(page);
  await expect(answer(page)).toContainText('200 OK');
});

test('a rate limit, an expired key and failures give their answers', async ({page}) => {
  await openTryIt(page, listUsers);
  await openPanel(page);
  await page.getByLabel('Requests a minute').selectOption('0');
  await send(page);
  await expect(answer(page)).toContainText('429 Too Many Requests');
  await page.getByRole('checkbox', {name: 'Expired key'}).check();
  await send(page);
  await expect(answer(page)).toContainText('401 Unauthorized');
  await page.getByLabel('Failures (503)').selectOption('1');
  await send(page);
  await expect(answer(page)).toContainText('503 Service Unavailable');
  await page.getByRole('button', {name: 'All off'}).click();
  await send(page);
  await expect(answer(page)).toContainText('200 OK');
});

test('an empty account holds nothing, and the rows are back afterwards', async ({page}) => {
  await openTryIt(page, listUsers);
  await openPanel(page);
  await page.getByRole('checkbox', {name: 'Empty account'}).check();
  await send(page);
  await expect(answer(page)).toContainText('"data": []');
  await page.getByRole('button', {name: 'End: Empty account'}).click();
  await send(page);
  await expect(answer(page)).toContainText('usr_123abc');
});

test('what is on shows with the panel closed, after a reload and on the next page', async ({page}) => {
  await openTryIt(page, listUsers);
  await openPanel(page);
  await page.getByLabel('Latency').selectOption('typical');
  await page.getByRole('button', {name: 'Mock settings'}).click();
  await page.reload();
  await expect(page.getByRole('button', {name: 'End: Typical latency'})).toBeVisible();
  await page
    .getByRole('link', {name: /Create User/})
    .first()
    .click();
  await page.getByRole('button', {name: 'Try it'}).click();
  await expect(page.getByRole('button', {name: 'End: Typical latency'})).toBeVisible();
});

test('the inspector shows what a request stored, a reset forgets it, and another tab sees nothing of it', async ({
  page,
  context,
}) => {
  await openTryIt(page, '/api/users/create-user');
  await send(page);
  await expect(answer(page)).toContainText('201 Created');
  await openPanel(page);
  const requests = page.getByRole('list', {name: 'Last requests'});
  await expect(requests).toContainText(/201.*POST \/v1\/users.*stored usr_/s);
  await page.getByText('users 5').click();
  await expect(page.getByLabel('users', {exact: true})).toContainText('user@example.com');
  const other = await context.newPage();
  await openTryIt(other, '/api/users/create-user');
  await send(other);
  await expect(answer(other)).toContainText('201 Created');
  await page.getByRole('button', {name: 'Reset the mock'}).click();
  await expect(page.getByRole('status').filter({hasText: 'The mock is as new.'})).toBeAttached();
  await send(page);
  await expect(answer(page)).toContainText('201 Created');
});

test.describe('when a part of the mock cannot be fetched', () => {
  test.use({allowedConsole: [/Failed to load resource|ChunkLoadError|Loading chunk/]});

  test('the panel says so, and tries again', async ({page}) => {
    await openTryIt(page, listUsers);
    await page.route('**/*.js', route => route.abort());
    await page.getByRole('button', {name: 'Mock settings'}).click();
    await expect(
      page
        .getByRole('alert')
        .filter({hasText: /could not be loaded|did not load/})
        .first(),
    ).toBeVisible();
  });
});

test('a documented answer can be asked for, by a header that shows in form and code', async ({page}) => {
  await openTryIt(page, '/api/users/create-user');
  await openPanel(page);
  await page.getByLabel('Answer with').selectOption('code=409');
  await expect(page.getByRole('textbox', {name: 'Header 1, value'})).toHaveValue('code=409');
  await expect(page.getByRole('tabpanel', {name: 'cURL'})).toContainText("'Prefer: code=409'");
  await send(page);
  await expect(answer(page)).toContainText('409 Conflict');
});

for (const viewport of [
  {width: 1280, height: 900},
  {width: 390, height: 844},
]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`at ${viewport.width} px in ${colorScheme}`, () => {
      test.use({viewport, colorScheme});

      test('the open panel fits the window, works by keyboard, and axe is silent', async ({page}) => {
        await openTryIt(page, listUsers);
        await page.getByRole('button', {name: 'Mock settings'}).focus();
        await page.keyboard.press('Enter');
        await expect(page.getByLabel('Latency')).toBeVisible();
        await page.keyboard.press('Tab');
        await expect(page.getByLabel('Latency')).toBeFocused();
        await page.getByRole('checkbox', {name: 'Offline'}).focus();
        await page.keyboard.press('Space');
        await expect(page.getByRole('button', {name: 'End: Offline'})).toBeVisible();
        expect(await fitsTheWindow(page)).toBe(true);
        expect(await axeViolations(page)).toEqual([]);
      });
    });
  }
}
