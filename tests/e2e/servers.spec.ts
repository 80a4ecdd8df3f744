import type {Locator, Page} from '@playwright/test';

import {closedPort, startApi, startSilent, type Cors} from './support/localApi';
import {openOn, securedOperation} from './support/securedOperation';
import {axeViolations, expect, fitsTheWindow, openTryIt, test} from './support/test';

const server = (page: Page): Locator => page.getByLabel('Server', {exact: true});
const sample = (page: Page): Locator => page.getByLabel('Sample');
const check = (page: Page): Promise<void> =>
  page.getByRole('button', {name: 'Check whether it responds'}).click();

/** Types a server of the reader's own. */
async function typeServer(page: Page, url: string): Promise<void> {
  await openTryIt(page, '/api/users/create-user');
  await server(page).selectOption('custom');
  await page.getByLabel('Base URL').fill(url);
}

test('servers of the document, of the path and of the operation: the nearest are offered', async ({page}) => {
  const api = await startApi();
  const labels = (): Promise<string[]> => server(page).locator('option').allTextContents();
  await openOn(page, await securedOperation('listPets', {api: api.origin}));
  expect(await labels()).toContain(`Pets (${new URL(api.origin).host})`);
  await openOn(page, await securedOperation('getPet', {api: api.origin}));
  expect(await labels()).toContain(`Any host (${new URL(api.origin).host})`);
  expect(await labels()).not.toContain(`Pets (${new URL(api.origin).host})`);
  await openOn(page, await securedOperation('putPet', {api: api.origin}));
  expect(await labels()).toContain(`${api.origin}/write`);
  api.close();
});

test('the variables of a server are fields, and form, samples and Send follow them', async ({page}) => {
  const [api, other] = [await startApi(), await startApi()];
  await openOn(page, await securedOperation('getPet', {api: api.origin}));
  await expect(page.getByLabel('version')).toHaveValue('v1');
  await page.getByLabel('version').selectOption('v2');
  await expect(sample(page)).toContainText(`${api.origin}/v2/pets/rex`);
  await page.getByLabel('port').fill(new URL(other.origin).port);
  await expect(sample(page)).toContainText(`${other.origin}/v2/pets/rex`);
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('200');
  expect(other.arrived.map(({url}) => url)).toEqual(['/v2/pets/rex']);
  expect(api.arrived).toEqual([]);
  await page.reload();
  await expect(page.getByLabel('version')).toHaveValue('v2');
  api.close();
  other.close();
});

test('a key does not follow when a variable names another host', async ({page}) => {
  const api = await startApi();
  await openOn(page, await securedOperation('getPet', {api: api.origin}));
  await page.getByLabel('X-Key').fill('secret-1234');
  await page.getByLabel('host').fill('localhost');
  await expect(page.getByLabel('X-Key')).toHaveValue('');
  await page.getByLabel('host').fill('127.0.0.1');
  await expect(page.getByText(`In memory, for ${api.origin} only`)).toBeVisible();
  api.close();
});

test('variables that make no URL are explained, and nothing is sent', async ({page}) => {
  const api = await startApi();
  await openOn(page, await securedOperation('getPet', {api: api.origin}));
  await page.getByLabel('port').fill('99999');
  await expect(page.getByText('This is not a URL.').first()).toBeVisible();
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  const faults = page.getByRole('group', {name: 'This request cannot be sent'});
  await expect(page.getByText('This is not a URL.').first()).toBeFocused();
  await faults.focus();
  await faults.getByRole('button', {name: 'server'}).click();
  await expect(page.getByText('This is not a URL.').first()).toBeFocused();
  expect(api.arrived).toEqual([]);
  api.close();
});

test.describe('a check says whether this page can use a server:', () => {
  test.use({allowedConsole: [/CORS policy|net::ERR_|status of 404/]});

  async function checked(page: Page, cors: Cors): Promise<{readonly methods: readonly string[]}> {
    const api = await startApi({cors, answer: response => response.writeHead(404).end()});
    await typeServer(page, `${api.origin}/v1`);
    await page.getByLabel('API key').fill('secret-1234');
    await check(page);
    await expect(page.locator('[data-health$=reached]')).toBeVisible();
    expect(api.arrived.flatMap(({headers}) => headers.authorization ?? headers.cookie ?? [])).toEqual([]);
    api.close();
    return {methods: api.arrived.map(({method}) => method)};
  }

  test('it answers and lets the page read', async ({page}) => {
    const {methods} = await checked(page, 'open');
    await expect(page.getByText('Reachable: it responds (404)')).toBeVisible();
    expect(methods).toEqual(['HEAD']);
  });

  test('it answers and does not, with the lines that its owner needs', async ({page, baseURL}) => {
    const {methods} = await checked(page, 'none');
    await expect(
      page.getByText('The browser does not let this page read the response (CORS).'),
    ).toBeVisible();
    await expect(page.getByLabel('Headers to send')).toHaveText(`Access-Control-Allow-Origin: ${baseURL}`);
    expect(new Set(methods)).toEqual(new Set(['HEAD']));
  });

  test('nothing listens there', async ({page}) => {
    const port = await closedPort();
    await typeServer(page, `http://127.0.0.1:${port}`);
    await check(page);
    await expect(page.getByText(`Nothing responds at http://127.0.0.1:${port}`)).toBeVisible();
    await expect(page.getByText('Start the server and check the port')).toBeVisible();
  });

  test('It hangs', async ({page}) => {
    const silent = await startSilent();
    await typeServer(page, silent.origin);
    await check(page);
    await expect(page.getByText('Checking the server…')).toBeVisible();
    await expect(page.getByText('The server is silent.')).toBeVisible({timeout: 20_000});
    silent.close();
  });

  test('what was found is gone with another server, and the keyboard suffices', async ({page}) => {
    const api = await startApi();
    await typeServer(page, api.origin);
    await page.getByRole('button', {name: 'Check whether it responds'}).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Reachable: it responds (200)')).toBeVisible();
    await page.getByLabel('Base URL').fill('https://other.example');
    await expect(page.getByText('Reached')).toHaveCount(0);
    api.close();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`variables and a check are accessible and fit a phone, ${colorScheme}`, async ({page}) => {
    const api = await startApi();
    await page.emulateMedia({colorScheme});
    await page.setViewportSize({width: 390, height: 844});
    await openOn(page, await securedOperation('getPet', {api: api.origin}));
    await check(page);
    await expect(page.getByText('Reachable: it responds (200)')).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    expect(await fitsTheWindow(page)).toBe(true);
    api.close();
  });
}
