import type {Locator, Page} from '@playwright/test';
import {deflateRawSync} from 'node:zlib';

import {openOn} from './support/securedOperation';
import {shapesOperation} from './support/shapesOperation';
import {
  expect,
  holdScripts,
  isNotPlainField,
  loseScripts,
  openTryIt,
  paste,
  rawBody,
  rawText,
  test,
  visit,
} from './support/test';

const createUser = '/api/users/create-user';

function email(page: Page): Locator {
  return page.getByRole('textbox', {name: 'email'});
}

function send(page: Page): Locator {
  return page.getByRole('button', {name: 'Send', exact: true});
}

function answer(page: Page): Locator {
  return page.getByRole('region', {name: 'Response'});
}

/** Opens the form and holds back what it fetches from then on, or the part of it that `held` knows by its text. */
async function openAndHold(page: Page, held?: (script: string) => boolean): Promise<() => void> {
  await openTryIt(page, createUser);
  await page.waitForLoadState('networkidle');
  return holdScripts(page, held);
}

const command = `curl https://api.cloudindex.com/v1/users --json '{"email":"pasted@example.com","name":"Lin"}'`;

test('the editor takes over text, selection and focus in one go, and its first Undo is of what was typed before', async ({
  page,
}) => {
  const release = await openAndHold(page, isNotPlainField);
  await page.getByRole('button', {name: 'Raw', exact: true}).click();
  const found = await rawText(page);
  await rawBody(page).fill('{"email": "ada@example.com", "name": "Ada"}');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  for (let step = 0; step < 3; step++) {
    await page.keyboard.press('Shift+ArrowLeft');
  }
  // What has the focus as soon as the plain field is gone, before the browser handles another key.
  const handedOver = await rawBody(page).evaluateHandle(area => ({
    to: new Promise<string>(resolve => {
      new MutationObserver(() => {
        if (!area.isConnected) {
          resolve(`${document.activeElement?.className} ${String(getSelection())}`);
        }
      }).observe(document, {childList: true, subtree: true});
    }),
  }));
  release();
  expect(await handedOver.evaluate(({to}) => to)).toMatch(/cm-content.* Ada$/);
  await page.keyboard.type('Grace');
  const typed = '{"email": "ada@example.com", "name": "Grace"}';
  await expect.poll(() => rawText(page)).toBe(typed);
  await page.keyboard.press('Control+Enter');
  await expect(answer(page)).toContainText('"name": "Grace"');
  await rawBody(page).focus();
  // Keys that come slowly are undone one by one; nothing is left to undo before the text that was found.
  await expect(async () => {
    await page.keyboard.press('Control+z');
    expect(await rawText(page)).toBe(found);
  }).toPass();
});

test('until the field for raw text is there, the fields stay, and what is typed in them is in it', async ({
  page,
}) => {
  const release = await openAndHold(page);
  await page.getByRole('button', {name: 'Raw', exact: true}).click();
  await email(page).fill('typed@example.com');
  release();
  await page.waitForLoadState('networkidle');
  await expect(email(page)).toBeFocused();
  await page.getByRole('button', {name: 'Raw', exact: true}).click();
  await expect.poll(() => rawText(page)).toContain('"email": "typed@example.com"');
});

test.describe('when the field for raw text does not load', () => {
  test.use({allowedConsole: [/Failed to load|ChunkLoadError|Loading (CSS )?chunk|error/i]});

  test('that is told in its place, and the fields are one press away', async ({page}) => {
    await openTryIt(page, createUser);
    await page.waitForLoadState('networkidle');
    await email(page).fill('kept@example.com');
    await expect(page.getByRole('tabpanel', {name: 'cURL'})).toContainText('kept@example.com');
    const find = await loseScripts(page, script => script.includes('body.editorLoading'));
    await page.getByRole('button', {name: 'Raw', exact: true}).click();
    await expect(page.getByRole('alert')).toContainText('The field for raw text did not load.');
    await page.getByRole('button', {name: 'Form', exact: true}).click();
    await expect(email(page)).toHaveValue('kept@example.com');
    find();
    await page.getByRole('button', {name: 'Raw', exact: true}).click();
    await expect.poll(() => rawText(page)).toContain('"email": "kept@example.com"');
  });
});

test('long raw text is sent as it stands, also by a press that leaves the focus in it', async ({page}) => {
  await openTryIt(page, createUser);
  await page.getByRole('button', {name: 'Raw', exact: true}).click();
  await expect(page.getByText('completes,')).toBeVisible();
  await rawBody(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(`{"email": "long@example.com", "name": "Ada"}${' '.repeat(100_000)}`);
  await send(page).evaluate((button: HTMLButtonElement) => button.click());
  await expect(answer(page)).toContainText('"email": "long@example.com"');
});

test('what is typed after a paste that is still being read stays, and the reader is asked', async ({
  page,
}) => {
  const release = await openAndHold(page);
  await paste(email(page), command);
  await email(page).fill('typed@example.com');
  release();
  const kept = page.getByText('You typed while this was being read');
  await expect(kept).toBeVisible();
  await expect(email(page)).toHaveValue('typed@example.com');
  await page.getByRole('button', {name: 'Fill it in'}).click();
  await expect(email(page)).toHaveValue('pasted@example.com');
  await expect(kept).toBeHidden();
  await page.getByRole('button', {name: 'Undo'}).click();
  await expect(email(page)).toHaveValue('typed@example.com');
});

test('Send pressed before a pasted command is read sends that command', async ({page}) => {
  const release = await openAndHold(page);
  await paste(email(page), command);
  await page.keyboard.press('Control+Enter');
  release();
  await expect(answer(page)).toContainText('"email": "pasted@example.com"');
});

test('code and form that are both typed in before the code is read are both kept, and nothing is sent', async ({
  page,
}) => {
  const release = await openAndHold(page);
  const code = page.getByRole('textbox', {name: 'cURL sample'});
  await code.evaluate((element: HTMLTextAreaElement) => {
    const start = element.value.indexOf('John Doe');
    element.focus();
    element.setSelectionRange(start, start + 'John Doe'.length);
  });
  await page.keyboard.insertText('Grace');
  await email(page).fill('typed@example.com');
  await send(page).click();
  release();
  await expect(code).toHaveAccessibleDescription(/You changed the form before this code was read/);
  await expect(code).toHaveValue(/Grace/);
  await expect(email(page)).toHaveValue('typed@example.com');
  await expect(answer(page)).toContainText('Send the request to see the response here.');
  await page.getByRole('button', {name: 'Show the code of the form'}).click();
  await expect(code).toHaveValue(/typed@example\.com/);
});

test('what is typed while a link is being read stays, and the reader is asked', async ({page}) => {
  const content = {
    fingerprint: 'old',
    values: {
      parameters: {},
      headers: [],
      mediaType: 'application/json',
      bodies: {'application/json': {type: 'text', text: '{"email": "linked@example.com"}'}},
    },
  };
  const release = await openAndHold(page);
  await page.evaluate(
    fragment => (window.location.hash = fragment),
    `#try=1.createUser.${deflateRawSync(JSON.stringify(content)).toString('base64url')}`,
  );
  await expect.poll(() => new URL(page.url()).hash).toBe('');
  await email(page).fill('typed@example.com');
  release();
  await page.getByRole('button', {name: 'Fill it in'}).click();
  await expect(email(page)).toHaveValue('linked@example.com');
  await page.getByRole('button', {name: 'Undo'}).click();
  await expect(email(page)).toHaveValue('typed@example.com');
});

test('what is typed right after the key that opens the search stands in its field, and Enter opens what it finds', async ({
  page,
}) => {
  await visit(page, createUser);
  await page.waitForLoadState('networkidle');
  const release = await holdScripts(page);
  await page.keyboard.press('/');
  await page.keyboard.type('getThread');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', {name: 'Search the documentation'})).toHaveValue('getThread');
  release();
  await expect(page.getByRole('heading', {level: 1, name: 'Get Thread'})).toBeVisible();
});

test('Enter in the filter opens what was typed, not what an earlier text found', async ({page}) => {
  await visit(page, createUser);
  const field = page.getByRole('searchbox', {name: 'Filter the API reference'});
  await field.fill('thread');
  await expect(page.getByRole('link', {name: 'List Threads'})).toBeVisible();
  await field.evaluate(async (element: HTMLInputElement) => {
    element.select();
    document.execCommand('insertText', false, 'update user');
    await Promise.resolve();
    element.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true}));
  });
  await expect(page.getByRole('heading', {level: 1, name: 'Update User'})).toBeVisible();
});

test('a form that comes late leaves the focus where the reader types by then', async ({page}) => {
  await visit(page, createUser);
  await page.waitForLoadState('networkidle');
  const release = await holdScripts(page);
  await page.getByRole('button', {name: 'Try it'}).click();
  const field = page.getByRole('searchbox', {name: 'Filter the API reference'});
  await field.focus();
  release();
  await expect(send(page)).toBeVisible();
  await expect(field).toBeFocused();
});

test('faults that are found late are shown, and whoever types on stays where they are', async ({page}) => {
  const release = await openAndHold(page);
  await email(page).fill('nobody');
  await send(page).click();
  const name = page.getByRole('textbox', {name: 'name', exact: true});
  await name.fill('Ada');
  release();
  await expect(page.getByText('This request does not match the documentation')).toBeVisible();
  await expect(name).toBeFocused();
  await send(page).click();
  await expect(email(page)).toBeFocused();
});

test('a list is not replaced by the one with search while the reader is at it', async ({page}) => {
  let release = (): void => undefined;
  const released = new Promise<void>(resolve => {
    release = resolve;
  });
  const arrived = page.waitForResponse(async response => (await response.text()).includes('combobox.found'));
  await page.route('**/*.js', async route => {
    const response = await route.fetch();
    if ((await response.text()).includes('combobox.found')) {
      await released;
    }
    await route.fulfill({response});
  });
  await openOn(page, await shapesOperation('createOrder'));
  const country = page.getByRole('combobox', {name: 'country'});
  await country.selectOption('France');
  await country.focus();
  release();
  await arrived;
  await page.waitForLoadState('networkidle');
  await expect(country).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(page.locator('input[role=combobox]')).toHaveValue('Germany');
});

test('fields of a branch that are typed in while what the branch asks for is fetched keep what was typed', async ({
  page,
}) => {
  await openOn(page, await shapesOperation('createOrder'));
  await page.waitForLoadState('networkidle');
  const release = await holdScripts(page);
  await page.getByLabel('Variant of payment').selectOption({label: 'bank'});
  await page.getByRole('textbox', {name: 'amount'}).fill('99');
  release();
  await expect(page.getByRole('textbox', {name: 'iban'})).toBeVisible();
  await expect(page.getByRole('textbox', {name: 'amount'})).toHaveValue('99');
});

test('what is typed as raw text stays when what a press in the form asked for comes later', async ({
  page,
}) => {
  await openOn(page, await shapesOperation('createOrder'));
  await page.waitForLoadState('networkidle');
  const release = await holdScripts(page, isNotPlainField);
  await page.getByRole('button', {name: 'Add to tags'}).click();
  await page.getByRole('button', {name: 'Raw', exact: true}).click();
  await rawBody(page).fill('{"reference": 7}');
  release();
  await expect(page.getByText('completes,')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect.poll(() => rawText(page)).toBe('{"reference": 7}');
  await expect(page.getByLabel('Sample')).toContainText('{"reference": 7}');
});

test('a name that is for a moment that of another field is typed to its end', async ({page}) => {
  await openOn(page, await shapesOperation('sendFiles'));
  await page.getByRole('button', {name: 'Add a field'}).click();
  const name = page.getByLabel('Field 1, name');
  await name.focus();
  await page.keyboard.type('titles');
  await expect(name).toHaveValue('titles');
  await expect(name).toBeFocused();
  await name.fill('title');
  await page.keyboard.press('Tab');
  await expect(name).toHaveCount(0);
});

test('what is typed in a number field stays in it, also where it is other JSON for a moment', async ({
  page,
}) => {
  await openOn(page, await shapesOperation('createOrder'));
  const reference = page.getByRole('textbox', {name: 'reference'});
  await reference.fill('');
  await reference.focus();
  await page.keyboard.type('nullable');
  await expect(reference).toHaveValue('nullable');
  await reference.fill('-12345678901234567890');
  await expect(page.getByLabel('Sample')).toContainText('"reference": -12345678901234567890');
});
