import type {Locator, Page} from '@playwright/test';

import {axeViolations, expect, fitsTheWindow, loseScripts, openTryIt, test} from './support/test';

const createUser = '/api/users/create-user';
const listUsers = '/api/users/list-users';

test('the panel stands by the server while the mock is the target, and only then', async ({page}) => {
  await openTryIt(page, createUser);
  await expect(toggle(page)).toHaveAttribute('aria-expanded', 'false');
  await toggle(page).click();
  await expect(page.getByRole('group', {name: 'Scenario'})).toBeVisible();
  await page.getByLabel('Offline').check();
  await page.getByLabel('Server').selectOption('custom');
  await expect(toggle(page)).toBeHidden();
  await expect(page.getByRole('group', {name: 'Scenario'})).toBeHidden();
  await expect(chip(page, 'Offline')).toBeHidden();
});

test('a slow response is awaited in the open, and can be cancelled', async ({page}) => {
  await openPanel(page, createUser);
  await page.getByRole('group', {name: 'Latency'}).getByRole('button', {name: 'Slow'}).click();
  await expect(chip(page, 'Slow')).toBeVisible();
  await send(page);
  await expect(response(page)).toHaveAttribute('aria-busy', 'true');
  await page.getByRole('button', {name: 'Cancel'}).click();
  await expect(response(page)).toContainText('Cancelled');
  await expect(response(page)).toHaveAttribute('aria-busy', 'false');
  await chip(page, 'Slow').click();
  await send(page);
  await expect(response(page)).toContainText('201 Created');
});

test('offline is explained as a connection that fails, with the way back', async ({page}) => {
  await openPanel(page, createUser);
  await page.getByLabel('Offline').check();
  await send(page);
  await expect(response(page)).toContainText('The mock is set to offline.');
  await expect(response(page)).toContainText('Turn off Offline');
  await chip(page, 'Offline').click();
  await send(page);
  await expect(response(page)).toContainText('201 Created');
});

test('with failures at 100 % every request gets 503', async ({page}) => {
  await openPanel(page, createUser);
  await page.getByRole('group', {name: 'Failures'}).getByRole('button', {name: '100 %'}).click();
  await send(page);
  await expect(response(page)).toContainText('503 Service Unavailable');
  await expect(chip(page, '100 % fail')).toBeVisible();
});

test('with no requests per minute the response is 429 and says when to come back', async ({page}) => {
  await openPanel(page, createUser);
  await page
    .getByRole('group', {name: 'Requests per minute'})
    .getByRole('button', {name: '0', exact: true})
    .click();
  await send(page);
  await expect(response(page)).toContainText('429 Too Many Requests');
  await response(page).getByText('Headers (').click();
  await expect(response(page).locator('dt', {hasText: /^retry-after$/i})).toBeVisible();
});

test('an expired key gets 401', async ({page}) => {
  await openPanel(page, createUser);
  await page.getByLabel('Expired key').check();
  await send(page);
  await expect(response(page)).toContainText('401 Unauthorized');
});

test('an empty account lists nothing, and all is back when it is off', async ({page}) => {
  await openPanel(page, listUsers);
  await page.getByLabel('Empty account').check();
  await expect(page.getByText('Nothing is stored.')).toBeVisible();
  await send(page);
  await expect(response(page)).toContainText('"data": []');
  await chip(page, 'Empty account').click();
  await send(page);
  await expect(response(page)).toContainText('"id": "usr_');
  await expect(storedTable(page, 'users')).toBeVisible();
});

test('what is on stays in sight through navigation and reload, with nothing of the mock fetched to show it', async ({
  page,
}) => {
  await openPanel(page, createUser);
  await page.getByRole('group', {name: 'Latency'}).getByRole('button', {name: 'Typical'}).click();
  await page.getByLabel('Expired key').check();
  await expect(page.getByText('Stored in this tab')).toBeVisible();
  await toggle(page).click();
  await page.getByRole('link', {name: 'List Users'}).first().click();
  await page.getByRole('button', {name: 'Try it'}).first().click();
  await expect(chip(page, 'Typical latency')).toBeVisible();
  const scripts = scriptsFetchedBy(page);
  await page.reload();
  await expect(chip(page, 'Expired key')).toBeVisible();
  await expect(chip(page, 'Typical latency')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(await holdsTheMock(page, scripts)).toBe(false);
  await page.getByRole('button', {name: 'Turn all off'}).click();
  await expect(chip(page, 'Expired key')).toBeHidden();
  await send(page);
  await expect(response(page)).toContainText('200 OK');
  await page.reload();
  await expect(page.getByRole('button', {name: 'Send', exact: true})).toBeVisible();
  await expect(chip(page, 'Typical latency')).toBeHidden();
});

test('a created user and the request that made it are shown as they happen, and forgotten on reset', async ({
  page,
}) => {
  await openPanel(page, createUser);
  const users = storedTable(page, 'users');
  const before = Number(await users.locator('summary').first().locator('span').last().textContent());
  await page.getByRole('textbox', {name: 'email'}).fill('seen@example.com');
  await send(page);
  await expect(response(page)).toContainText('201 Created');
  await toggle(page).click();
  await expect(users.locator('summary').first()).toHaveText(`userschanged${before + 1}`);
  await users.locator('summary').first().click();
  const newest = users.locator('details').first();
  await expect(newest.locator('summary')).toContainText('seen@example.com');
  await expect(newest.locator('summary')).toContainText('changed');
  await newest.locator('summary').click();
  await expect(newest.locator('pre')).toContainText('"email": "seen@example.com"');
  const request = page.getByRole('list', {name: 'Last requests'}).getByRole('listitem').first();
  await expect(request).toContainText('POST/v1/users201');
  await expect(request).toContainText(/createUser.*stored users\/usr_/);

  await page.getByRole('button', {name: 'Reset the mock'}).click();
  await expect(page.getByText('The mock is back to its initial state.')).toBeVisible();
  await expect(users).not.toContainText('seen@example.com');
  await expect(page.getByText('None since the page was loaded.')).toBeVisible();
  await expect(page.getByRole('textbox', {name: 'email'})).toHaveValue('seen@example.com');
  await send(page);
  await expect(response(page)).toContainText('201 Created');
});

test('what was stored outlives a reload', async ({page}) => {
  await openTryIt(page, createUser);
  await send(page);
  await expect(response(page)).toContainText('201 Created');
  await page.reload();
  await send(page);
  await expect(response(page)).toContainText('409 Conflict');
});

test('a second tab has a mock of its own', async ({page, context}) => {
  await openPanel(page, createUser);
  await page.getByLabel('Empty account').check();
  await chip(page, 'Empty account').click();
  await page.getByLabel('Expired key').check();
  await send(page);
  await expect(response(page)).toContainText('401 Unauthorized');

  const other = await context.newPage();
  await openPanel(other, createUser);
  await expect(other.getByLabel('Expired key')).not.toBeChecked();
  await expect(chip(other, 'Expired key')).toBeHidden();
  await expect(other.getByText('None since the page was loaded.')).toBeVisible();
  await send(other);
  await expect(response(other)).toContainText('201 Created');
  await chip(page, 'Expired key').click();
  await send(page);
  await expect(response(page)).toContainText('201 Created');
});

test('neither panel nor mock is fetched before the reader opens the panel', async ({page}) => {
  const scripts = scriptsFetchedBy(page);
  await openTryIt(page, createUser);
  await page.waitForLoadState('networkidle');
  expect(await holdsTheMock(page, scripts)).toBe(false);
  expect((await textsOf(page, scripts)).some(text => text.includes('inspector.kept'))).toBe(false);
  await toggle(page).click();
  await expect(storedTable(page, 'users')).toBeVisible();
  expect(await holdsTheMock(page, scripts)).toBe(true);
});

test.describe('a mock that does not load', () => {
  test.use({allowedConsole: [/ERR_FAILED/]});

  test('is told as such, plays nothing, and can be loaded again', async ({page}) => {
    const serve = await loseScripts(page, isMock);
    await openTryIt(page, createUser);
    await toggle(page).click();
    await expect(page.getByRole('alert')).toContainText('The mock did not load');
    const lostAgain = page.waitForEvent('requestfailed');
    await page.getByRole('checkbox', {name: 'Offline'}).click();
    await lostAgain;
    await expect(page.getByRole('alert')).toContainText('The mock did not load');
    await expect(page.getByRole('checkbox', {name: 'Offline'})).not.toBeChecked();
    await expect(chip(page, 'Offline')).toBeHidden();
    serve();
    await page.getByRole('button', {name: 'Load it again'}).click();
    await expect(storedTable(page, 'users')).toBeVisible();
    await page.getByRole('checkbox', {name: 'Offline'}).check();
    await expect(chip(page, 'Offline')).toBeVisible();
  });
});

test('a state that another script has spoiled is left aside', async ({page}) => {
  await page.addInitScript(() => sessionStorage.setItem('playground.mock', '{"entries": [{"table": 1}'));
  await openPanel(page, createUser);
  await expect(page.getByRole('button', {name: /: turn off$/})).toHaveCount(0);
  await send(page);
  await expect(response(page)).toContainText('201 Created');
});

test('a documented status can be asked for by a header that form and samples show', async ({page}) => {
  await openPanel(page, createUser);
  await page.getByLabel('Respond with').selectOption('code=409');
  await expect(page.getByLabel('Header 1, name')).toHaveValue('Prefer');
  await expect(page.getByLabel('Header 1, value')).toHaveValue('code=409');
  await expect(page.getByRole('tabpanel', {name: 'cURL'})).toContainText('Prefer: code=409');
  await send(page);
  await expect(response(page)).toContainText('409 Conflict');
  await page.getByRole('button', {name: 'Remove header 1'}).click();
  await toggle(page).click();
  await expect(page.getByLabel('Respond with')).toHaveValue('');
  await send(page);
  await expect(response(page)).toContainText('201 Created');
});

test('with the keyboard alone a reader opens the panel, plays a scenario and ends it', async ({page}) => {
  await openTryIt(page, createUser);
  await toggle(page).focus();
  await page.keyboard.press('Enter');
  await expect(storedTable(page, 'users')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(
    page.getByRole('group', {name: 'Latency'}).getByRole('button', {name: 'Typical'}),
  ).toBeFocused();
  await page.keyboard.press('Space');
  await chip(page, 'Typical latency').focus();
  await page.keyboard.press('Enter');
  await expect(chip(page, 'Typical latency')).toBeHidden();
  await expect(page.getByRole('status').filter({hasText: 'Typical latency is off.'})).toBeAttached();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', {name: 'Send', exact: true})).toBeFocused();
});

for (const viewport of [
  {width: 1280, height: 900},
  {width: 390, height: 844},
]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`at ${viewport.width} px in ${colorScheme}`, () => {
      test.use({viewport, colorScheme});

      test('the open panel and all chips fit the window and axe is silent', async ({page}) => {
        await openPanel(page, createUser);
        await page.getByRole('group', {name: 'Latency'}).getByRole('button', {name: 'Typical'}).click();
        await page.keyboard.press('Escape');
        await send(page);
        await expect(response(page)).toContainText('201 Created');
        // On a phone the answer lies over the form.
        await page.keyboard.press('Escape');
        await toggle(page).click();
        await storedTable(page, 'users').locator('summary').first().click();
        await storedTable(page, 'users').locator('details').first().locator('summary').click();
        for (const name of ['Offline', 'Expired key']) {
          await page.getByLabel(name).check();
        }
        expect(await fitsTheWindow(page)).toBe(true);
        expect(await widerThanThePanel(page)).toEqual([]);
        expect(await axeViolations(page)).toEqual([]);
      });
    });
  }
}

/** What sticks out of the panel. */
async function widerThanThePanel(page: Page): Promise<string[]> {
  const panelId = await toggle(page).getAttribute('aria-controls');
  return page.evaluate(id => {
    const panel = document.getElementById(id ?? '');
    const end = panel?.getBoundingClientRect().right ?? 0;
    return [...(panel?.querySelectorAll('*') ?? [])]
      .filter(element => element.closest('pre') === null && element.getBoundingClientRect().right > end)
      .map(element => element.outerHTML.slice(0, 120));
  }, panelId);
}

function toggle(page: Page): Locator {
  return page.getByRole('button', {name: 'Mock', exact: true});
}

function chip(page: Page, label: string): Locator {
  return page.getByRole('button', {name: `${label}: turn off`});
}

function response(page: Page): Locator {
  return page.getByRole('region', {name: 'Response'});
}

function storedTable(page: Page, name: string): Locator {
  return page
    .getByRole('group', {name: 'Stored'})
    .locator('> details')
    .filter({has: page.getByText(name, {exact: true})});
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Send', exact: true}).click();
}

/** Opens a page, its first form and the mock's panel, and waits until the mock is there. */
async function openPanel(page: Page, path: string): Promise<void> {
  await openTryIt(page, path);
  await toggle(page).click();
  await expect(page.getByText('Stored in this tab')).toBeVisible();
}

/** The addresses of all scripts that the page fetches from now on. */
function scriptsFetchedBy(page: Page): string[] {
  const urls: string[] = [];
  page.on('request', request => {
    if (request.url().endsWith('.js')) {
      urls.push(request.url());
    }
  });
  return urls;
}

async function textsOf(page: Page, urls: readonly string[]): Promise<string[]> {
  return Promise.all(urls.map(async url => (await page.request.get(url)).text()));
}

/** Whether a script among these is the mock: only it and msw hold these words. */
async function holdsTheMock(page: Page, urls: readonly string[]): Promise<boolean> {
  return (await textsOf(page, urls)).some(isMock);
}

function isMock(script: string): boolean {
  return script.includes('[MSW]') || script.includes('The mock in this tab only handles requests to');
}
