import type {BrowserContext, Locator, Page} from '@playwright/test';

import {CLIENT_ID, startProvider, type OAuthProvider, type ProviderOptions} from '../support/oauthProvider';
import {openOn, securedOperation} from './support/securedOperation';
import {startApi, type LocalApi, type LocalApiOptions} from './support/localApi';
import {axeViolations, expect, fitsTheWindow, openTryIt, test as base} from './support/test';

const test = base.extend<{
  api: LocalApi;
  otherApi: LocalApi;
  auth: OAuthProvider;
  apiOptions: LocalApiOptions;
  providerOptions: ProviderOptions;
}>({
  apiOptions: [{}, {option: true}],
  api: async ({apiOptions}, use) => closing(await startApi(apiOptions), use),
  otherApi: async ({apiOptions}, use) => closing(await startApi(apiOptions), use),
  providerOptions: [{}, {option: true}],
  auth: async ({providerOptions}, use) => closing(await startProvider(providerOptions), use),
});

async function closing<Service extends {close: () => void}>(
  service: Service,
  provide: (service: Service) => Promise<void>,
): Promise<void> {
  await provide(service);
  service.close();
}

const credentials = (page: Page): Locator => page.getByRole('group', {name: 'Credentials'});
const send = (page: Page): Promise<void> => page.getByRole('button', {name: 'Send', exact: true}).click();
const response = (page: Page): Locator => page.getByRole('region', {name: 'Response'});

/** All that a page stores or shows in its address. */
const traces = (page: Page): Promise<string> =>
  page.evaluate(() =>
    JSON.stringify([{...localStorage}, {...sessionStorage}, location.href, document.cookie]),
  );

async function chooseAlternative(page: Page, label: string): Promise<void> {
  await page.getByLabel('Authenticate with').selectOption({label});
}

test('on a mock there is nothing to do: one line, which opens on demand', async ({page}) => {
  await openTryIt(page, '/api/users/create-user');
  await expect(credentials(page)).toContainText('Mock key, valid nowhere else');
  await expect(page.getByLabel('API key')).toHaveCount(0);
  await credentials(page).getByRole('button', {name: 'Change'}).click();
  await expect(page.getByLabel('API key')).toHaveValue('ck_mock_4242');
  await credentials(page).getByRole('button', {name: 'Done'}).click();
  await expect(page.getByLabel('API key')).toHaveCount(0);
});

test.describe('a key', () => {
  test.beforeEach(async ({page, api}) => {
    await openOn(page, await securedOperation('getPet', {api: api.origin}));
    await page.getByLabel('Server', {exact: true}).selectOption('custom');
    await page.getByLabel('Base URL').fill(api.origin);
    await page.getByLabel('X-Key').fill('secret-1234');
  });

  test('is sent to its server, and is in no storage, address or sample', async ({page, api}) => {
    await expect(credentials(page)).toContainText(`In memory, for ${api.origin} only`);
    await send(page);
    await expect(response(page)).toContainText('200');
    expect(api.arrived.map(({headers}) => headers['x-key'])).toEqual(['secret-1234']);
    expect(await traces(page)).not.toContain('secret-1234');
    await expect(page.getByLabel('Sample')).not.toContainText('secret-1234');
  });

  test('never follows to another server, and is there again on the way back', async ({
    page,
    api,
    otherApi,
  }) => {
    await page.getByLabel('Base URL').fill(otherApi.origin);
    await expect(page.getByLabel('X-Key')).toHaveValue('');
    await send(page);
    await expect(response(page)).toContainText('200');
    expect(otherApi.arrived[0]?.headers).not.toHaveProperty('x-key');
    await expect(page.getByText('Keys for other servers: 1')).toBeVisible();
    await page.getByLabel('Base URL').fill(api.origin);
    await expect(credentials(page)).toContainText(`In memory, for ${api.origin} only`);
  });

  test('is forgotten at one click, and focus stays near', async ({page}) => {
    await credentials(page).getByRole('button', {name: 'Forget', exact: true}).click();
    await expect(page.getByLabel('X-Key')).toHaveValue('');
    await expect(credentials(page)).toContainText('X-Key removed.');
    await expect(credentials(page).getByRole('button', {name: 'Done'})).toBeFocused();
  });

  test('outlives a reload only where that was chosen, and is then gone when forgotten', async ({page}) => {
    await page.getByLabel('Keep for this session').check();
    await expect(credentials(page)).toContainText('Stored in this tab');
    expect(await traces(page)).toContain('secret-1234');
    await page.reload();
    await expect(credentials(page)).toContainText('Stored in this tab');
    await credentials(page).getByRole('button', {name: 'Forget', exact: true}).click();
    expect(await traces(page)).not.toContain('secret-1234');
    await page.reload();
    await expect(credentials(page)).toContainText('Not set');
  });

  test('that is held for another server can be forgotten from here, one or all', async ({
    page,
    api,
    otherApi,
  }) => {
    await page.getByLabel('Base URL').fill(otherApi.origin);
    await page.getByText('Keys for other servers: 1').click();
    await credentials(page)
      .getByRole('button', {name: `Forget apiKey for ${api.origin}`})
      .click();
    await expect(page.getByText('Keys for other servers')).toHaveCount(0);
    await expect(credentials(page).locator(':focus')).toBeVisible();
    await page.getByLabel('X-Key').fill('secret-5678');
    await page.getByLabel('Base URL').fill(api.origin);
    await page.getByText('Keys for other servers: 1').click();
    await page.getByLabel('X-Key').fill('secret-9');
    await credentials(page).getByRole('button', {name: 'Forget all keys'}).click();
    await expect(credentials(page).locator(':focus')).toBeVisible();
    await expect(page.getByLabel('X-Key')).toHaveValue('');
    await page.getByLabel('Base URL').fill(otherApi.origin);
    await expect(credentials(page)).toContainText('Not set');
  });
});

test.describe('the ways to be let in', () => {
  test.beforeEach(async ({page, api, auth}) => {
    await openOn(page, await securedOperation('listPets', {api: api.origin, auth: auth.origin}));
  });

  test('can be chosen; those that belong together are asked for together', async ({page, api}) => {
    await chooseAlternative(page, 'X-Key + User and password');
    await page.getByLabel('X-Key').fill('k');
    await page.getByLabel('User', {exact: true}).fill('ann');
    await page.getByLabel('Password', {exact: true}).fill('p:w');
    await send(page);
    await expect(response(page)).toContainText('200');
    expect(api.arrived[0]?.headers['x-key']).toBe('k');
    expect(api.arrived[0]?.headers.authorization).toBe(`Basic ${btoa('ann:p:w')}`);
    expect(await traces(page)).not.toContain('p:w');
  });

  test('a key of the query is in the request and in no address that the page shows', async ({page, api}) => {
    await chooseAlternative(page, 'key');
    await page.getByLabel('key', {exact: true}).fill('query-secret');
    await send(page);
    await expect(response(page)).toContainText('200');
    expect(api.arrived[0]?.url).toBe('/pets?key=query-secret');
    expect(await traces(page)).not.toContain('query-secret');
    await expect(response(page)).not.toContainText('query-secret');
    await expect(page.getByLabel('Sample')).not.toContainText('query-secret');
  });

  test('no cookies go along, also those that a browser would send', async ({page, context, api}) => {
    await openWithCookie(page, context, api);
    await chooseAlternative(page, 'sid');
    await expect(credentials(page)).toContainText('In a cookie, which no page can set');
    await send(page);
    await expect(response(page)).toContainText('200');
    expect(api.arrived[0]?.headers).not.toHaveProperty('cookie');
  });

  test.describe('where the server allows cookies', () => {
    test.use({apiOptions: {cors: 'cookies'}});

    test('they go along once the reader asks for it, until a reload', async ({page, context, api}) => {
      await openWithCookie(page, context, api);
      await chooseAlternative(page, 'sid');
      await page.getByLabel(/^Send my cookies for/).check();
      await send(page);
      await expect(response(page)).toContainText('200');
      expect(api.arrived[0]?.headers.cookie).toContain('sid=cookie-secret');
      await page.reload();
      await send(page);
      await expect(response(page)).toContainText('200');
      expect(api.arrived.at(-1)?.headers).not.toHaveProperty('cookie');
    });
  });

  test('no credentials is a way too', async ({page, api}) => {
    await chooseAlternative(page, 'No credentials');
    await send(page);
    await expect(response(page)).toContainText('200');
    expect(api.arrived[0]?.headers).not.toHaveProperty('authorization');
  });
});

/** An API of the same site as this one, which browsers give their cookies to, and one such cookie. */
async function openWithCookie(page: Page, context: BrowserContext, api: LocalApi): Promise<void> {
  const origin = api.origin.replace('127.0.0.1', 'localhost');
  await context.addCookies([{name: 'sid', value: 'cookie-secret', url: origin}]);
  await openOn(page, await securedOperation('listPets', {api: origin}));
}

/** Waits until a press has closed its window, which may happen before the key or the button is up again. */
async function pressed(press: Promise<void>, closed: Promise<unknown>): Promise<void> {
  await press.catch(() => closed);
  await closed;
}

test.describe('signing in', () => {
  test.beforeEach(async ({page, api, auth}) => {
    await openOn(page, await securedOperation('listPets', {api: api.origin, auth: auth.origin}));
  });

  /** Presses a link of the authorization server's page, in its own window. */
  async function answerWith(page: Page, link: 'Allow' | 'Deny'): Promise<void> {
    const opened = page.waitForEvent('popup');
    await page.getByRole('button', {name: 'Sign in'}).click();
    const popup = await opened;
    const closed = popup.waitForEvent('close');
    await pressed(popup.getByRole('link', {name: link}).click(), closed);
  }

  test('gives a token by code and PKCE, which Send uses; renewing gives the next', async ({
    page,
    api,
    auth,
  }) => {
    await expect(page.getByLabel('pets:read')).toBeChecked();
    await expect(page.getByLabel('pets:write')).not.toBeChecked();
    await page.getByLabel('Client id').fill(CLIENT_ID);
    await answerWith(page, 'Allow');
    await expect(credentials(page)).toContainText(`In memory, for ${api.origin} only · expires in 60 min`);
    expect(auth.authorizations[0]?.get('code_challenge_method')).toBe('S256');
    expect(auth.authorizations[0]?.get('scope')).toBe('pets:read');
    expect(auth.tokenRequests[0]?.cookie).toBeUndefined();
    await send(page);
    await expect(response(page)).toContainText('200');
    expect(api.arrived[0]?.headers.authorization).toBe(`Bearer ${auth.tokens[0]}`);
    expect(await traces(page)).not.toContain(auth.tokens[0]);

    await page.getByRole('button', {name: 'Renew'}).click();
    await expect.poll(() => auth.tokens.length).toBe(2);
    await expect(page.getByLabel('Access token')).toHaveValue(auth.tokens[1] ?? '');
  });

  test('a reader who declines is told what to do', async ({page, auth}) => {
    await page.getByLabel('Client id').fill(CLIENT_ID);
    await answerWith(page, 'Deny');
    await expect(credentials(page)).toContainText('The sign-in was declined.');
    expect(auth.tokenRequests).toEqual([]);
  });

  test('an answer that this page did not ask for is not used', async ({page, context, auth}) => {
    await page.getByLabel('Client id').fill(CLIENT_ID);
    const opened = page.waitForEvent('popup');
    await page.getByRole('button', {name: 'Sign in'}).click();
    await opened;
    const forged = await context.newPage();
    await forged.goto('/oauth/callback?code=stolen&state=forged');
    await expect(forged).toHaveURL(/\/oauth\/callback\/?$/);
    await expect(forged.getByText('No page of this site is waiting')).toBeVisible();
    await expect(credentials(page)).toContainText('Waiting for you to sign in');
    expect(auth.tokenRequests).toEqual([]);
  });

  test('OpenID Connect finds its server by the metadata', async ({page, auth}) => {
    await chooseAlternative(page, 'Access token (openId)');
    await page.getByLabel('Client id').fill(CLIENT_ID);
    await answerWith(page, 'Allow');
    await expect(credentials(page)).toContainText('expires in 60 min');
    expect(auth.authorizations[0]?.get('scope')).toBe('openid pets:read');
  });

  test.describe('at a server that pages may not read', () => {
    test.use({providerOptions: {cors: false}, allowedConsole: [/CORS policy|ERR_FAILED|status of 40/]});

    test('says that, and what its owner must add', async ({page, auth}) => {
      await page.getByLabel('Client id').fill(CLIENT_ID);
      await answerWith(page, 'Allow');
      await expect(credentials(page)).toContainText(
        'The browser does not let this page read the response (CORS).',
      );
      await expect(credentials(page)).toContainText(auth.origin);
    });
  });

  test.describe('with a window that only the reader can close', () => {
    test.use({allowedConsole: [/Unsafe attempt to initiate navigation/]});

    test('a reader who stops waiting is left where the sign-in began', async ({page}) => {
      await page.getByLabel('Client id').fill(CLIENT_ID);
      const opened = page.waitForEvent('popup');
      await page.getByRole('button', {name: 'Sign in'}).click();
      await opened;
      await page.getByRole('button', {name: 'Stop waiting'}).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', {name: 'Sign in'})).toBeFocused();
    });
  });

  test('works by keyboard alone', async ({page}) => {
    await page.getByLabel('Client id').focus();
    await page.keyboard.type(CLIENT_ID);
    const opened = page.waitForEvent('popup');
    await page.keyboard.press('Enter');
    const popup = await opened;
    const closed = popup.waitForEvent('close');
    await pressed(popup.getByRole('link', {name: 'Allow'}).press('Enter'), closed);
    await expect(credentials(page)).toContainText('expires in');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the open panel is accessible and fits a phone, ${colorScheme}`, async ({page, api, auth}) => {
    await page.emulateMedia({colorScheme});
    await page.setViewportSize({width: 390, height: 844});
    await openOn(page, await securedOperation('listPets', {api: api.origin, auth: auth.origin}));
    await page.getByLabel('Access token').fill('typed');
    expect(await axeViolations(page)).toEqual([]);
    await chooseAlternative(page, 'X-Key + User and password');
    await expect(page.getByText('Keys for other servers: 1')).toHaveCount(1);
    await page.getByText('Keys for other servers: 1').click();
    expect(await axeViolations(page)).toEqual([]);
    expect(await fitsTheWindow(page)).toBe(true);
  });
}
