import {expect, fitsTheWindow, test, visit} from './support/test';

test.describe('the home page', () => {
  test('leads to the first request in one click', async ({page}) => {
    await visit(page, '/');
    await page.getByRole('link', {name: 'Send your first request'}).click();
    await expect(page.getByRole('heading', {level: 1, name: 'Create User'})).toBeVisible();
    await expect(page.getByRole('form', {name: 'Try it'})).toBeVisible();
  });

  test('says what CloudIndex is, with a request and its response, without JavaScript', async ({browser}) => {
    const context = await browser.newContext({javaScriptEnabled: false});
    const page = await context.newPage();
    await page.goto('/');
    await expect(page.getByRole('main')).toContainText('CloudIndex is an HTTP API');
    await expect(page.getByRole('main')).toContainText('curl https://api.cloudindex.com/v1/users');
    await context.close();
  });
});

test.describe('an address that leads nowhere', () => {
  test.use({allowedConsole: [/status of 404/]});

  for (const address of ['/no/such/page', '/api/users/no-such-page', '/api/no-such-page/']) {
    test(`says so and offers ways on: ${address}`, async ({page}) => {
      await page.goto(address);
      await expect(page).toHaveTitle(/Page Not Found/);
      await page.getByRole('main').getByRole('link', {name: 'Errors'}).click();
      await expect(page.getByRole('heading', {level: 1, name: 'Errors'})).toBeVisible();
    });
  }
});

test('the OpenAPI document is downloaded from the foot of every page', async ({page}) => {
  await visit(page, '/errors');
  for (const [name, file] of [
    ['OpenAPI YAML', 'openapi.yaml'],
    ['OpenAPI JSON', 'openapi.json'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('contentinfo').getByRole('link', {name}).click(),
    ]);
    expect(download.suggestedFilename()).toBe(file);
  }
});

test('a page printed from the dark theme is dark on white, without what only a screen needs', async ({
  page,
}) => {
  await page.emulateMedia({colorScheme: 'dark'});
  await visit(page, '/errors');
  await page.emulateMedia({colorScheme: 'dark', media: 'print'});
  await expect(page.getByRole('heading', {level: 1})).toHaveCSS('color', 'rgb(21, 34, 42)');
  await expect(page.getByRole('contentinfo')).toBeHidden();
  await expect(page.getByRole('navigation', {name: 'Main'})).toBeHidden();
});

test('a printed endpoint page has every sample and every example of an error, and no button', async ({
  page,
}) => {
  await visit(page, '/api/users/create-user');
  await expect(page.getByText('import requests')).toBeHidden();
  await page.emulateMedia({media: 'print'});
  for (const line of ['curl https://api.cloudindex.com', 'await fetch(', 'import requests', 'package main']) {
    await expect(page.getByText(line).first()).toBeVisible();
  }
  await expect(page.getByText('"Send your API key in the Authorization header').first()).toBeVisible();
  await expect(page.getByRole('main').getByRole('button').filter({visible: true})).toHaveCount(0);
});

test('with animation switched off by the system, nothing moves for longer than an instant', async ({
  page,
}) => {
  await page.emulateMedia({reducedMotion: 'reduce'});
  await visit(page, '/quickstart');
  await expect(page.getByRole('link', {name: 'Guides'}).first()).toHaveCSS(
    'transition-duration',
    /^(0s|0\.001s)/,
  );
});

test('no guide is wider than a phone', async ({page}) => {
  await page.setViewportSize({width: 390, height: 844});
  for (const path of ['/authentication', '/errors']) {
    await visit(page, path);
    expect(await fitsTheWindow(page), path).toBe(true);
  }
});

test('a link to a nested field opens the part it is in, and each field has such a link', async ({page}) => {
  await visit(page, '/api/search/search-documents');
  const nested = page.getByText('options.min_score', {exact: true});
  await page.locator('summary', {hasText: 'Fields of options'}).click();
  await expect(nested).toBeHidden();
  await visit(page, '/api/search/search-documents#body-options-min-score');
  await expect(nested).toBeInViewport();
  await nested.hover();
  await page.getByRole('link', {name: 'Direct link to options.min_score'}).click();
  await expect(page).toHaveURL(/#body-options-min-score$/);
});

for (const guide of ['/rate-limits', '/quickstart']) {
  test(`each entry of the contents of ${guide} leads to its section, and a link to one opens there`, async ({
    page,
  }) => {
    await visit(page, guide);
    const entries = page.locator('.table-of-contents a');
    const addresses = await entries.evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''));
    expect(addresses.length).toBeGreaterThan(1);
    for (const address of addresses) {
      await page.locator(`.table-of-contents a[href="${address}"]`).click();
      await expect(page).toHaveURL(new RegExp(`${address}$`));
      await expect(page.locator(address)).toBeInViewport();
    }
    const last = addresses.at(-1) ?? '';
    await page.goto('about:blank');
    await visit(page, guide + last);
    await expect(page.locator(last)).toBeInViewport();
    await expect(page).toHaveURL(new RegExp(`${last}$`));
  });
}
