import {readFileSync} from 'node:fs';

import {expect, test, visit} from './support/test';

const createUser = '/api/users/create-user';

test.use({permissions: ['clipboard-read', 'clipboard-write']});

test('a reader switches the language with the arrow keys, Home and End', async ({page}) => {
  await visit(page, createUser);
  await page.getByRole('tab', {name: 'cURL'}).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', {name: 'Node.js'})).toBeFocused();
  await expect(page.getByRole('tabpanel', {name: 'Node.js'})).toBeVisible();
  await expect(page.getByRole('tabpanel', {name: 'cURL'})).toBeHidden();
  await page.keyboard.press('End');
  await expect(page.getByRole('tab', {name: 'Go', exact: true})).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', {name: 'cURL'})).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Home');
  await expect(page.getByRole('tab', {name: 'cURL'})).toHaveAttribute('aria-selected', 'true');
});

test('the chosen language holds on other pages, after a reload and in other open tabs', async ({
  page,
  context,
}) => {
  await visit(page, createUser);
  const other = await context.newPage();
  await visit(other, createUser);
  await page.getByRole('tab', {name: 'Python'}).click();
  await expect(other.getByRole('tab', {name: 'Python'})).toHaveAttribute('aria-selected', 'true');
  await visit(page, '/api/users/list-users');
  await expect(page.getByRole('tab', {name: 'Python'})).toHaveAttribute('aria-selected', 'true');
  await page.reload();
  await expect(page.getByRole('tab', {name: 'Python'})).toHaveAttribute('aria-selected', 'true');
});

test('Copy puts the shown sample on the clipboard and says so', async ({page}) => {
  await visit(page, createUser);
  await page.getByRole('tab', {name: 'Go', exact: true}).click();
  await page.getByRole('button', {name: 'Copy Go sample'}).click();
  await expect(page.getByText('Go sample copied')).toBeAttached();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await page.getByRole('tabpanel', {name: 'Go'}).locator('pre').textContent());
  expect(copied).toContain('package main');
});

test('the seed page shows and copies its four hand-written samples byte for byte', async ({page}) => {
  const source = readFileSync('tests/fixtures/pages/any/path/create-user.md', 'utf8');
  const written = writtenSamples(source);
  expect(written.map(({label}) => label)).toEqual(['cURL', 'Node.js', 'Python', 'Go']);
  await visit(page, '/fixtures/any/path/create-user');
  for (const {label, code} of written) {
    await page.getByRole('tab', {name: label, exact: true}).click();
    expect(await page.getByRole('tabpanel', {name: label}).locator('pre').textContent()).toBe(code);
    await page.getByRole('button', {name: `Copy ${label} sample`}).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  }
});

test('when the browser denies the clipboard the reader is told what to do', async ({page}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: {writeText: () => Promise.reject(new DOMException('denied', 'NotAllowedError'))},
    });
  });
  await visit(page, createUser);
  await page.getByRole('button', {name: 'Copy cURL sample'}).click();
  await expect(page.getByRole('status').filter({hasText: 'press Ctrl+C'})).toBeAttached();
  const shown = page.locator(':popover-open');
  await expect(shown).toContainText('press Ctrl+C');
  expect((await shown.boundingBox())?.width).toBeGreaterThan(200);
  await page.keyboard.press('Escape');
  await expect(shown).toHaveCount(0);
});

test.describe('in a browser that denies storage', () => {
  // Docusaurus itself says so once.
  test.use({allowedConsole: [/browser storage is not available/]});

  test('tabs switch all the same', async ({page}) => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      }
    });
    await visit(page, createUser);
    await page.getByRole('tab', {name: 'Python'}).click();
    await expect(page.getByRole('tabpanel', {name: 'Python'})).toBeVisible();
  });
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('the page reads and all four samples show', async ({page}) => {
    await page.goto(createUser);
    await expect(page.getByRole('heading', {level: 1})).toHaveText('Create User');
    for (const label of ['cURL', 'Node.js', 'Python', 'Go']) {
      await expect(page.locator(`[data-label="${label}"] pre`)).toBeVisible();
    }
  });

  test('samples and code blocks are coloured', async ({page}) => {
    await page.goto(createUser);
    for (const code of ['[data-label="Python"] code', '.theme-code-block .language-json']) {
      await expect(page.locator(code).first().locator('.token.string').first()).toBeAttached();
    }
  });
});

/** The samples as JavaScript itself reads the template literals of the page's source. */
function writtenSamples(source: string): {label: string; code: string}[] {
  const array = source.slice(source.indexOf('examples={') + 'examples={'.length, source.lastIndexOf('}\n/>'));
  const value: unknown = new Function(`return ${array}`)();
  if (!Array.isArray(value)) {
    throw new TypeError('The page has no array of examples.');
  }
  return value.map((example: {label: string; code: string}) => ({label: example.label, code: example.code}));
}
