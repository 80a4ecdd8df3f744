import {type Locator, type Page} from '@playwright/test';

import {axeViolations, expect, fitsTheWindow, holdScripts, openTryIt, paste, test} from './support/test';

const createUser = '/api/users/create-user';

function code(page: Page, language: string): Locator {
  return page.getByRole('textbox', {name: `${language} sample`});
}

function email(page: Page): Locator {
  return page.getByRole('textbox', {name: 'email'});
}

async function showTab(page: Page, language: string): Promise<void> {
  await page.getByRole('tab', {name: language, exact: true}).click();
}

/** Changes the code of the tab in sight as a reader would: the words are selected and typed over. */
async function typeOver(page: Page, language: string, words: string, others: string): Promise<void> {
  const text = code(page, language);
  await text.evaluate((element, find) => {
    if (element instanceof HTMLTextAreaElement) {
      const start = element.value.indexOf(find);
      element.focus();
      element.setSelectionRange(start, start + find.length);
    }
  }, words);
  await page.keyboard.insertText(others);
}

for (const language of ['cURL', 'Node.js', 'Python', 'Go']) {
  test(`a value changed in the ${language} code changes the form and the other samples`, async ({page}) => {
    await openTryIt(page, createUser);
    await showTab(page, language);
    await typeOver(page, language, 'user@example.com', 'grace@example.com');
    await expect(email(page)).toHaveValue('grace@example.com');
    const other = language === 'Python' ? 'Go' : 'Python';
    await showTab(page, other);
    await expect(code(page, other)).toHaveValue(/grace@example\.com/);
    await page.getByRole('button', {name: 'Send', exact: true}).click();
    await expect(page.getByRole('region', {name: 'Response'})).toContainText('grace@example.com');
  });
}

test('what is typed key by key stands where the caret was', async ({page}) => {
  await openTryIt(page, createUser);
  await typeOver(page, 'cURL', 'user@example.com', '');
  await page.keyboard.type('grace@example.com');
  await expect(code(page, 'cURL')).toHaveValue(/"email": "grace@example\.com"/);
  await expect(email(page)).toHaveValue('grace@example.com');
});

test('what cannot be understood stays as typed, is marked at its place, and the form stays', async ({
  page,
}) => {
  await openTryIt(page, createUser);
  await showTab(page, 'Node.js');
  await typeOver(page, 'Node.js', '"user@example.com"', 'emailOf(user)');
  const text = code(page, 'Node.js');
  await expect(text).toHaveAttribute('aria-invalid', 'true');
  await expect(text).toHaveAccessibleDescription(/Line \d+, column \d+ .*cannot be read/);
  await expect(page.locator('mark')).toHaveText('emailOf');
  await expect(text).toHaveValue(/emailOf\(user\)/);
  await expect(email(page)).toHaveValue('user@example.com');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', {name: /^Line \d+, column/}).click();
  await expect(text).toBeFocused();
  await page.getByRole('button', {name: 'Show the code of the form'}).click();
  await expect(text).toHaveValue(/"user@example\.com"/);
});

test('Send does not pass over code that could not be read: it asks, and leads there', async ({page}) => {
  await openTryIt(page, createUser);
  await showTab(page, 'Node.js');
  await typeOver(page, 'Node.js', '"user@example.com"', 'emailOf(user)');
  await expect(code(page, 'Node.js')).toHaveAttribute('aria-invalid', 'true');
  await showTab(page, 'cURL');
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  const question = page.getByRole('group', {name: /^Nothing was sent: .* in the Node\.js code/});
  await expect(question).toBeFocused();
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('Send the request');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(code(page, 'Node.js')).toBeFocused();
  await expect(code(page, 'Node.js')).toHaveValue(/emailOf\(user\)/);
  await page.keyboard.press('Control+Enter');
  await question.getByRole('button', {name: 'Send what the form holds'}).click();
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('201 Created');
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('user@example.com');
  await expect(question).toBeHidden();
  await expect(code(page, 'Node.js')).toHaveValue(/emailOf\(user\)/);
});

test('the question what to send goes as soon as the code is read again', async ({page}) => {
  await openTryIt(page, createUser);
  await typeOver(page, 'cURL', '"email": "user@example.com"', `"email": "o'hara@example.com"`);
  await page.keyboard.press('Control+Enter');
  const question = page.getByRole('group', {name: /^Nothing was sent/});
  await expect(question).toBeVisible();
  await typeOver(page, 'cURL', `o'hara`, `o'\\''hara`);
  await expect(question).toBeHidden();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', {name: 'Response'})).toContainText("o'hara@example.com");
});

test('half-typed code says so and is understood again when it is complete', async ({page}) => {
  await openTryIt(page, createUser);
  await typeOver(page, 'cURL', '"email": "user@example.com"', `"email": "o'hara@example.com"`);
  await expect(code(page, 'cURL')).toHaveAccessibleDescription(/not closed/);
  await typeOver(page, 'cURL', `o'hara`, `o'\\''hara`);
  await expect(email(page)).toHaveValue("o'hara@example.com");
  await expect(code(page, 'cURL')).not.toHaveAttribute('aria-invalid');
});

test('a whole JSON value typed key by key leaves the body whole, and the fields stay in sight', async ({
  page,
}) => {
  await openTryIt(page, createUser);
  await typeOver(page, 'cURL', '"John Doe"', '"');
  await expect(page.getByText('The body is not valid JSON yet')).toBeVisible();
  await expect(page.getByRole('textbox', {name: 'name', exact: true})).toHaveValue('John Doe');
  await page.keyboard.type('Grace"');
  await expect(page.getByRole('textbox', {name: 'name', exact: true})).toHaveValue('Grace');
  await expect(page.getByText('The body is not valid JSON yet')).toBeHidden();
  await expect(page.getByRole('combobox', {name: 'role'})).toHaveValue('="user"');
});

test('Ctrl+Enter in the code sends what it says', async ({page}) => {
  await openTryIt(page, createUser);
  await typeOver(page, 'cURL', 'user@example.com', 'grace@example.com');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('"email": "grace@example.com"');
});

test('samples of an earlier request are not edited in place of what the form holds', async ({page}) => {
  await openTryIt(page, createUser);
  await page.getByRole('button', {name: 'Add a header'}).click();
  await page.getByLabel('Header 1, name').fill('bad header');
  await email(page).fill('typed@example.com');
  await expect(page.getByText('The samples show the last request')).toBeVisible();
  await expect(code(page, 'cURL')).toHaveCount(0);
  await expect(page.getByRole('tabpanel', {name: 'cURL'})).toContainText('curl https://');
  await page.getByLabel('Header 1, name').fill('good-header');
  await expect(code(page, 'cURL')).toHaveValue(/typed@example\.com/);
});

test('undo of a paste is there until the reader goes on, and takes its key back', async ({page}) => {
  await openTryIt(page, createUser);
  const command = `curl https://staging.example.com/v1/users -H 'Authorization: Bearer key-of-staging' --json '{"email":"lin@example.com"}'`;
  await paste(email(page), command);
  await page.getByRole('button', {name: 'Undo'}).click();
  await expect(email(page)).toHaveValue('user@example.com');
  await expect(page.getByRole('form', {name: 'Try it'})).toBeFocused();
  await page.getByRole('button', {name: 'Change'}).click();
  await expect(page.getByText('https://staging.example.com')).toHaveCount(0);

  await paste(email(page), command);
  await expect(email(page)).toHaveValue('lin@example.com');
  await email(page).fill('later@example.com');
  await expect(page.getByRole('button', {name: 'Undo'})).toHaveCount(0);
});

test('Send pressed before typed code is read waits for it', async ({page}) => {
  await openTryIt(page, createUser);
  const release = await holdScripts(page);
  await typeOver(page, 'cURL', 'user@example.com', 'grace@example.com');
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  release();
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('grace@example.com');
  await expect(email(page)).toHaveValue('grace@example.com');
});

test('a host that is typed over key by key keeps the key of the code for the last origin alone', async ({
  page,
}) => {
  await openTryIt(page, createUser);
  await paste(
    code(page, 'cURL'),
    `curl https://staging.example.com/v1/users -H 'Authorization: Bearer key-of-staging' --json '{"email":"lin@example.com"}'`,
  );
  await expect(
    page.getByText('In memory, for https://staging.example.com only', {exact: true}),
  ).toBeVisible();
  await typeOver(page, 'cURL', 'staging.example.com', '');
  await page.keyboard.type('test.example.org', {delay: 40});
  await expect(page.getByText('In memory, for https://test.example.org only', {exact: true})).toBeVisible();
  await page.getByRole('button', {name: 'Change'}).click();
  await expect(page.getByText('Keys for other servers')).toBeHidden();
});

test('a paste says what of it is left out and what the API will not read', async ({page}) => {
  await openTryIt(page, createUser);
  const told = page.getByRole('status').filter({hasText: 'filled in from the code'});
  await paste(
    email(page),
    `# create a user\ncurl -u bob:pass https://api.cloudindex.com/v1/users --json '{"email":"lin@example.com"}'\ncurl https://api.cloudindex.com/v1/users`,
  );
  await expect(told).toContainText('The user name and password in this code are ignored');
  await expect(told).toContainText('Only the first cURL command is read');
  await paste(email(page), `curl.exe --request POST \`\n  --url https://api.cloudindex.com/v1/users -d a=1`);
  await expect(told).toContainText('This code sends application/x-www-form-urlencoded');
});

test('a cURL command pasted in the form fills it, and can be undone', async ({page}) => {
  await openTryIt(page, createUser);
  await paste(
    email(page),
    `curl 'https://api.cloudindex.com/v1/users?debug=1' -H 'x-trace: 7' --data-raw '{"email":"lin@example.com","name":"Lin","role":"viewer"}' -H 'content-type: application/json'`,
  );
  await expect(email(page)).toHaveValue('lin@example.com');
  await expect(page.getByLabel('Query parameter 1, value')).toHaveValue('1');
  await expect(page.getByLabel('Header 1, value')).toHaveValue('7');
  const status = page.getByRole('status').filter({hasText: 'filled in from the code'});
  await expect(status).toBeVisible();
  await expect(code(page, 'cURL')).toHaveValue(/users\?debug=1/);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', {name: 'Undo'}).click();
  await expect(email(page)).toHaveValue('user@example.com');
  await expect(page.getByLabel('Query parameter 1, value')).toBeHidden();
  await expect(status).toBeHidden();
});

test('Python pasted into the Node.js tab fills the form', async ({page}) => {
  await openTryIt(page, createUser);
  await showTab(page, 'Node.js');
  await paste(
    code(page, 'Node.js'),
    `import requests\npayload = {"email": "lin@example.com", "name": "Lin", "role": "viewer"}\nrequests.post("https://api.cloudindex.com/v1/users", json=payload)`,
  );
  await expect(email(page)).toHaveValue('lin@example.com');
  await expect(code(page, 'Node.js')).toHaveValue(/email: "lin@example\.com"/);
});

test('a command of another operation is shown the way to its page, with its values', async ({page}) => {
  await openTryIt(page, createUser);
  await paste(email(page), `curl https://api.cloudindex.com/v1/users?limit=7`);
  await expect(page.getByRole('status').filter({hasText: 'another operation'})).toContainText('GET /users');
  await expect(email(page)).toHaveValue('user@example.com');
  await page.getByRole('button', {name: 'Open it on its page'}).click();
  await expect(page).toHaveURL(/list-users/);
  await expect(page.getByRole('textbox', {name: 'limit'})).toHaveValue('7');
});

test('a command for another server chooses that server, and its key goes there alone', async ({page}) => {
  await openTryIt(page, createUser);
  await paste(
    email(page),
    `curl https://staging.example.com/v1/users -H 'Authorization: Bearer sk_live_9' --json '{"email":"a@b.test","name":"A","role":"viewer"}'`,
  );
  await expect(page.getByLabel('Server', {exact: true})).toHaveValue('custom');
  await expect(page.getByLabel('Base URL')).toHaveValue('https://staging.example.com/v1');
  await expect(
    page.getByText('In memory, for https://staging.example.com only', {exact: true}),
  ).toBeVisible();
  const stored = await page.evaluate(() => JSON.stringify({...sessionStorage, ...localStorage}));
  expect(stored).not.toContain('sk_live_9');
  await expect(code(page, 'cURL')).not.toHaveValue(/sk_live_9/);
});

test('text that is no request is pasted as text', async ({page}) => {
  await openTryIt(page, createUser);
  await email(page).fill('');
  await email(page).pressSequentially('x@example.com');
  await paste(email(page), 'a curl of hair');
  await expect(email(page)).toHaveValue('x@example.com');
  await expect(page.getByText('filled in from the code')).toBeHidden();
});

test('a command of a megabyte and pasted bytes do no harm', async ({page}) => {
  await openTryIt(page, createUser);
  await paste(email(page), `curl https://api.cloudindex.com/v1/users -d '${'x'.repeat(1_000_000)}'`);
  await expect(page.getByText('filled in from the code')).toBeVisible();
  await page.getByRole('button', {name: 'Undo'}).click();
  await paste(email(page), `curl \0\x01\ufffd\ud800 '`);
  await expect(page.getByText('This quote is not closed')).toBeVisible();
  await expect(email(page)).toHaveValue('user@example.com');
});

test('at 390 px the code can be edited and nothing is wider than the window', async ({page}) => {
  await page.setViewportSize({width: 390, height: 844});
  await openTryIt(page, createUser);
  await typeOver(page, 'cURL', 'user@example.com', 'grace@example.com');
  await expect(email(page)).toHaveValue('grace@example.com');
  expect(await fitsTheWindow(page)).toBe(true);
});
