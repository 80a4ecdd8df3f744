import {type Locator, type Page} from '@playwright/test';

import {axeViolations, expect, fitsTheWindow, test, visit} from './support/test';

const createUser = '/api/users/create-user';

function field(page: Page): Locator {
  return page.getByRole('combobox', {name: 'Search the documentation'});
}

async function openSearch(page: Page, path = '/quickstart'): Promise<void> {
  await visit(page, path);
  await page.keyboard.press('/');
  await expect(page.getByText('Type what you are looking for')).toBeVisible();
}

/** What a newcomer asks, and words of a result that answers it. */
const questions: readonly (readonly [question: string, answer: RegExp])[] = [
  ['how do I page through users?', /Pagination/],
  ['what does 409 mean on create?', /409.*Create User/],
  ['rate limit header?', /Rate limits and retries|X-RateLimit-Limit/],
  ['upload a pdf', /Uploading documents/],
  ['which key do I need', /Authentication|Scopes, OAuth and roles/],
  ['my key is refused', /When a key is rejected/],
  ['is it safe to retry a post', /Idempotency|Which requests to repeat/],
  ['stream a chat answer', /Streaming chat/],
  ['stop an answer that streams', /Stop an answer/],
  ['delete a user', /Delete User/],
  ['what roles are there', /Roles/],
  ['search only some documents', /Search Documents/],
  ['download the original file', /Download Document/],
  ['validation error pointer', /Validation error/],
  ['how many requests per minute', /Too many requests/],
  ['test without an account', /Testing with the mock/],
  ['mock server on localhost', /Testing with the mock/],
  ['email already taken', /User already exists/],
  ['next_cursor', /next_cursor/],
  ['where do I store my key', /Store it/],
  ['when is a document ready', /ready|status|Uploading/],
  ['how do I authenticate', /Authentication/],
  ['where do I put my api key', /Authentication/],
  ['what happens if I send the same request twice', /Which requests to repeat|Idempotency/],
  ['how long is an idempotency key valid', /The rules/],
  ['invalid cursor', /How a cursor works/],
  ['which file types can I upload', /Uploading documents/],
  ['maximum file size', /Size of a file/],
  ['how do I know when processing is finished', /Wait until they are ready/],
  ['server sent events', /Stream Message/],
  ['semantic vs keyword search', /By words, by meaning, or both/],
  ['filter by date', /created_after/],
  ['bearer token', /Authentication/],
  ['python example', /In code/],
  ['list the messages of a thread', /List Messages/],
  ['cancel a running answer', /Stop an answer/],
  ['run the mock in docker', /Testing with the mock/],
  ['somebody else changed it first', /Change only what you have read/],
  ['score meaning', /score/],
  ['429', /Too many requests/],
  ['last administrator', /Last administrator/],
];

test('a newcomer’s question is answered within the first three results', async ({page}) => {
  await openSearch(page);
  const unanswered: string[] = [];
  for (const [question, answer] of questions) {
    await field(page).fill(question);
    await expect(page.getByRole('option').first()).toBeVisible();
    const first = (await page.getByRole('option').allTextContents()).slice(0, 3);
    if (!first.some(text => answer.test(text))) {
      unanswered.push(`${question}: ${first.join(' / ')}`);
    }
  }
  expect(unanswered).toEqual([]);
});

test('a path, a method with a path, an operation id and a status come first when typed as they are', async ({
  page,
}) => {
  await openSearch(page);
  for (const typed of ['createUser', 'POST /users', '/v1/users', 'post  /v1/users']) {
    await field(page).fill(typed);
    await expect(page.getByRole('option').first()).toContainText('/users');
  }
  await field(page).fill('createUser');
  await expect(page.getByRole('option').first()).toContainText('Create User');
  await field(page).fill('503');
  await expect(page.getByRole('option').first()).toContainText('Service unavailable');
});

test('a result opens its section by keyboard alone, and Esc gives the focus back', async ({page}) => {
  await visit(page, createUser);
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('key is rejected');
  await expect(page.getByRole('option', {name: /When a key is rejected/}).first()).toBeVisible();
  await expect(page.getByRole('status').filter({hasText: 'results'})).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/authentication#when-a-key-is-rejected$/);
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(
    page.getByRole('navigation', {name: 'Main'}).getByRole('button', {name: 'Search', exact: true}),
  ).toBeFocused();
});

test('the best results come first and the others in groups, and an endpoint is there once', async ({
  page,
}) => {
  await openSearch(page);
  await field(page).fill('create user');
  await expect(page.getByRole('group').first()).toHaveAccessibleName('Best matches');
  await expect(page.getByRole('option', {name: /POST.*Create User/})).toHaveCount(1);
  await field(page).fill('email');
  await expect(page.getByRole('group', {name: 'Best matches'}).getByRole('option')).toHaveCount(3);
  for (const name of ['Endpoints', 'Guides', 'Fields', 'Errors']) {
    const options = page.getByRole('group', {name}).getByRole('option');
    await expect(options.first()).toBeVisible();
    expect(await options.count()).toBeLessThanOrEqual(4);
  }
});

test('before anything is typed, what was opened before is offered, can be forgotten, and Enter opens nothing', async ({
  page,
}) => {
  await openSearch(page);
  const start = page.getByRole('group', {name: 'Start here'});
  await expect(start.getByRole('option', {name: /Quickstart/})).toBeVisible();
  await expect(page.getByRole('group', {name: 'Opened before'})).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', {name: 'Search'})).toBeVisible();

  await field(page).fill('key is rejected');
  await expect(page.getByRole('option', {name: /When a key is rejected/}).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#when-a-key-is-rejected$/);
  await openSearch(page, '/errors');
  const before = page.getByRole('group', {name: 'Opened before'});
  await expect(before.getByRole('option')).toHaveText([/When a key is rejected/]);
  await page.keyboard.press('ArrowDown');
  await expect(before.getByRole('option')).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', {name: 'Forget what I opened'}).click();
  await expect(before).toHaveCount(0);
  await expect(field(page)).toBeFocused();
});

test('one Esc closes the search, whatever is typed in it', async ({page}) => {
  await openSearch(page);
  await page.keyboard.type('user');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', {name: 'Search'})).toBeHidden();
});

test('a slash typed into a field stays there', async ({page}) => {
  await visit(page, createUser);
  await page.getByRole('button', {name: 'Try it'}).first().click();
  await page.getByRole('textbox', {name: 'name', exact: true}).fill('');
  await page.getByRole('textbox', {name: 'name', exact: true}).pressSequentially('a/b');
  await expect(page.getByRole('textbox', {name: 'name', exact: true})).toHaveValue('a/b');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('neither index nor engine is fetched before the search is opened', async ({page}) => {
  const fetched: string[] = [];
  page.on('request', request => fetched.push(request.url()));
  await visit(page, '/quickstart');
  const before = fetched.length;
  expect(fetched.filter(url => url.includes('search-index'))).toEqual([]);
  await page.getByRole('button', {name: 'Search', exact: true}).click();
  await expect(page.getByText('Type what you are looking for')).toBeVisible();
  const after = fetched.slice(before);
  expect(after.some(url => url.includes('search-index.json'))).toBe(true);
  expect(after.some(url => url.endsWith('.js'))).toBe(true);
});

test.describe('an index that does not load', () => {
  test.use({allowedConsole: [/Failed to load resource/]});

  test('is told, and operations are found all the same', async ({page}) => {
    await page.route('**/search-index.json', route => route.abort());
    await openSearch(page);
    await expect(page.getByText('Only operations are searched')).toBeVisible();
    await field(page).fill('create user');
    await expect(page.getByRole('option').first()).toContainText('POST');
  });
});

test('words that nothing has are said to be found nowhere', async ({page}) => {
  await openSearch(page);
  await field(page).fill('xyzzyplugh');
  await expect(page.getByText('Nothing found for “xyzzyplugh”')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390]) {
    test(`at ${width} px in ${colorScheme} the results fit and axe is silent`, async ({page}) => {
      await page.emulateMedia({colorScheme});
      await page.setViewportSize({width, height: 844});
      await openSearch(page);
      expect(await axeViolations(page)).toEqual([]);
      await field(page).fill('user');
      await expect(page.getByRole('option').first()).toBeVisible();
      expect(await axeViolations(page)).toEqual([]);
      expect(await fitsTheWindow(page)).toBe(true);
    });
  }
}

test('every operation is on the page of all endpoints, and every error status on the page of errors', async ({
  page,
}) => {
  await visit(page, '/api');
  const main = page.getByRole('main');
  await expect(main.getByRole('link', {name: 'Create User', exact: true})).toHaveAttribute(
    'href',
    createUser,
  );
  await expect(main.getByRole('row', {name: 'Delete Thread DELETE /threads/{thread_id}'})).toBeVisible();
  await visit(page, '/api/errors');
  await expect(main.getByRole('heading', {name: '409 Conflict'})).toBeVisible();
  await main.getByRole('link', {name: 'Create User', exact: true}).first().click();
  await expect(page).toHaveURL(/create-user#error-codes$/);
});
