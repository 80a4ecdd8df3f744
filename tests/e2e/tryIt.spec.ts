import {closedPort, startApi} from './support/localApi';
import {expect, holdScripts, openTryIt, rawBody, rawText, test} from './support/test';

const createUser = '/api/users/create-user';
const localMock = process.env.LOCAL_MOCK_URL ?? 'http://localhost:4010';
const seed = '/fixtures/any/path/create-user';

test('Create User returns 201 from the mock in the tab, and 409 the second time', async ({page}) => {
  await openTryIt(page, createUser);
  const response = page.getByRole('region', {name: 'Response'});
  await page.getByRole('textbox', {name: 'email'}).fill('grace@example.com');
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await expect(response).toContainText('201 Created');
  await expect(response).toContainText('"email": "grace@example.com"');
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await expect(response).toContainText('409 Conflict');
});

test('the seed page can be tried: 201, then 409', async ({page}) => {
  await openTryIt(page, seed);
  const response = page.getByRole('region', {name: 'Response'});
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await expect(response).toContainText('201 Created');
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await expect(response).toContainText('409 Conflict');
});

test('hand-written samples stay until the form changes, and there is a way back', async ({page}) => {
  await openTryIt(page, seed);
  const curl = page.getByRole('tabpanel', {name: 'cURL'});
  await expect(curl).toContainText('your-api-key');
  await page.getByLabel('name', {exact: true}).fill('Ada Lovelace');
  await expect(curl).toContainText('Ada Lovelace');
  await expect(curl).not.toContainText('your-api-key');
  await page.getByRole('button', {name: 'Back to the written samples'}).click();
  await expect(curl).toContainText('John Doe');
  await expect(curl).toContainText('your-api-key');
});

test('the samples follow the form, in every language', async ({page}) => {
  await openTryIt(page, createUser);
  await page.getByRole('textbox', {name: 'email'}).fill('ada@example.com');
  for (const name of ['cURL', 'Node.js', 'Python', 'Go']) {
    await page.getByRole('tab', {name, exact: true}).click();
    await expect(page.getByRole('tabpanel', {name})).toContainText('ada@example.com');
  }
});

test('samples name the chosen server; for the mock in the tab they stay with the API', async ({page}) => {
  await openTryIt(page, createUser);
  const curl = page.getByRole('tabpanel', {name: 'cURL'});
  await expect(page.getByLabel('Server')).toHaveValue('page-mock');
  await expect(curl).toContainText('https://api.cloudindex.com/v1/users');
  await expect(page.getByText('No account needed. The samples are for')).toBeVisible();
  await page.getByLabel('Server').selectOption('local-mock');
  await expect(curl).toContainText(`${localMock}/v1/users`);
  await page.getByLabel('Server').selectOption('custom');
  await page.getByLabel('Base URL').fill('https://staging.example.com/v2');
  await expect(curl).toContainText('https://staging.example.com/v2/users');
});

test('a value that breaks a rule is explained at its field, and can be sent anyway', async ({page}) => {
  await openTryIt(page, createUser);
  await page.getByRole('textbox', {name: 'email'}).fill('not-an-address');
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await expect(
    page.getByRole('group', {name: 'This request does not match the documentation'}),
  ).toBeVisible();
  await expect(page.getByRole('textbox', {name: 'email'})).toBeFocused();
  await expect(page.getByRole('textbox', {name: 'email'})).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', {name: 'Send anyway'}).click();
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('422');
});

test('while a part of the page is slow to come, two presses of Send make one request', async ({page}) => {
  const api = await startApi();
  await openTryIt(page, createUser);
  await page.getByLabel('Server', {exact: true}).selectOption('custom');
  await page.getByLabel('Base URL').fill(api.origin);
  const release = await holdScripts(page);
  const send = page.getByRole('button', {name: 'Send', exact: true});
  await send.click();
  await send.click();
  release();
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('200');
  expect(api.arrived.filter(({method}) => method === 'POST')).toHaveLength(1);
  await api.close();
});

test('Ctrl+Enter sends from any field', async ({page}) => {
  await openTryIt(page, createUser);
  await page.getByRole('textbox', {name: 'email'}).fill('enter@example.com');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('201 Created');
});

test('a wrong or missing key gets the 401 of the API', async ({page}) => {
  await openTryIt(page, createUser);
  await page.getByRole('button', {name: 'Change'}).click();
  await page.getByLabel('API key').fill('wrong');
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('401 Unauthorized');
});

test('JSON that does not parse is explained, kept, and can be sent anyway for the 400', async ({page}) => {
  await openTryIt(page, createUser);
  await page.getByRole('button', {name: 'Raw'}).click();
  await rawBody(page).fill('{"email": ');
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await page.getByRole('button', {name: 'Send anyway'}).click();
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('400 Bad Request');
  await expect.poll(() => rawText(page)).toBe('{"email": ');
});

test('what was typed survives tab switches, navigation and reload', async ({page}) => {
  await openTryIt(page, createUser);
  await page.getByRole('textbox', {name: 'email'}).fill('kept@example.com');
  await page.getByRole('tab', {name: 'Python'}).click();
  await expect(page.getByRole('textbox', {name: 'email'})).toHaveValue('kept@example.com');
  await page.getByRole('link', {name: 'List Users'}).first().click();
  await expect(page.getByRole('heading', {level: 1})).toHaveText('List Users');
  await page.goBack();
  await expect(page.getByRole('textbox', {name: 'email'})).toHaveValue('kept@example.com');
  await page.reload();
  await expect(page.getByRole('textbox', {name: 'email'})).toHaveValue('kept@example.com');
});

test('two tabs keep what is typed in each, and a key typed in one is not in the other', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  for (const [tab, address] of [
    [page, 'one@example.com'],
    [other, 'two@example.com'],
  ] as const) {
    await openTryIt(tab, createUser);
    await tab.getByRole('textbox', {name: 'email'}).fill(address);
    await tab.getByLabel('Server').selectOption('https://api.cloudindex.com/v1');
  }
  await page.getByRole('textbox', {name: 'API key'}).fill('ck_live_of_one_tab');
  await other.reload();
  await expect(other.getByRole('textbox', {name: 'email'})).toHaveValue('two@example.com');
  await expect(other.getByRole('textbox', {name: 'API key'})).toHaveValue('');
  await expect(page.getByRole('textbox', {name: 'email'})).toHaveValue('one@example.com');
  await expect(page.getByRole('textbox', {name: 'API key'})).toHaveValue('ck_live_of_one_tab');
});

test('what was typed is there when the reader comes back from another document', async ({page}) => {
  await openTryIt(page, createUser);
  await page.getByRole('textbox', {name: 'email'}).fill('back@example.com');
  await expect(page.getByRole('tabpanel', {name: 'cURL'})).toContainText('back@example.com');
  await page.goto('/openapi.json');
  await page.goBack();
  await expect(page.getByRole('textbox', {name: 'email'})).toHaveValue('back@example.com');
});

test('a real key survives navigation, and neither reload nor storage keeps it', async ({page}) => {
  const key = 'real-secret-1234';
  await openTryIt(page, createUser);
  await page.getByLabel('Server').selectOption('custom');
  await page.getByLabel('Base URL').fill('https://staging.example.com/v1');
  await page.getByLabel('API key').fill(key);
  await page.getByRole('link', {name: 'List Users'}).first().click();
  await expect(page.getByRole('heading', {level: 1})).toHaveText('List Users');
  await page.goBack();
  await page.getByRole('button', {name: 'Change'}).click();
  await expect(page.getByLabel('API key')).toHaveValue(key);
  const stored = await page.evaluate(() =>
    JSON.stringify([{...localStorage}, {...sessionStorage}, location.href]),
  );
  expect(stored).not.toContain(key);
  await expect(page.getByRole('tabpanel', {name: 'cURL'})).not.toContainText(key);
  await page.reload();
  await expect(page.getByLabel('API key')).toHaveValue('');
});

test.describe('a server that is away', () => {
  test.use({allowedConsole: [/ERR_CONNECTION_REFUSED/]});

  test('is told as such, with what to do', async ({page}) => {
    const port = await closedPort();
    await openTryIt(page, createUser);
    await page.getByLabel('Server').selectOption('custom');
    await page.getByLabel('Base URL').fill(`http://127.0.0.1:${port}/v1`);
    await page.getByLabel('API key').fill('any');
    await page.getByRole('button', {name: 'Send', exact: true}).click();
    await expect(page.getByRole('region', {name: 'Response'})).toContainText(`127.0.0.1:${port}`);
    await expect(page.getByRole('textbox', {name: 'email'})).toHaveValue('user@example.com');
  });
});
