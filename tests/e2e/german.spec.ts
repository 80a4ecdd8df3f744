import type {Page} from '@playwright/test';

import {englishLeft} from './support/englishLeft';
import {axeViolations, expect, fitsTheWindow, test, visit} from './support/test';

const endpoint = '/de/api/users/create-user';

test('the quickstart reads in German, and its links stay in German', async ({page}) => {
  await visit(page, '/de/quickstart');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('heading', {level: 1, name: 'Schnellstart'})).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Ein Mock in deinem Browser-Tab legt den Benutzer an');
  expect(await englishLeft(page)).toEqual([]);
  await page.getByRole('main').getByRole('link', {name: 'Create User'}).click();
  await expect(page).toHaveURL(endpoint);
  await expect(page.getByRole('heading', {name: 'Anfrage-Body'})).toBeVisible();
  await page.goBack();
  await page.getByRole('contentinfo').getByRole('link', {name: 'Fehler', exact: true}).click();
  await expect(page).toHaveURL('/de/errors');
});

test('the home page and an endpoint page hold no English of the interface', async ({page}) => {
  for (const path of ['/de/', endpoint, '/de/api/search/search-documents', '/de/api', '/de/api/errors']) {
    await visit(page, path);
    expect(await englishLeft(page), path).toEqual([]);
  }
});

test('what is not translated is marked as English, for voices that read it', async ({page}) => {
  const language = (text: string, exact = true): Promise<string | null | undefined> =>
    page
      .getByRole('main')
      .getByText(text, {exact})
      .first()
      .evaluate(element => element.closest('[lang]')?.getAttribute('lang'));
  await visit(page, endpoint);
  expect(await language('Create a new user account in the system.')).toBe('en');
  expect(await language("User's email address")).toBe('en');
  expect(await language('Invalid or missing authentication')).toBe('en');
  expect(await language('Höchstens 254 Zeichen', false)).toBe('de');
  expect(await language('Anfrage-Body', false)).toBe('de');
  await openForm(page);
  const fields = page.getByRole('form');
  await expect(fields.locator('[lang=en]').getByText("User's full name")).toBeVisible();
  await expect(fields.locator('[lang=en]').getByText('erforderlich')).toHaveCount(0);
  await visit(page, '/de/idempotency');
  await expect(page.getByRole('main').locator('p').first()).toHaveAttribute('lang', 'en');
  await visit(page, '/de/quickstart');
  await expect(page.getByRole('main').locator('[lang=en]')).toHaveCount(0);
  await visit(page, '/api/users/create-user');
  await expect(page.getByRole('main').locator('[lang]')).toHaveCount(0);
});

test('a reader switches the language and stays on the page', async ({page}) => {
  await visit(page, '/api/users/create-user#error-codes');
  await page.getByRole('button', {name: 'English'}).hover();
  await page.getByRole('link', {name: 'Deutsch'}).click();
  await expect(page).toHaveURL(`${endpoint}#error-codes`);
  await expect(page.getByRole('heading', {name: 'Fehlercodes'})).toBeInViewport();
});

test('what was typed and the choice of server go along to the other language', async ({page}) => {
  await openForm(page);
  await page.getByRole('textbox', {name: 'email'}).fill('grace@example.com');
  await page.getByLabel('Server', {exact: true}).selectOption({label: 'Lokaler Mock'});
  await visit(page, '/api/users/create-user');
  await expect(page.getByRole('textbox', {name: 'email'})).toHaveValue('grace@example.com');
  await expect(page.getByLabel('Server', {exact: true}).locator('option:checked')).toHaveText('Local mock');
});

for (const width of [1280, 390]) {
  test.describe(`at ${width} px`, () => {
    test.use({viewport: {width, height: 844}});

    test('form, faults, answer, mock and history are German, fit the window, and axe is silent', async ({
      page,
    }) => {
      test.setTimeout(120_000);
      await openForm(page);
      await expectWellMade(page);

      await page.getByRole('textbox', {name: 'email'}).fill('keine-adresse');
      await page.getByRole('textbox', {name: 'name'}).fill('');
      await page.getByRole('button', {name: 'Senden', exact: true}).click();
      await expect(page.getByText('Muss eine E-Mail-Adresse sein.').first()).toBeVisible();
      const anyway = page.getByRole('button', {name: 'Trotzdem senden'});
      // What the bar below hides in part counts as too small a target.
      await anyway.scrollIntoViewIfNeeded();
      await expectWellMade(page);

      await anyway.click();
      const answer = page.getByRole('region', {name: 'Antwort', exact: true});
      await expect(answer).toContainText('422');
      // What the API answers is its own: English.
      await expect(answer).toContainText('must be an email address');
      await expectWellMade(page);
      // On a phone the answer lies over the form.
      await page.keyboard.press('Escape');

      await page.getByRole('textbox', {name: 'email'}).fill('grace@example.com');
      await page.getByRole('textbox', {name: 'name'}).fill('Grace Hopper');
      await page.getByRole('button', {name: 'Senden', exact: true}).click();
      await expect(answer).toContainText('201 Created');
      await answer.getByText('Header (').click();
      await expect(answer).toContainText('Der Medientyp des Bodys.');
      for (const view of ['Baum', 'Typ', 'Änderungen', 'Rohtext']) {
        await answer.getByRole('button', {name: view, exact: true}).click();
        expect(await englishLeft(page), view).toEqual([]);
        expect(await fitsTheWindow(page), view).toBe(true);
      }
      await page.keyboard.press('Escape');

      await page.getByRole('button', {name: 'Mock', exact: true}).click();
      await expect(page.getByText('Letzte Anfragen').first()).toBeVisible();
      await expectWellMade(page);
      // On a phone the panel lies over the form as well.
      await page.keyboard.press('Escape');

      await page.getByRole('button', {name: 'Verlauf', exact: true}).click();
      await expect(page.getByRole('region', {name: 'Verlauf dieses Tabs'})).toContainText('201');
      await expectWellMade(page);
    });

    test('the search is German, and finds German and English pages', async ({page}) => {
      await visit(page, '/de/quickstart');
      await page.getByRole('button', {name: 'Suche'}).first().click();
      const field = page.getByRole('combobox', {name: 'Dokumentation durchsuchen'});
      await field.fill('Schnellstart');
      await expect(page.getByRole('option', {name: /Schnellstart/}).first()).toBeVisible();
      await expectWellMade(page);
      await field.fill('xyzzy');
      await expect(page.getByText('Zu „xyzzy“ wurde nichts gefunden.')).toBeVisible();
      await field.fill('createUser');
      await page
        .getByRole('option', {name: /Create User/})
        .first()
        .click();
      await expect(page).toHaveURL(endpoint);
    });
  });
}

test('a server that does not answer is explained in German', async ({page}) => {
  await openForm(page);
  await page.getByLabel('Server', {exact: true}).selectOption({label: 'Eigene URL'});
  await page.getByLabel('Basis-URL').fill('keine url');
  await expect(page.getByText(/^Beginne die URL mit https/)).toBeVisible();
  expect(await englishLeft(page)).toEqual([]);
});

test('an error is caused from its table, and told in German', async ({page}) => {
  await visit(page, endpoint);
  await page.getByRole('button', {name: '409 auslösen'}).click();
  await expect(page.getByRole('region', {name: 'Ausgelöste Antwort'}).first()).toContainText(
    '409 erhalten, wie dokumentiert.',
  );
  expect(await englishLeft(page)).toEqual([]);
});

test('each language has its own twins in Markdown, index of them and index to search', async ({request}) => {
  expect(await (await request.get('/de/quickstart.md')).text()).toContain('# Schnellstart');
  expect(await (await request.get(`${endpoint}.md`)).text()).toContain('## Anfrage-Body');
  expect(await (await request.get('/api/users/create-user.md')).text()).toContain('## Request Body');
  const index = await (await request.get('/de/llms.txt')).text();
  expect(index).toContain('[Schnellstart](https://docs.cloudindex.com/de/quickstart.md)');
  expect(await (await request.get('/de/search-index.json')).text()).toContain('Anfrage-Body');
  expect(await (await request.get('/search-index.json')).text()).not.toContain('Anfrage-Body');
});

test('English pages fetch no German', async ({page}) => {
  const scripts: string[] = [];
  page.on('response', response => {
    if (response.url().endsWith('.js')) {
      scripts.push(response.url());
    }
  });
  await visit(page, '/api/users/create-user');
  await page.getByRole('button', {name: 'Try it'}).click();
  await expect(page.getByRole('button', {name: 'Send', exact: true})).toBeVisible();
  const texts = await Promise.all(scripts.map(async url => (await page.request.get(url)).text()));
  expect(texts.length).toBeGreaterThan(3);
  expect(texts.filter(text => text.includes('Trotzdem senden'))).toEqual([]);
});

async function openForm(page: Page): Promise<void> {
  await visit(page, endpoint);
  await page.getByRole('button', {name: 'Ausprobieren'}).first().click();
  await expect(page.getByRole('button', {name: 'Senden', exact: true})).toBeVisible();
}

async function expectWellMade(page: Page): Promise<void> {
  expect(await englishLeft(page)).toEqual([]);
  expect(await axeViolations(page)).toEqual([]);
  expect(await fitsTheWindow(page)).toBe(true);
}
