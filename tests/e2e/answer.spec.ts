import type {Locator, Page} from '@playwright/test';
import {gzipSync} from 'node:zlib';

import {axeViolations, expect, fitsTheWindow, openTryIt, test, visit} from './support/test';

const createUser = '/api/users/create-user';
const getUser = '/api/users/get-user';

function response(page: Page): Locator {
  return page.getByRole('region', {name: 'Response'});
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Send', exact: true}).click();
}

async function show(page: Page, view: string): Promise<void> {
  await response(page).getByRole('button', {name: view, exact: true}).click();
}

interface CannedAnswer {
  readonly status?: number;
  readonly contentType?: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Opens a form whose requests a server of the reader answers in one way. */
async function openWithAnswer(page: Page, path: string, answer: CannedAnswer): Promise<void> {
  await page.route('https://api.test/**', route =>
    route.fulfill({
      status: answer.status ?? 200,
      contentType: answer.contentType ?? 'application/json',
      body: answer.body,
      headers: {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Headers': '*',
        'Access-Control-Expose-Headers': '*',
        ...answer.headers,
      },
    }),
  );
  await openTryIt(page, path);
  await page.getByLabel('Server').selectOption('custom');
  await page.getByLabel('Base URL').fill('https://api.test/v1');
  await page.getByLabel('API key').fill('key-of-the-reader');
}

test('the view that a reader chooses is kept for the next response, on any page', async ({page}) => {
  await openTryIt(page, createUser);
  await send(page);
  await show(page, 'Tree');
  await expect(response(page).getByRole('tree')).toBeVisible();
  await openTryIt(page, '/api/users/list-users');
  await send(page);
  await expect(response(page).getByRole('tree')).toContainText('usr_123abc');
});

test('a tree is read, folded and copied from with the keyboard alone', async ({page, context}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWithAnswer(page, getUser, {
    body: '{"big":12345678901234567890.10,"in":{"a b":["x","y"]},"in":2}',
  });
  await send(page);
  await show(page, 'Tree');
  const tree = response(page).getByRole('tree', {name: 'Response body as a tree'});
  await tree.focus();
  await page.keyboard.press('ArrowDown');
  const big = tree.getByRole('treeitem', {name: '12345678901234567890.10'});
  await expect(big).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect(tree.getByRole('treeitem', {name: 'object, 1 member'})).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  await expect(tree.getByRole('treeitem')).toHaveCount(4);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(response(page).getByText("$.in['a b'][1]")).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(response(page).getByRole('button', {name: 'Copy JSON path'})).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("$.in['a b'][1]");
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('y');
});

test('a search in a tree counts what it finds, and opens the way to it', async ({page}) => {
  const items = Array.from({length: 400}, (_, id) => ({id, city: id % 100 === 7 ? 'Lisbon' : 'Rome'}));
  await openWithAnswer(page, getUser, {body: JSON.stringify({items})});
  await send(page);
  await show(page, 'Tree');
  const tree = response(page).getByRole('tree');
  await expect(tree.getByText('"Lisbon"')).toHaveCount(0);
  await response(page).getByRole('searchbox', {name: 'Search in the response'}).fill('lisb');
  await page.keyboard.press('Enter');
  await expect(response(page).getByText('1 of 4')).toBeVisible();
  await expect(response(page).getByText('$.items[7].city')).toBeVisible();
  await expect(tree.getByText('"Lisbon"').first()).toBeInViewport();
  await page.keyboard.press('Shift+Enter');
  await expect(response(page).getByText('4 of 4')).toBeVisible();
  await expect(response(page).getByText('$.items[307].city')).toBeVisible();
});

test('an answer of 5 MB can be read to its end, with all its digits', async ({page}) => {
  const items = Array.from(
    {length: 60_000},
    (_, id) => `{"id":${id},"big":1234567890123456789${id}.50,"text":"${'x'.repeat(40)}"}`,
  );
  await openWithAnswer(page, getUser, {body: `[${items.join(',')}]`});
  await send(page);
  const text = response(page).getByRole('group', {name: 'Response body'});
  await expect(text).toContainText('"big": 12345678901234567890.50');
  await text.evaluate(box => box.scrollTo(0, box.scrollHeight));
  await expect(text).toContainText('"big": 123456789012345678959999.50');
  await show(page, 'Tree');
  const tree = response(page).getByRole('tree');
  await tree.focus();
  await page.keyboard.press('End');
  await expect(response(page).getByText('$[59999].text')).toBeVisible();
  await expect(tree.getByRole('treeitem', {name: '123456789012345678959999.50'})).toBeVisible();
});

test('a response that is not as documented says where, calmly, and leads there', async ({page}) => {
  await openWithAnswer(page, getUser, {
    body: '{"id":"usr_1","email":"a@example.com","name":7,"role":"king"}',
  });
  await send(page);
  await expect(response(page)).toContainText('Not as documented:');
  await expect(response(page).getByRole('listitem').filter({hasText: 'name must be a string'})).toBeVisible();
  await response(page).getByRole('button', {name: 'Show role in the tree'}).click();
  const role = response(page).getByRole('treeitem', {name: '"king"'});
  await expect(role).toHaveAttribute('aria-selected', 'true');
  await expect(role).toContainText('must be one of');
  await expect(response(page).getByRole('treeitem').first()).toContainText('created_at is required');
  expect(await axeViolations(page)).toEqual([]);
});

test('a response as documented says so', async ({page}) => {
  await openTryIt(page, createUser);
  await send(page);
  await expect(response(page)).toContainText('As documented');
});

test('a response whose required headers the server hides from the page is not called documented', async ({
  page,
}) => {
  const time = '2024-01-11T10:00:00Z';
  await openWithAnswer(page, getUser, {
    body: `{"id":"usr_1","email":"a@example.com","name":"A","role":"user","metadata":{},"created_at":"${time}","updated_at":"${time}"}`,
    headers: {'Access-Control-Expose-Headers': 'ETag', ETag: '"1"'},
  });
  await send(page);
  await expect(response(page)).toContainText('What was checked matches the document');
  await expect(response(page).getByLabel('Headers to send')).toHaveText(
    'Access-Control-Expose-Headers: X-Request-Id, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset',
  );
  await expect(response(page)).not.toContainText('As documented');
  expect(await axeViolations(page)).toEqual([]);
});

test('a status that is not documented is told', async ({page}) => {
  await openWithAnswer(page, getUser, {status: 202, body: '{}'});
  await send(page);
  await expect(response(page)).toContainText('This status is not documented');
});

test('the response is a TypeScript type to copy, with the names of the document', async ({page, context}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openTryIt(page, createUser);
  await send(page);
  await show(page, 'Type');
  await expect(response(page)).toContainText('export interface User {');
  await response(page).getByRole('button', {name: 'Copy TypeScript type'}).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('  created_at: string;');
});

test('the second response shows what changed since the first', async ({page}) => {
  await openTryIt(page, createUser);
  await send(page);
  await expect(response(page)).toContainText('201 Created');
  await expect(response(page).getByRole('button', {name: 'Changes'})).toHaveCount(0);
  await send(page);
  await expect(response(page)).toContainText('409 Conflict');
  await show(page, 'Changes');
  const changes = response(page).getByRole('group', {name: 'Changes since the previous response'});
  await expect(changes).toContainText('Removed:');
  await expect(changes).toContainText('"status": 409');
  // The next response is shown whole, and what changed is offered again.
  await send(page);
  await expect(changes).toBeHidden();
  await expect(response(page)).toContainText('"status": 409');
  await show(page, 'Changes');
  await expect(response(page)).toContainText('Nothing has changed since the previous response.');
});

test('long lines are broken by choice, which holds for this tab', async ({page}) => {
  const words = 'word '.repeat(400).trim();
  await openWithAnswer(page, getUser, {body: JSON.stringify({words})});
  await send(page);
  const body = response(page).getByLabel('Response body', {exact: true});
  const isWider = async (): Promise<boolean> => body.evaluate(box => box.scrollWidth > box.clientWidth);
  expect(await isWider()).toBe(true);
  await response(page).getByRole('button', {name: 'Wrap'}).click();
  await expect.poll(isWider).toBe(false);
  await expect(response(page).getByRole('button', {name: 'Wrap'})).toHaveAttribute('aria-pressed', 'true');
  await show(page, 'Raw');
  expect(await isWider()).toBe(false);
  expect(await axeViolations(page)).toEqual([]);
  await page.reload();
  await send(page);
  await expect(response(page).getByRole('button', {name: 'Wrap'})).toHaveAttribute('aria-pressed', 'true');
  await response(page).getByRole('button', {name: 'Wrap'}).click();
  await expect.poll(isWider).toBe(true);
});

test('lines of a long body are broken too', async ({page}) => {
  const body = JSON.stringify(Array.from({length: 2000}, (_, id) => ({id, text: 'long '.repeat(60)})));
  await openWithAnswer(page, getUser, {body});
  await send(page);
  const rows = response(page).getByRole('group', {name: 'Response body'});
  const isWider = async (): Promise<boolean> => rows.evaluate(box => box.scrollWidth > box.clientWidth);
  await expect.poll(isWider).toBe(true);
  await response(page).getByRole('button', {name: 'Wrap'}).click();
  await expect.poll(isWider).toBe(false);
  await expect(rows).toContainText('"id": 0');
});

test('"Get the user that was created" opens that page with the id filled in', async ({page}) => {
  await openTryIt(page, createUser);
  await send(page);
  const id = /"id": "(usr_\w+)"/.exec(
    (await response(page).getByLabel('Response body', {exact: true}).textContent()) ?? '',
  )?.[1];
  await response(page).getByRole('button', {name: 'Get the user that was created'}).click();
  await expect(page.getByRole('heading', {level: 1})).toHaveText('Get User');
  await expect(page.getByRole('textbox', {name: 'user_id'})).toHaveValue(id ?? 'no id');
  await send(page);
  await expect(response(page)).toContainText('200 OK');
});

test('the next page is asked for from the response itself, on the same page', async ({page}) => {
  await openWithAnswer(page, '/api/users/list-users', {body: '{"data":[],"next_cursor":"page-2"}'});
  await send(page);
  await response(page).getByRole('button', {name: 'Read the next page'}).click();
  await expect(page.getByRole('form', {name: 'Try it'})).toBeFocused();
  await expect(page.getByRole('textbox', {name: 'cursor'})).toHaveValue('page-2');
});

test('headers are explained, the rate limit first', async ({page}) => {
  await openTryIt(page, createUser);
  await send(page);
  const headers = response(page).getByText(/^Headers \(/);
  await expect(headers).toContainText(/of \d+ requests left, resets in \d+\ss/);
  await headers.click();
  await expect(response(page).getByRole('term').first()).toHaveText(/ratelimit/i);
  await expect(response(page).getByRole('definition').filter({hasText: 'application/json'})).toContainText(
    'The media type of the body.',
  );
  await send(page);
  await expect(response(page)).toContainText('409 Conflict');
  await expect(response(page).getByRole('term').first()).toBeVisible();
});

test('a body is saved under the name that the response gives it, byte for byte', async ({page}) => {
  await openWithAnswer(page, getUser, {
    contentType: 'application/octet-stream',
    body: Buffer.from([0, 255, 1]),
    headers: {'Content-Disposition': `attachment; filename="x.bin"; filename*=UTF-8''b%C3%A9ta.bin`},
  });
  await send(page);
  await expect(response(page)).toContainText('The body is binary and is not shown');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    response(page).getByRole('button', {name: 'Download as béta.bin'}).click(),
  ]);
  expect(download.suggestedFilename()).toBe('béta.bin');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) {
    chunks.push(Buffer.from(chunk));
  }
  expect([...Buffer.concat(chunks)]).toEqual([0, 255, 1]);
});

test('an SVG is shown as a picture in which no script runs', async ({page}) => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><script>document.title = 1; parent.document.title = 2</script><rect width="40" height="30"/></svg>';
  await openWithAnswer(page, getUser, {contentType: 'image/svg+xml', body: svg});
  const title = await page.title();
  await send(page);
  const picture = response(page).getByRole('img');
  await expect
    .poll(() => picture.evaluate(image => image instanceof HTMLImageElement && image.naturalWidth))
    .toBe(40);
  expect(await page.title()).toBe(title);
  await show(page, 'Raw');
  await expect(response(page)).toContainText('<script>');
});

test('comma-separated values are a table, quotes and line breaks within them included', async ({page}) => {
  await openWithAnswer(page, getUser, {
    contentType: 'text/csv; charset=utf-8',
    body: 'name,quote\r\nAda,"She said ""hi"",\r\ntwice"\r\n',
  });
  await send(page);
  const table = response(page).getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText(['name', 'quote']);
  await expect(table.getByRole('cell').last()).toHaveText('She said "hi", twice');
  await show(page, 'Raw');
  await expect(response(page)).toContainText('"She said ""hi"",');
});

test('JSON that breaks off is shown as it came, and told', async ({page}) => {
  await openWithAnswer(page, getUser, {body: '{"id": "usr_1", '});
  await send(page);
  await expect(response(page).getByLabel('Response body', {exact: true})).toHaveText('{"id": "usr_1", ');
  await expect(response(page)).toContainText('The body is not JSON, although its media type says so.');
});

test('a stream of thousands of events shows the newest, and the earlier ones when asked', async ({page}) => {
  const events = Array.from({length: 3000}, (_, id) => `event: tick\ndata: {"id":${id}}\n\n`).join('');
  await openWithAnswer(page, getUser, {contentType: 'text/event-stream', body: events});
  await send(page);
  const list = response(page).getByRole('list', {name: 'Events'});
  await expect(response(page)).toContainText('3,000 events');
  await expect(list.getByRole('listitem')).toHaveCount(200);
  await expect(list.getByRole('listitem').last()).toContainText('2999');
  await response(page).getByRole('button', {name: 'Show 1,000 earlier'}).click();
  await expect(list.getByRole('listitem')).toHaveCount(1200);
});

test.describe('when the part that shows responses does not load', () => {
  test.use({allowedConsole: [/Failed to load|ChunkLoadError|Loading (CSS )?chunk|error/i]});

  test('that is told in its place, and what was typed is kept', async ({page}) => {
    await openTryIt(page, createUser);
    await page.getByRole('textbox', {name: 'email'}).fill('kept@example.com');
    await page.route('**/assets/js/*.js', route => route.abort());
    await send(page);
    await expect(response(page).getByRole('alert')).toContainText('The playground did not load');
    await expect(page.getByRole('textbox', {name: 'email'})).toHaveValue('kept@example.com');
  });
});

test('Try it fetches no more than 46.5 kB of script, and nothing that shows responses', async ({page}) => {
  const sizes: Promise<number>[] = [];
  await visit(page, createUser);
  await page.waitForLoadState('networkidle');
  page.on('response', answer => {
    // What the browser fetches ahead for other pages is no part of it.
    if (answer.request().resourceType() === 'script') {
      sizes.push(answer.body().then(body => gzipSync(body).length));
    }
  });
  await page.getByRole('button', {name: 'Try it'}).first().click();
  await expect(page.getByRole('button', {name: 'Send', exact: true})).toBeVisible();
  await page.waitForLoadState('networkidle');
  const fetched = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(fetched).toBeGreaterThan(0);
  expect(fetched).toBeLessThan(46_500);
});

for (const viewport of [
  {width: 1280, height: 800},
  {width: 390, height: 844},
]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`at ${viewport.width} px in ${colorScheme}`, () => {
      test.use({viewport, colorScheme});

      test('each view of a response fits the window and axe is silent', async ({page}) => {
        await openTryIt(page, createUser);
        await send(page);
        await expect(response(page)).toContainText('201 Created');
        // On a phone the answer lies over the form.
        await page.keyboard.press('Escape');
        await send(page);
        await expect(response(page)).toContainText('409 Conflict');
        await response(page)
          .getByText(/^Headers \(/)
          .click();
        await response(page).getByText('Time and size').click();
        for (const view of ['Pretty', 'Tree', 'Raw', 'Type', 'Changes']) {
          await show(page, view);
          await expect(response(page).getByRole('button', {name: view, exact: true})).toHaveAttribute(
            'aria-pressed',
            'true',
          );
          await expect(response(page)).toHaveAttribute('aria-busy', 'false');
          expect(await axeViolations(page, response(page)), view).toEqual([]);
          expect(await fitsTheWindow(page), view).toBe(true);
        }
        expect(await axeViolations(page)).toEqual([]);
      });
    });
  }
}
