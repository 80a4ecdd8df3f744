import type {Locator, Page} from '@playwright/test';

import {closedPort, startApi, startSilent} from './support/localApi';
import {axeViolations, expect, fitsTheWindow, openTryIt, test} from './support/test';

const response = (page: Page): Locator => page.getByRole('region', {name: 'Response'});
const send = (page: Page): Promise<void> => page.getByRole('button', {name: 'Send', exact: true}).click();

/** Chooses a server of the reader's own and a key for it. */
async function goTo(page: Page, origin: string, path = '/api/users/create-user'): Promise<void> {
  await openTryIt(page, path);
  await page.getByLabel('Server').selectOption('custom');
  await page.getByLabel('Base URL').fill(origin);
  await page.getByLabel('API key').fill('secret-1234');
}

test.use({allowedConsole: [/CORS policy|Content Security Policy|net::ERR_|status of 4\d\d/]});

test('a 401 is a response, not a failure', async ({page}) => {
  const api = await startApi({
    answer: reply => reply.writeHead(401, {'Content-Type': 'application/json'}).end('{"title":"No"}'),
  });
  await goTo(page, api.origin);
  await send(page);
  await expect(response(page)).toContainText('401');
  await expect(response(page).getByRole('button', {name: 'Copy cURL of this request'})).toHaveCount(0);
  api.close();
});

test('a server without CORS: the cause, the lines its owner needs, and the request as cURL without the key', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const api = await startApi({cors: 'none'});
  await goTo(page, api.origin);
  await send(page);
  await expect(response(page)).toContainText('The server does not allow requests from this page (CORS).');
  await expect(page.getByLabel('Headers to send')).toHaveText(
    `Access-Control-Allow-Origin: ${baseURL}\nAccess-Control-Allow-Headers: authorization, content-type`,
  );
  await expect(response(page)).toContainText('CORS does not apply in a terminal.');
  await response(page).getByRole('button', {name: 'Copy cURL of this request'}).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`${api.origin}/users`);
  expect(copied).toContain('${CLOUDINDEX_API_KEY');
  expect(copied).not.toContain('secret-1234');
  expect(api.arrived.filter(({method}) => method !== 'HEAD')).toEqual([]);
  expect(JSON.stringify(api.arrived)).not.toContain('secret-1234');
  api.close();
});

test('a server that lets pages read but refuses the preflight is told apart', async ({page}) => {
  const api = await startApi({cors: 'simple'});
  await goTo(page, api.origin);
  await send(page);
  await expect(response(page)).toContainText(
    'lets this page read its responses, but rejects the OPTIONS request',
  );
  api.close();
});

test('nothing listens at the port', async ({page}) => {
  const port = await closedPort();
  await goTo(page, `http://127.0.0.1:${port}`);
  await send(page);
  await expect(response(page)).toContainText(`Nothing responds at http://127.0.0.1:${port}`);
  await expect(response(page)).toContainText('Start the server and check the port');
  await expect(response(page).getByRole('button', {name: 'Copy cURL of this request'})).toBeVisible();
});

test('https asked of a server that speaks http', async ({page}) => {
  const api = await startApi();
  await goTo(page, api.origin.replace('http:', 'https:'));
  await send(page);
  await expect(response(page)).toContainText('The server speaks http, not https.');
  await expect(response(page)).toContainText(`Type ${api.origin} as the server`);
  api.close();
});

test('a name that does not exist: what it may be, and how to see which', async ({page}) => {
  await goTo(page, 'https://nowhere.invalid');
  await send(page);
  await expect(response(page)).toContainText('a browser does not tell a page which');
  await expect(response(page)).toContainText('Open https://nowhere.invalid in a new tab');
});

test('no network', async ({page, context}) => {
  await goTo(page, 'https://api.example');
  // What Send needs of this site is there already: one request went through.
  await send(page);
  await expect(response(page)).toContainText('No response from the server.');
  await context.setOffline(true);
  await send(page);
  await expect(response(page)).toContainText('You are offline.');
});

test('an extension that blocks the address', async ({page}) => {
  const api = await startApi();
  await page.route(`${api.origin}/users`, route => route.abort('blockedbyclient'));
  await goTo(page, api.origin);
  await send(page);
  await expect(response(page)).toContainText('This address is blocked.');
  await expect(response(page)).toContainText('a browser extension');
  api.close();
});

test('a redirect is not followed with a key', async ({page}) => {
  const other = await startApi();
  const api = await startApi({answer: reply => reply.writeHead(307, {Location: other.origin}).end()});
  await goTo(page, api.origin);
  await send(page);
  await expect(response(page)).toContainText('The server responds with a redirect.');
  expect(other.arrived).toEqual([]);
  api.close();
  other.close();
});

test('a redirect within the server is followed, with all that was typed', async ({page}) => {
  const api = await startApi({
    answer: (reply, {url}) =>
      url === '/moved' ? reply.end('here') : reply.writeHead(308, {Location: '/moved'}).end(),
  });
  await goTo(page, api.origin);
  await send(page);
  await expect(response(page)).toContainText('200 OK');
  expect(api.arrived.map(({method, url}) => `${method} ${url}`)).toEqual(['POST /users', 'POST /moved']);
  expect(api.arrived[1]?.headers['content-type']).toBe('application/json');
  api.close();
});

test('a server that hangs can be left, and is told when the time is over', async ({page}) => {
  const silent = await startSilent();
  await page.clock.install();
  await goTo(page, silent.origin);
  await send(page);
  await expect(page.getByRole('button', {name: 'Cancel'})).toBeVisible();
  // Cancel is there while the code that sends is still on its way: its time starts with the request.
  await silent.connected;
  await page.clock.fastForward(61_000);
  await expect(response(page)).toContainText('did not respond within 60 seconds');
  await expect(page.getByRole('textbox', {name: 'email'})).toHaveValue('user@example.com');
  silent.close();
});

test('a connection that breaks in the middle of the body keeps what came', async ({page}) => {
  const api = await startApi({
    answer: reply => {
      reply.writeHead(200, {'Content-Type': 'text/plain', 'Content-Length': '1000'});
      reply.write('the first part', () => reply.destroy());
    },
  });
  await goTo(page, api.origin);
  await send(page);
  await expect(response(page)).toContainText('The connection broke after');
  api.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a failure is accessible and fits a phone, ${colorScheme}`, async ({page}) => {
    const api = await startApi({cors: 'none'});
    await page.emulateMedia({colorScheme});
    await page.setViewportSize({width: 390, height: 844});
    await goTo(page, api.origin);
    await send(page);
    await expect(page.getByLabel('Headers to send')).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    expect(await fitsTheWindow(page)).toBe(true);
    api.close();
  });
}
