import type {Schema} from '../../src/api/operation';
import {openOn} from './support/securedOperation';
import {expect, loseScripts, openTryIt, rawBody, rawText, test, visit} from './support/test';

const createUser = '/api/users/create-user';

test('a cURL sample that cannot be read is told with its place, and the form opens empty', async ({page}) => {
  await openTryIt(page, '/fixtures/unreadable');
  await expect(page.getByText('The cURL sample could not be read at line 1, column 6')).toBeVisible();
  await expect(page.getByText('The form starts empty instead.')).toBeVisible();
  await expect(page.getByRole('tab', {name: 'Ruby'})).toBeVisible();
});

test('a request that fits no operation gets a form of its own', async ({page}) => {
  await openTryIt(page, '/fixtures/elsewhere');
  await expect(page.getByRole('textbox', {name: 'colour'})).toHaveValue('red');
  await expect(page.getByLabel('Header 1, value')).toHaveValue('on');
  await page.getByRole('textbox', {name: 'colour'}).fill('deep blue');
  await expect(page.getByRole('tabpanel', {name: 'cURL'})).toContainText('colour=deep%20blue');
});

test('JSON of 10,000 levels is kept as text, told, and can still be sent', async ({page}) => {
  await openTryIt(page, createUser);
  const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
  await page.getByRole('button', {name: 'Raw', exact: true}).click();
  await rawBody(page).fill(deep);
  await page.getByRole('button', {name: 'Form', exact: true}).click();
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await expect(page.getByText('more than 200 levels deep').first()).toBeVisible();
  await page.getByRole('button', {name: 'Send anyway'}).click();
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('400 Bad Request');
  await page.getByRole('group', {name: 'Edit the body as'}).getByRole('button', {name: 'Raw'}).click();
  await expect(rawBody(page)).toContainText('[[[[');
});

test.describe('with a server of the reader', () => {
  test.beforeEach(async ({page}) => {
    await openTryIt(page, createUser);
    await page.getByLabel('Server').selectOption('custom');
    await page.getByLabel('Base URL').fill('https://api.test/v1');
    await page.getByLabel('API key').fill('key-of-the-reader');
  });

  test('an answer that is HTML is shown as text, and nothing of it runs', async ({page}) => {
    const html = '<img src=x onerror="document.title=1"><script>document.title = 2</script>';
    await page.route('https://api.test/**', route =>
      route.fulfill({
        contentType: 'text/html',
        body: html,
        headers: {'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*'},
      }),
    );
    const title = await page.title();
    await page.getByRole('button', {name: 'Send', exact: true}).click();
    await expect(page.getByRole('region', {name: 'Response'})).toContainText(html);
    expect(await page.title()).toBe(title);
  });

  test('Cancel ends a request that takes long, and the form stays', async ({page}) => {
    await page.route('https://api.test/**', () => new Promise(() => {}));
    await page.getByRole('button', {name: 'Send', exact: true}).click();
    await page.getByRole('button', {name: 'Cancel'}).click();
    await expect(page.getByRole('region', {name: 'Response'})).toContainText('Cancelled');
    await expect(page.getByRole('textbox', {name: 'email'})).toHaveValue('user@example.com');
  });

  test('the key goes to the server it was typed for and to no other', async ({page}) => {
    const seen: string[] = [];
    await page.route(/https:\/\/(api|other)\.test\//, async route => {
      seen.push(
        `${new URL(route.request().url()).host} ${route.request().headers().authorization ?? 'no key'}`,
      );
      await route.fulfill({
        json: {},
        headers: {'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*'},
      });
    });
    const send = page.getByRole('button', {name: 'Send', exact: true});
    await send.click();
    await expect(page.getByRole('region', {name: 'Response'})).toContainText('200');
    await page.getByLabel('Base URL').fill('https://other.test/v1');
    await expect(page.getByLabel('API key')).toHaveValue('');
    await send.click();
    await expect.poll(() => seen).toEqual(['api.test Bearer key-of-the-reader', 'other.test no key']);
  });

  test('a base URL that is none is explained, and cannot be sent', async ({page}) => {
    await page.getByLabel('Base URL').fill('staging.example.com');
    await expect(page.getByText('Start the URL with https:// or http://')).toBeVisible();
    await page.getByRole('button', {name: 'Send', exact: true}).click();
    await expect(page.getByRole('group', {name: 'This request cannot be sent'})).toBeVisible();
    await expect(page.getByLabel('Base URL')).toBeFocused();
    await expect(page.getByRole('button', {name: 'Send anyway'})).toHaveCount(0);
  });
});

test('a header that HTTP does not allow is explained at its row', async ({page}) => {
  await openTryIt(page, createUser);
  await page.getByRole('button', {name: 'Add a header'}).click();
  await page.getByLabel('Header 1, name').fill('Bad Name');
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await expect(page.getByText('is not a header name')).toHaveCount(2);
});

test('what was typed survives a change of theme', async ({page}) => {
  await openTryIt(page, createUser);
  await page.getByRole('textbox', {name: 'email'}).fill('theme@example.com');
  await page
    .getByRole('button', {name: /Switch between dark and light mode/})
    .first()
    .click();
  await expect(page.getByRole('textbox', {name: 'email'})).toHaveValue('theme@example.com');
});

test('numbers keep every digit and the raw text keeps what the form does not touch', async ({page}) => {
  await openTryIt(page, createUser);
  await page.getByRole('button', {name: 'Raw'}).click();
  await rawBody(page).fill(
    '{\n  "email":   "a@example.com",\n  "name": "A",\n  "big": 12345678901234567890.10\n}',
  );
  await page.getByRole('button', {name: 'Form', exact: true}).click();
  await page.getByRole('textbox', {name: 'email'}).fill('b@example.com');
  await page.getByRole('button', {name: 'Raw'}).click();
  await expect
    .poll(() => rawText(page))
    .toBe('{\n  "email":   "b@example.com",\n  "name": "A",\n  "big": 12345678901234567890.10\n}');
  await expect(page.getByRole('tabpanel', {name: 'cURL'})).toContainText('12345678901234567890.10');
});

for (const [what, name] of [
  ['an empty name', ''],
  ['a colon', 'a:b'],
  ['a control character', 'x\u0001y'],
  ['letters beyond ASCII', 'größe'],
  ['brackets', 'a[0]'],
] as const) {
  test(`a header name with ${what} is told at its row and stops the request`, async ({page}) => {
    await openTryIt(page, createUser);
    await page.getByRole('button', {name: 'Add a header'}).click();
    await page.getByLabel('Header 1, name').fill(name);
    await page.getByLabel('Header 1, value').fill('1');
    await page.getByRole('button', {name: 'Send', exact: true}).click();
    await expect(page.getByRole('group', {name: 'This request cannot be sent'})).toBeVisible();
    await expect(page.getByLabel('Header 1, name')).toBeFocused();
    await expect(page.getByText('is not a header name').first()).toBeVisible();
  });
}

test('a header that is named like a part of every object is a header like any other', async ({page}) => {
  await openTryIt(page, createUser);
  for (const [index, name] of ['__proto__', 'constructor'].entries()) {
    await page.getByRole('button', {name: 'Add a header'}).click();
    await page.getByLabel(`Header ${index + 1}, name`).fill(name);
    await page.getByLabel(`Header ${index + 1}, value`).fill('kept');
  }
  await page.getByRole('textbox', {name: 'email'}).fill('proto@example.com');
  const curl = page.getByRole('tabpanel', {name: 'cURL'});
  await expect(curl).toContainText('__proto__: kept');
  await expect(curl).toContainText('constructor: kept');
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('201 Created');
  await page.reload();
  await expect(page.getByLabel('Header 1, name')).toHaveValue('__proto__');
});

for (const trouble of ['full', 'denied'] as const) {
  // Docusaurus itself says so once.
  test.describe(`storage that is ${trouble}`, () => {
    test.use({allowedConsole: trouble === 'denied' ? [/browser storage is not available/] : []});

    test('stops nothing: choices and what was typed hold on the page', async ({page}) => {
      await page.addInitScript(kind => {
        if (kind === 'full') {
          Storage.prototype.setItem = () => {
            throw new DOMException('Full', 'QuotaExceededError');
          };
        } else {
          for (const name of ['localStorage', 'sessionStorage']) {
            Object.defineProperty(window, name, {
              get() {
                throw new DOMException('Denied', 'SecurityError');
              },
            });
          }
        }
      }, trouble);
      await openTryIt(page, createUser);
      await page.getByRole('textbox', {name: 'email'}).fill('stored@example.com');
      await page.getByRole('tab', {name: 'Python'}).click();
      await page.getByRole('button', {name: 'Raw', exact: true}).click();
      await expect.poll(() => rawText(page)).toContain('stored@example.com');
      await page.getByRole('link', {name: 'List Users'}).first().click();
      await expect(page.getByRole('heading', {level: 1})).toHaveText('List Users');
      await page.goBack();
      await expect(page.getByRole('tab', {name: 'Python'})).toHaveAttribute('aria-selected', 'true');
      await expect.poll(() => rawText(page)).toContain('stored@example.com');
      await page.getByRole('button', {name: 'Send', exact: true}).click();
      await expect(page.getByRole('region', {name: 'Response'})).toContainText('201 Created');
    });
  });
}

test.describe('parts that cannot be fetched', () => {
  test.use({allowedConsole: [/ERR_FAILED|Loading chunk|ChunkLoadError/]});

  test('the playground says so, and the samples stay', async ({page}) => {
    await visit(page, createUser);
    await page.waitForLoadState('networkidle');
    await page.route('**/assets/js/*.js', route => route.abort());
    await page.getByRole('button', {name: 'Try it'}).click();
    await expect(page.getByRole('alert')).toContainText('The playground did not load');
    await expect(page.getByRole('tabpanel', {name: 'cURL'})).toContainText('curl');
    await page.unrouteAll();
    await page.getByRole('button', {name: 'Reload the page'}).click();
    await expect(page.getByRole('button', {name: 'Send', exact: true})).toBeVisible();
  });

  test('a part that hangs is told like one that does not come', async ({page}) => {
    await page.clock.install();
    await visit(page, createUser);
    await page.waitForLoadState('networkidle');
    const asked = page.waitForRequest('**/assets/js/*.js');
    await page.route('**/assets/js/*.js', () => undefined);
    await page.getByRole('button', {name: 'Try it'}).click();
    await asked;
    await page.clock.fastForward(31_000);
    await expect(page.getByRole('alert')).toContainText('The playground did not load');
    await page.unrouteAll({behavior: 'ignoreErrors'});
  });

  test('the search and the list of shortcuts say so, and the page goes on', async ({page}) => {
    await visit(page, createUser);
    await page.waitForLoadState('networkidle');
    await page.route('**/assets/js/*.js', route => route.abort());
    await page.keyboard.press('/');
    await expect(page.getByText('The search did not load.')).toBeVisible();
    await page.keyboard.press('?');
    await expect(page.getByText('The list of shortcuts did not load.')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', {name: 'Python'}).click();
    await expect(page.getByRole('tabpanel', {name: 'Python'})).toContainText('import');
  });

  test('what they say is closed by its button or Esc, and the focus stays near', async ({page}) => {
    await openTryIt(page, createUser);
    await page.waitForLoadState('networkidle');
    await page.route('**/assets/js/*.js', route => route.abort());
    const search = page.getByText('The search did not load.');
    await page.keyboard.press('/');
    await expect(search).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(search).toBeHidden();
    await page.keyboard.press('/');
    await page.getByRole('alert').getByRole('button', {name: 'Close', exact: true}).click();
    await expect(search).toBeHidden();
    await expect(
      page.getByRole('navigation', {name: 'Main'}).getByRole('button', {name: 'Search'}),
    ).toBeFocused();
    const shortcuts = page.getByRole('button', {name: 'Keyboard shortcuts'});
    await shortcuts.click();
    await expect(page.getByText('The list of shortcuts did not load.')).toBeVisible();
    await page.getByRole('alert').getByRole('button', {name: 'Close', exact: true}).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(shortcuts).toBeFocused();
  });
});

test('a schema that recurs without end makes a form and completions that end', async ({page}) => {
  const node: Schema = {
    type: 'object',
    required: ['next'],
    properties: {next: {$ref: '#/schemas/Node'}, other: {oneOf: [{$ref: '#/schemas/Node'}, {type: 'null'}]}},
  };
  await openOn(page, {
    id: 'recur',
    method: 'POST',
    path: '/recur',
    summary: 'Recur',
    deprecated: false,
    tags: [],
    parameters: [],
    requestBody: {
      required: true,
      content: [{type: 'application/json', schema: {$ref: '#/schemas/Node'}, examples: [], encoding: {}}],
    },
    responses: [],
    security: [],
    securitySchemes: [],
    servers: [{url: 'https://api.test', variables: {}}],
    schemas: {Node: node},
  });
  await page.getByRole('button', {name: 'Raw', exact: true}).click();
  await expect(page.getByText('completes,')).toBeVisible();
  await rawBody(page).fill('{"next": {"next": {}}}');
  for (let step = 0; step < 3; step++) {
    await page.keyboard.press('ArrowLeft');
  }
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('option')).toContainText([/next/, /other/]);
});

test.describe('what makes samples', () => {
  test.use({allowedConsole: [/ERR_FAILED|Loading chunk|ChunkLoadError/]});

  test('that does not load is told, and the samples follow once it does', async ({page}) => {
    await openTryIt(page, createUser);
    await page.waitForLoadState('networkidle');
    const serve = await loseScripts(page);
    await page.getByRole('textbox', {name: 'email'}).fill('late@example.com');
    await expect(page.getByText('The samples did not load')).toBeVisible();
    serve();
    await page.getByRole('textbox', {name: 'email'}).fill('later@example.com');
    await expect(page.getByRole('tabpanel', {name: 'cURL'})).toContainText('later@example.com');
    await expect(page.getByText('The samples did not load')).toBeHidden();
  });
});
