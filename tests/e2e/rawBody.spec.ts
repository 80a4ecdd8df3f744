import type {Locator, Page} from '@playwright/test';

import {
  axeViolations,
  expect,
  fitsTheWindow,
  holdScripts,
  isNotPlainField,
  loseScripts,
  openTryIt,
  rawBody,
  rawText,
  test,
} from './support/test';

const createUser = '/api/users/create-user';
const search = '/api/search/search-documents';

/** Opens the raw body and waits for the editor, which is fetched only now. */
async function openRaw(page: Page, path = createUser): Promise<Locator> {
  await openTryIt(page, path);
  await page.getByRole('button', {name: 'Raw', exact: true}).click();
  await expect(page.getByText('completes,')).toBeVisible();
  return rawBody(page);
}

/** Types over all that an editor holds, by its own keys: it may set the selection anew that a script made. */
async function retype(editor: Locator, text: string): Promise<void> {
  await editor.focus();
  await editor.press('Control+a');
  await editor.page().keyboard.insertText(text);
}

function options(page: Page): Locator {
  return page.getByRole('listbox').getByRole('option');
}

test('a property is completed by keyboard: required ones first, and what is written is left out', async ({
  page,
}) => {
  const body = await openRaw(page);
  await retype(body, '{"name": "Ada"}');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+Space');
  await expect(options(page).first()).toContainText('email');
  await expect(options(page).first()).toContainText('required');
  await expect(options(page).filter({hasText: 'name'})).toHaveCount(0);
  await page.keyboard.press('Enter');
  await page.keyboard.type('ada@example.com');
  await expect.poll(() => rawText(page)).toBe('{"name": "Ada", "email": "ada@example.com"}');
});

test('names are offered while one is typed, each with its meaning', async ({page}) => {
  const body = await openRaw(page);
  await retype(body, '{}');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('"');
  await expect(options(page)).toHaveCount(4);
  await page.keyboard.type('ro');
  await expect(options(page)).toHaveCount(1);
  await expect(page.getByText("User's role", {exact: true}).last()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(options(page)).toHaveCount(0);
  await expect(body).toBeFocused();
});

test('one of a few allowed values is chosen from a list, by keyboard', async ({page}) => {
  const body = await openRaw(page, search);
  await retype(body, '{"query": "x", "mode": }');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+Space');
  await expect(options(page).first()).toBeVisible();
  const second = (await options(page).nth(1).locator('.cm-completionLabel').textContent()) ?? '';
  await page.keyboard.press('ArrowDown');
  await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect.poll(() => rawText(page)).toBe(`{"query": "x", "mode": ${second}}`);
});

test('faults are marked at their places, listed, and reached with F8 or their button', async ({page}) => {
  const body = await openRaw(page);
  await retype(body, '{\n  "email": "nobody",\n  "name": "Ada",\n  "colour": 1\n}');
  await expect(page.locator('.cm-lintRange-error')).toHaveText(['"nobody"', '"colour"']);
  await expect(page.getByRole('status').filter({hasText: 'Problems in the body: 2.'})).toBeAttached();
  await expect(body).toHaveAttribute('aria-invalid', 'true');
  await expect(body).toHaveAccessibleDescription(/Line 2, column 12 email: Must be an email address\./);
  expect(await axeViolations(page)).toEqual([]);

  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F8');
  await page.keyboard.type('"ada@example.com"');
  await expect.poll(() => rawText(page)).toContain('"email": "ada@example.com",');
  await expect(page.locator('.cm-lintRange-error')).toHaveText(['"colour"']);

  await page.getByRole('button', {name: 'Line 4, column 3'}).click();
  await expect(body).toBeFocused();
  await page.keyboard.type('"role": "user", ');
  await expect.poll(() => rawText(page)).toContain('"role": "user", "colour": 1');
});

test('text that is not JSON is marked where it breaks', async ({page}) => {
  const body = await openRaw(page);
  await retype(body, '{"email": "a@b.test" "name": "Ada"}');
  await expect(page.locator('.cm-lintRange-error')).toHaveText('"name"');
  await expect(body).toHaveAccessibleDescription(
    /Line 1, column 22 A comma is expected between two values\./,
  );
});

test('a fault that stopped Send leads to its place in the text', async ({page}) => {
  const body = await openRaw(page);
  await retype(body, '{"email": "nobody", "name": "Ada"}');
  await page.keyboard.press('Control+Enter');
  const faults = page.getByRole('group', {name: 'This request does not match the documentation'});
  await expect(faults).toBeVisible();
  await expect(body).toBeFocused();
  // The editor marks its places a moment after typing, which may be before the form has checked or after.
  await expect(page.getByRole('button', {name: 'Line 1, column 11'})).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(body).toBeFocused();
  await page.getByRole('button', {name: 'Send', exact: true}).press('Enter');
  await expect(page.getByRole('button', {name: 'Line 1, column 11'})).toBeFocused();
  await body.focus();
  await faults.getByRole('button', {name: 'email'}).click();
  await expect(page.getByRole('button', {name: 'Line 1, column 11'})).toBeFocused();
});

test('Tab leaves the editor in both directions, and Ctrl+Enter sends from it', async ({page}) => {
  const body = await openRaw(page);
  await retype(body, '{"email": "tab@example.com", "name": "Ada"}');
  await expect(body).toHaveAccessibleDescription(/Tab leaves the editor/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', {name: 'Format the body'})).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(body).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', {name: 'Raw', exact: true})).toBeFocused();
  await body.focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('201 Created');
});

test('Format sets the text out over lines, keeps digits and comments, and can be undone', async ({page}) => {
  const body = await openRaw(page);
  const text = '{"email": "a@b.test",/* why */"big":12345678901234567890.10}';
  await retype(body, text);
  await page.getByRole('button', {name: 'Format the body'}).click();
  await expect
    .poll(() => rawText(page))
    .toBe('{\n  "email": "a@b.test", /* why */\n  "big": 12345678901234567890.10\n}');
  await body.focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => rawText(page)).toBe(text);
});

test('the form and the raw text are one: digits, comments and spaces stay as they are', async ({page}) => {
  const body = await openRaw(page);
  const text = '{\n  // who\n  "email":   "a@example.com",\n  "name": "A", "n": 1.10\n}';
  await retype(body, text);
  await page.getByRole('button', {name: 'Form', exact: true}).click();
  await page.getByRole('button', {name: 'Raw', exact: true}).click();
  await expect.poll(() => rawText(page)).toBe(text);
});

test('what changes the body elsewhere changes the editor, and what is typed there the code', async ({
  page,
}) => {
  const body = await openRaw(page);
  await retype(body, '{"email": "typed@example.com", "name": "Ada"}');
  await expect(page.getByRole('tabpanel', {name: 'cURL'})).toContainText('typed@example.com');
  await page.getByRole('button', {name: 'Reset'}).click();
  await expect.poll(() => rawText(page)).toContain('user@example.com');
});

test('a body of a megabyte can be typed in', async ({page}) => {
  const body = await openRaw(page);
  const text = JSON.stringify(
    {email: 'a@b.test', list: Array.from({length: 25_000}, () => 'x'.repeat(38))},
    null,
    1,
  );
  await body.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    getSelection()?.selectAllChildren(element);
    element.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}));
  }, text);
  await expect(page.getByText('The sample is too long to show in full.').first()).toBeVisible();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('typed');
  await expect(page.getByRole('tabpanel', {name: 'cURL'})).toContainText('a@b.testtyped');
});

test.describe('where the editor', () => {
  test('is fetched only when Raw is chosen', async ({page}) => {
    const scripts: Promise<string>[] = [];
    page.on('response', response => {
      if (response.request().resourceType() === 'script') {
        scripts.push(response.text());
      }
    });
    await openTryIt(page, createUser);
    await page.waitForLoadState('networkidle');
    const holdEditor = async (): Promise<boolean> =>
      (await Promise.all(scripts)).some(text => text.includes('cm-content'));
    expect(await holdEditor()).toBe(false);
    await page.getByRole('button', {name: 'Raw', exact: true}).click();
    await expect(page.getByText('completes,')).toBeVisible();
    expect(await holdEditor()).toBe(true);
  });

  test('is slow to come, what is typed meanwhile goes into it, and the caret stays', async ({page}) => {
    await openTryIt(page, createUser);
    await page.waitForLoadState('networkidle');
    const release = await holdScripts(page, isNotPlainField);
    await page.getByRole('button', {name: 'Raw', exact: true}).click();
    await rawBody(page).fill('{"email": ""}');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('ada');
    await expect(
      page.getByRole('status').filter({hasText: 'The editor with completion is loading'}),
    ).toBeVisible();
    release();
    await expect(page.getByText('completes,')).toBeVisible();
    await expect(rawBody(page)).toBeFocused();
    await page.keyboard.type('@example.com');
    await expect.poll(() => rawText(page)).toBe('{"email": "ada@example.com"}');
  });

  test.describe('cannot be fetched', () => {
    test.use({allowedConsole: [/ERR_FAILED|Loading chunk|ChunkLoadError/]});

    test('a plain field does the work and says so, and the editor can be asked for again', async ({page}) => {
      await openTryIt(page, createUser);
      await page.getByRole('textbox', {name: 'email'}).fill('first@example.com');
      await expect(page.getByRole('tabpanel', {name: 'cURL'})).toContainText('first@example.com');
      await page.waitForLoadState('networkidle');
      const serve = await loseScripts(page, isNotPlainField);
      await page.getByRole('button', {name: 'Raw', exact: true}).click();
      await expect(page.getByText('The editor with completion did not load.')).toBeVisible();
      await rawBody(page).fill('{"email": "plain@example.com", "name": "Ada"}');
      await expect(page.getByRole('tabpanel', {name: 'cURL'})).toContainText('plain@example.com');
      expect(await axeViolations(page)).toEqual([]);
      serve();
      await page.getByRole('button', {name: 'Try again'}).click();
      await expect(page.getByText('completes,')).toBeVisible();
      await expect.poll(() => rawText(page)).toBe('{"email": "plain@example.com", "name": "Ada"}');
    });
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390]) {
    test(`axe is silent and all fits: ${colorScheme}, ${width} px`, async ({page}) => {
      await page.emulateMedia({colorScheme});
      await page.setViewportSize({width, height: 844});
      const body = await openRaw(page);
      await retype(body, `{"email": "${'long'.repeat(60)}"}`);
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Control+Space');
      await expect(options(page).first()).toBeVisible();
      await expect(page.locator('.cm-lintRange-error').first()).toBeVisible();
      expect(await axeViolations(page)).toEqual([]);
      expect(await fitsTheWindow(page)).toBe(true);
    });
  }
}
