import type {Page} from '@playwright/test';

import {axeViolations, expect, loseScripts, openTryIt, test, visit} from './support/test';

test.use({permissions: ['clipboard-read', 'clipboard-write']});

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

async function copyMore(page: Page, choice: string): Promise<void> {
  await page.getByRole('button', {name: 'More ways to copy'}).click();
  await page.getByRole('menuitem', {name: choice}).click();
  await expect(page.getByRole('status').filter({hasText: `${choice} copied`})).toBeAttached();
}

test('the request alone is shown and copied in place of the program, in each language that has one', async ({
  page,
}) => {
  await visit(page, '/api/users/create-user');
  const part = page.getByRole('group', {name: 'Part of the sample'});
  await expect(page.getByRole('tabpanel', {name: 'cURL'})).toBeVisible();
  await expect(part).toHaveCount(0);
  await page.getByRole('tab', {name: 'Go'}).click();
  await part.getByRole('button', {name: 'Request only'}).click();
  await expect(page.getByRole('tabpanel', {name: 'Go'})).not.toContainText('package main');
  await expect(page.getByRole('tabpanel', {name: 'Go'})).toContainText('http.NewRequest(');
  await page.getByRole('tab', {name: 'Node.js'}).click();
  await expect(page.getByRole('tabpanel', {name: 'Node.js'})).not.toContainText('process.exit');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', {name: 'Copy Node.js sample'}).click();
  const copied = await clipboard(page);
  expect(copied).toMatch(/^const apiKey = process\.env\.CLOUDINDEX_API_KEY;\nconst response = await fetch\(/);
  await part.getByRole('button', {name: 'Program'}).click();
  await expect(page.getByRole('tabpanel', {name: 'Node.js'})).toContainText('process.exit');
});

test('with the form open, what is copied follows the form', async ({page}) => {
  await openTryIt(page, '/api/users/create-user');
  await page.getByRole('textbox', {name: 'email'}).fill('new@example.com');
  await page.getByRole('tab', {name: 'Python'}).click();
  await copyMore(page, 'Request only');
  expect(await clipboard(page)).toContain('"email": "new@example.com"');
});

test('a real key is copied only by choice, and that choice is there only for a real key', async ({page}) => {
  await openTryIt(page, '/api/users/list-users');
  await page.getByRole('button', {name: 'More ways to copy'}).click();
  await expect(page.getByRole('menuitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.getByLabel('Server').selectOption('https://api.cloudindex.com/v1');
  await page.getByRole('textbox', {name: 'API key'}).fill('ck_live_secret');
  await page.getByRole('button', {name: 'Copy cURL sample'}).click();
  expect(await clipboard(page)).not.toContain('ck_live_secret');
  await copyMore(page, 'Program that includes your key');
  expect(await clipboard(page)).toContain('Bearer ck_live_secret');
});

test('a request and its response are copied as Markdown, without the key', async ({page}) => {
  await openTryIt(page, '/api/users/get-user');
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await page.getByRole('button', {name: 'Copy request and response as Markdown'}).click();
  const copied = await clipboard(page);
  expect(copied).toMatch(/^### GET \/v1\/users\/usr_123abc\n\n```bash\ncurl https:\/\/api\.cloudindex\.com/);
  expect(copied).toContain('**200 OK**');
  expect(copied).toContain('"email": "john.doe@example.com"');
  expect(copied).not.toContain('ck_mock_4242');
});

test('the menu works by keyboard alone, gives focus back, and axe is silent', async ({page}) => {
  await openTryIt(page, '/api/users/create-user');
  const more = page.getByRole('button', {name: 'More ways to copy'});
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', {name: 'Request only'})).toBeFocused();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(more).toBeFocused();
  await expect.poll(() => clipboard(page)).toContain('curl https://api.cloudindex.com/v1/users');
});

test('what takes its time to make is handed to the clipboard at the press, as Safari asks', async ({
  page,
}) => {
  await page.addInitScript(() => {
    // As in Safari: what is written later than the press is refused.
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
    const write = navigator.clipboard.write.bind(navigator.clipboard);
    navigator.clipboard.write = items =>
      window.event?.type === 'click' ? write(items) : Promise.reject(new DOMException('denied'));
  });
  await openTryIt(page, '/api/users/create-user');
  await copyMore(page, 'Request only');
  await expect.poll(() => clipboard(page)).toMatch(/^curl /);
});

test.describe('without what makes the text', () => {
  test.use({allowedConsole: [/ERR_FAILED|Loading chunk|ChunkLoadError/]});

  test('the program stays and a message says so, and the request alone can be asked for again', async ({
    page,
  }) => {
    await visit(page, '/api/users/create-user');
    await page.getByRole('tab', {name: 'Python'}).click();
    const find = await loseScripts(page);
    const part = page.getByRole('group', {name: 'Part of the sample'});
    await part.getByRole('button', {name: 'Request only'}).click();
    await expect(page.getByText('The request alone did not load.')).toBeVisible();
    await expect(part.getByRole('button', {name: 'Program'})).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('tabpanel', {name: 'Python'})).toContainText('import requests');
    await find();
    await part.getByRole('button', {name: 'Request only'}).click();
    await expect(page.getByText('The request alone did not load.')).toBeHidden();
    await expect(page.getByRole('tabpanel', {name: 'Python'})).not.toContainText('import sys');
  });
});
