import type {Locator, Page} from '@playwright/test';

import {axeViolations, expect, fitsTheWindow, holdScripts, test, visit} from './support/test';

const createUser = '/api/users/create-user';

function form(page: Page): Locator {
  return page.getByRole('form', {name: 'Try it'});
}

function tryIt(page: Page): Locator {
  return page.getByRole('button', {name: 'Try it'});
}

/** Whether the reader is at the form: its head and its first field in view, the focus in it. */
async function expectAtForm(page: Page): Promise<void> {
  await expect(form(page)).toBeFocused();
  await expect(form(page).getByText('POST /users')).toBeInViewport({ratio: 1});
  await expect(page.getByLabel('Server', {exact: true})).toBeInViewport({ratio: 1});
}

for (const [width, height] of [
  [1440, 900],
  [1280, 720],
  [1024, 768],
  [768, 1024],
  [390, 844],
] as const) {
  test.describe(`at ${width} px`, () => {
    test.use({viewport: {width, height}});

    test('Send your first request leads to the open form, and Back to the home page', async ({page}) => {
      await visit(page, '/');
      await page.getByRole('link', {name: 'Send your first request'}).click();
      await expectAtForm(page);
      await page.goBack();
      await expect(page.getByRole('heading', {level: 1, name: 'Index documents.'})).toBeInViewport();
    });

    test('a link to the form opens it in a new tab too', async ({page}) => {
      await visit(page, `${createUser}#try`);
      await expectAtForm(page);
      await expect(page).toHaveURL(createUser);
    });

    test('one Try it is on the first screen, and opens the form', async ({page}) => {
      await visit(page, createUser);
      await expect(tryIt(page).first()).toBeInViewport({ratio: 1});
      await expect(tryIt(page)).toHaveCount(1);
      await tryIt(page).first().click();
      await expectAtForm(page);
    });
  });
}

for (const guide of ['/quickstart', '/errors']) {
  test(`${guide} sends the reader to the open form`, async ({page}) => {
    await visit(page, guide);
    await page.getByRole('main').locator(`a[href="${createUser}#try"]`).click();
    await expectAtForm(page);
  });
}

test.describe('on a phone', () => {
  test.use({viewport: {width: 390, height: 844}, hasTouch: true});

  test('Try it has room for a finger, is among the first stops, and has the focus when the form is closed', async ({
    page,
  }) => {
    await visit(page, createUser);
    expect((await tryIt(page).first().boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('heading', {level: 1}).click();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(tryIt(page).first()).toBeFocused();
    await page.keyboard.press('Space');
    await expectAtForm(page);
    await page.getByRole('button', {name: 'Close the form'}).press('Enter');
    await expect(tryIt(page).first()).toBeFocused();
    await expect(tryIt(page).first()).toBeInViewport({ratio: 1});
  });

  test('the form comes where the reader was taken when the button was pressed', async ({page}) => {
    await visit(page, createUser);
    const release = await holdScripts(page);
    await tryIt(page).first().click();
    const waiting = page.getByText('Opening the form…');
    await expect(waiting).toBeInViewport();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
    const before = await waiting.boundingBox();
    release();
    await expectAtForm(page);
    expect((await form(page).boundingBox())?.y).toBe(before?.y);
  });

  test('pressed before the page is alive, Try it opens the form as soon as there is one', async ({page}) => {
    const release = await holdScripts(page);
    await page.goto(createUser, {waitUntil: 'commit'});
    await tryIt(page).first().click();
    release();
    await expectAtForm(page);
  });

  test('Try it stays at the lower edge, and the end of the page is above it', async ({page}) => {
    await visit(page, createUser);
    const foot = page.getByRole('contentinfo').getByRole('link').last();
    await foot.scrollIntoViewIfNeeded();
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect(tryIt(page).first()).toBeInViewport({ratio: 1});
    const [bar, link] = [await tryIt(page).first().boundingBox(), await foot.boundingBox()];
    expect((link?.y ?? Infinity) + (link?.height ?? 0)).toBeLessThan(bar?.y ?? 0);
  });

  test('in a window of 320 px Try it fits', async ({page}) => {
    await page.setViewportSize({width: 320, height: 640});
    await visit(page, createUser);
    await expect(tryIt(page).first()).toBeInViewport({ratio: 1});
    expect(await fitsTheWindow(page)).toBe(true);
  });
});

test('without JavaScript no Try it is shown, and a link to the form leads to the page', async ({browser}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: {width: 390, height: 844},
  });
  const page = await context.newPage();
  await page.goto(`${createUser}#try`);
  await expect(page.getByRole('heading', {level: 1, name: 'Create User'})).toBeInViewport();
  await expect(page.getByText('Try it', {exact: true}).filter({visible: true})).toHaveCount(0);
  await context.close();
});
