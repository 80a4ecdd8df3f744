import {deflateRawSync} from 'node:zlib';

import {axeViolations, expect, fitsTheWindow, openTryIt, test, visit} from './support/test';

const createUser = '/api/users/create-user';

/** A link that somebody made by hand. */
function linkOf(content: unknown, {version = '1', operation = 'createUser'} = {}): string {
  const data = deflateRawSync(JSON.stringify(content)).toString('base64url');
  return `${createUser}#try=${version}.${operation}.${data}`;
}

const values = {
  parameters: {},
  headers: [],
  mediaType: 'application/json',
  bodies: {'application/json': {type: 'text', text: '{"email": "linked@example.com"}'}},
};

test.use({permissions: ['clipboard-read', 'clipboard-write']});

test('a copied link fills in the same request in another tab, and sends nothing', async ({page, context}) => {
  await openTryIt(page, createUser);
  await page.getByRole('textbox', {name: 'email'}).fill('grace@example.com');
  await page.getByRole('button', {name: 'Add a header'}).click();
  await page.getByLabel('Header 1, name').fill('X-Api-Key');
  const key = page.getByLabel('Header 1, value');
  await key.fill('sk_live_secret');
  await expect(key).toHaveAttribute('type', 'password');
  await page.getByRole('button', {name: 'Show what is typed'}).last().press('Enter');
  await expect(key).toHaveAttribute('type', 'text');
  await page.getByRole('button', {name: 'Copy link'}).click();
  await expect(page.getByText('The link is copied')).toBeVisible();
  await expect(page.getByText('Left out, because it may be a key: X-Api-Key.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).pathname).toBe(createUser);

  const other = await context.newPage();
  const sent: string[] = [];
  other.on('request', request => sent.push(request.method()));
  await other.goto(link);
  await expect(other.getByRole('textbox', {name: 'email'})).toHaveValue('grace@example.com');
  await expect(
    other.getByText('A link filled in POST /users. Nothing is sent until you choose Send.'),
  ).toBeVisible();
  await expect(other.getByText('Fill in what was left out: X-Api-Key.')).toBeVisible();
  await expect(other.getByLabel('Header 1, name')).toBeHidden();
  expect(new Set(sent)).toEqual(new Set(['GET']));
  expect(new URL(other.url()).hash).toBe('');
  expect(await axeViolations(other)).toEqual([]);
  await other.getByRole('button', {name: 'Send', exact: true}).click();
  await expect(other.getByRole('region', {name: 'Response'})).toContainText('grace@example.com');
});

test('what was typed before a link was opened comes back with Undo', async ({page}) => {
  await openTryIt(page, createUser);
  await page.getByRole('textbox', {name: 'email'}).fill('mine@example.com');
  await page.goto(linkOf({fingerprint: 'old', values}));
  await expect(page.getByRole('textbox', {name: 'email'})).toHaveValue('linked@example.com');
  await expect(page.getByText('has changed since the link was created')).toBeVisible();
  await page.getByRole('button', {name: 'Undo'}).click();
  await expect(page.getByRole('textbox', {name: 'email'})).toHaveValue('mine@example.com');
});

test('a server that the API does not have is named and not chosen', async ({page}) => {
  await visit(page, linkOf({server: 'https://evil.example/v1', values}));
  await expect(page.getByText('https://evil.example/v1', {exact: true})).toBeVisible();
  await expect(page.getByLabel('Server', {exact: true})).toHaveValue('page-mock');
  await page.getByRole('button', {name: 'Use it anyway'}).click();
  await expect(page.getByLabel('Base URL')).toHaveValue('https://evil.example/v1');
});

test('what is typed after a link was opened is not taken back, and a server chosen for it is', async ({
  page,
}) => {
  await visit(page, linkOf({server: 'https://evil.example/v1', values}));
  await page.getByRole('button', {name: 'Use it anyway'}).click();
  await page.getByRole('button', {name: 'Undo'}).click();
  await expect(page.getByLabel('Server', {exact: true})).toHaveValue('page-mock');
  await page.goto('about:blank');
  await visit(page, linkOf({values}));
  const email = page.getByRole('textbox', {name: 'email'});
  await expect(email).toHaveValue('linked@example.com');
  await email.fill('typed@example.com');
  await expect(page.getByRole('button', {name: 'Undo'})).toBeHidden();
});

test.describe('a link that is broken or hostile', () => {
  const hostile: readonly (readonly [name: string, link: string, says: RegExp])[] = [
    ['of another version', linkOf({values}, {version: '9'}), /another version of the site/],
    ['cut in the middle', linkOf({values}).slice(0, -20), /is incomplete|no request for/],
    ['of other letters', `${createUser}#try=1.createUser.%%%`, /is incomplete/],
    [
      'of no values',
      linkOf({values: {parameters: {a: 1}, headers: [], bodies: {}}}),
      /no request for this form/,
    ],
    ['of a list', linkOf([1, 2]), /no request for this form/],
    ['that unpacks to 50 MB', linkOf({values, pad: 'x'.repeat(50_000_000)}), /more than a request can/],
  ];
  for (const [name, link, says] of hostile) {
    test(`${name} is explained, and the form stays as it was`, async ({page}) => {
      await visit(page, link);
      await expect(page.getByText(says)).toBeVisible();
      await expect(page.getByRole('textbox', {name: 'email'})).toHaveValue('user@example.com');
    });
  }

  test('brings in no members of its own, no keys, and no script as a server', async ({page}) => {
    const content = JSON.stringify({
      server: 'javascript:alert(1)',
      values: {...values, headers: [{name: 'Authorization', value: 'Bearer theirs'}]},
    }).replace('{"server"', '{"__proto__":{"polluted":true},"server"');
    const data = deflateRawSync(content).toString('base64url');
    await visit(page, `${createUser}#try=1.createUser.${data}`);
    await expect(page.getByText('A link filled in')).toBeVisible();
    await expect(page.getByRole('button', {name: 'Use it anyway'})).toBeHidden();
    await expect(page.getByLabel('Header 1, name')).toBeHidden();
    expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
  });
});

test.describe('an address that cannot be decoded', () => {
  for (const [name, path] of [
    ['the home page', '/'],
    ['a guide', '/search'],
    ['an endpoint page', createUser],
  ] as const) {
    test(`opens ${name}, also where the page is there already`, async ({page}) => {
      await visit(page, `${path}#%E0%A4%A`);
      await page.evaluate(() => {
        window.location.hash = '#100%';
      });
      await expect(page).toHaveURL(/#100%25$/);
      await expect(page.getByRole('heading', {level: 1})).toBeVisible();
    });

    test(`of a shared request opens ${name}, and is said to be broken`, async ({page}) => {
      const words = page.getByText('This link to a filled-in request cannot be opened here');
      await visit(page, path);
      await expect(words).toBeHidden();
      await page.evaluate(() => {
        window.location.hash = '#try=1.%E0%A4%A.abc';
      });
      await expect(words).toBeVisible();
      await expect(page.getByRole('heading', {level: 1})).toBeVisible();
      expect(await axeViolations(page)).toEqual([]);
      await visit(page, `${path}#try=1.%E0%A4%A.abc`);
      await expect(words).toBeVisible();
      await page.evaluate(() => {
        window.location.hash = '';
      });
      await expect(words).toBeHidden();
    });
  }
});

test('a link for an operation that the page does not have says so', async ({page}) => {
  await visit(page, linkOf({values}, {operation: 'listUsers'}));
  await expect(page.getByText('This link to a filled-in request cannot be opened here')).toBeVisible();
});

test('at 390 px the notice of a link fits the window', async ({page}) => {
  await page.setViewportSize({width: 390, height: 844});
  await visit(page, linkOf({server: 'https://evil.example/v1', values}));
  await expect(page.getByText('A link filled in')).toBeVisible();
  expect(await fitsTheWindow(page)).toBe(true);
  expect(await axeViolations(page)).toEqual([]);
});
