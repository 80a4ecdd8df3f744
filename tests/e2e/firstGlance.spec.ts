import type {Page} from '@playwright/test';

import {axeViolationsInBothThemes, expect, fitsTheWindow, openTryIt, test, visit} from './support/test';

const createUser = '/api/users/create-user';

/** Counts from now on how far anything moves that the reader did not move (Layout Instability API). */
async function watchLayoutShifts(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const {dataset} = document.documentElement;
    dataset['shift'] = '0';
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) {
        if ('hadRecentInput' in entry && !entry.hadRecentInput && 'value' in entry) {
          dataset['shift'] = String(Number(dataset['shift']) + Number(entry.value));
        }
      }
    }).observe({type: 'layout-shift'});
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset['shift']));
}

/** What moves within 500 ms of a press counts as moved by the reader; on this network everything comes after that. */
async function slowDownNetwork(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 600,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
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

    test('the first screen names the request and has its sample, which is copied with one press', async ({
      page,
    }) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await visit(page, createUser);
      const main = page.getByRole('main');
      await expect(main.getByText('/users', {exact: true}).first()).toBeInViewport({ratio: 1});
      await expect(page.getByRole('button', {name: 'Try it'})).toBeInViewport({ratio: 1});
      await expect(page.getByText('curl https://api.cloudindex.com/v1/users').first()).toBeInViewport();
      const copy = page.getByRole('button', {
        name: width < 997 ? 'Copy sample' : 'Copy cURL sample',
        exact: true,
      });
      await expect(copy).toBeInViewport({ratio: 1});
      await copy.click();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toMatch(/^curl https:\/\/api\.cloudindex\.com\/v1\/users \\\n/);
      expect(await fitsTheWindow(page)).toBe(true);
    });

    test('nothing moves by itself when the tab changes, the form opens and the response comes', async ({
      page,
    }) => {
      await visit(page, createUser);
      await page.evaluate(() => document.fonts.ready);
      await slowDownNetwork(page);
      const shifts = await watchLayoutShifts(page);
      const tab = page.getByRole('tab', {name: 'Go', exact: true});
      await tab.click();
      await page.getByRole('button', {name: 'Try it'}).click();
      await page.getByRole('button', {name: 'Send', exact: true}).click();
      await expect(page.getByText('201 Created').first()).toBeVisible();
      await expect(page.getByText('As documented').first()).toBeVisible();
      expect(await shifts()).toBe(0);
    });

    test('the first 201 is one press from the home page', async ({page}) => {
      await visit(page, '/');
      const send = page.getByRole('button', {name: 'Send', exact: true});
      expect((await send.boundingBox())?.y).toBeLessThan(height);
      await send.click();
      await expect(page.getByRole('region', {name: 'Response'})).toContainText('201 Created');
      expect(await fitsTheWindow(page)).toBe(true);
      expect(await axeViolationsInBothThemes(page)).toEqual([]);
    });
  });
}

test('the request of the home page is sent for real: twice is refused, another email is not, and the user is there', async ({
  page,
}) => {
  await visit(page, '/');
  const response = page.getByRole('region', {name: 'Response'});
  const email = page.getByRole('textbox', {name: 'email'});
  const send = page.getByRole('button', {name: 'Send', exact: true});
  await send.click();
  await expect(response).toContainText('201 Created');
  await send.click();
  await expect(response).toContainText('409 Conflict');
  await email.fill("grace.o'hopper@example.com");
  await expect(page.getByText(`"email": "grace.o'\\''hopper@example.com"`)).toBeVisible();
  await email.press('Enter');
  await expect(response).toContainText('201 Created');
  await email.fill('no address');
  await send.click();
  await expect(response).toContainText('422');
  await page.getByRole('link', {name: 'List Users'}).click();
  await page.getByRole('button', {name: 'Try it'}).click();
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await expect(page.getByRole('region', {name: 'Response'})).toContainText("grace.o'hopper@example.com");
});

test('t opens the form, and a second one leads back to it; typed into a field it is a letter', async ({
  page,
}) => {
  await visit(page, createUser);
  const form = page.getByRole('form', {name: 'Try it'});
  await page.keyboard.press('t');
  await expect(form).toBeFocused();
  const name = page.getByRole('textbox', {name: 'name', exact: true});
  await name.fill('');
  await name.press('t');
  await expect(name).toHaveValue('t');
  await page.getByRole('heading', {level: 1}).click();
  await page.keyboard.press('t');
  await expect(form).toBeFocused();
});

test('by Tab and Enter alone, a response is at most 15 presses from the top of the page', async ({page}) => {
  await visit(page, createUser);
  let presses = 0;
  const press = async (key: string): Promise<void> => {
    await page.keyboard.press(key);
    presses++;
  };
  await press('Tab');
  await press('Enter');
  const tryIt = page.getByRole('button', {name: 'Try it'});
  while (presses < 15 && !(await tryIt.evaluate(element => element === document.activeElement))) {
    await press('Tab');
  }
  await press('Enter');
  await expect(page.getByRole('form', {name: 'Try it'})).toBeFocused();
  await press('Control+Enter');
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('201 Created');
  expect(presses).toBeLessThanOrEqual(15);
});

test('a panel of samples is as high as its code, and the tab that was pressed stays under the hand', async ({
  page,
}) => {
  await page.setViewportSize({width: 800, height: 700});
  await visit(page, createUser);
  const heights: number[] = [];
  for (const name of ['cURL', 'Go'] as const) {
    const tab = page.getByRole('tab', {name, exact: true});
    await tab.scrollIntoViewIfNeeded();
    const before = await tab.boundingBox();
    await tab.click();
    expect(await tab.boundingBox()).toEqual(before);
    heights.push((await page.getByRole('tabpanel', {name, exact: true}).boundingBox())?.height ?? 0);
  }
  const [curl = 0, go = 0] = heights;
  expect(curl).toBeGreaterThan(100);
  expect(go).toBeGreaterThan(curl + 20);
});

test.describe('a status of the reference', () => {
  test('unfolds what it means and how it looks', async ({page}) => {
    await visit(page, createUser);
    const row = page.locator('#status-409');
    const example = row.getByText('"title": "User already exists"');
    await expect(example).toBeHidden();
    await row.locator('summary').click();
    await expect(example).toBeVisible();
  });

  test('shows its reproduction below it, which closes, and opens in the form', async ({page}) => {
    await visit(page, createUser);
    const row = page.locator('#status-409');
    const result = row.getByRole('region', {name: 'Reproduced response'});
    const reproduce = row.getByRole('button', {name: 'Reproduce 409'});
    await reproduce.click();
    await expect(result).toContainText('409 Conflict');
    await page.locator('#status-422').getByRole('button', {name: 'Reproduce 422'}).click();
    await expect(page.locator('#status-422').getByRole('region')).toContainText('422');
    await expect(result).toBeHidden();
    await reproduce.click();
    await result.getByRole('button', {name: 'Close the result'}).click();
    await expect(result).toBeHidden();
    await expect(reproduce).toBeFocused();
    await reproduce.click();
    await result.getByRole('button', {name: 'Open in Try it'}).click();
    await expect(page.getByRole('form', {name: 'Try it'})).toContainText('the request that was reproduced');
    await expect(page.getByRole('textbox', {name: 'email'})).toHaveValue('Grace.Hopper@example.com');
    await page.getByRole('button', {name: 'Send', exact: true}).click();
    await expect(page.getByRole('region', {name: 'Response', exact: true})).toContainText('409 Conflict');
  });

  test('that no form can cause is not offered to one', async ({page}) => {
    await visit(page, createUser);
    const row = page.locator('#status-401');
    await row.getByRole('button', {name: 'Reproduce 401'}).click();
    await expect(row.getByRole('region')).toContainText('401');
    await expect(row.getByRole('button', {name: 'Open in Try it'})).toHaveCount(0);
  });
});

test('optional headers are folded, and unfold for a value that came from elsewhere', async ({page}) => {
  await openTryIt(page, createUser);
  const key = page.getByRole('textbox', {name: 'Idempotency-Key'});
  await expect(key).toBeHidden();
  await page.getByText('Optional headers (1)').click();
  await key.fill('one-two');
  await page.getByRole('button', {name: 'Reset'}).click();
  await page.getByText('Optional headers (1)').click();
  await expect(key).toBeHidden();
  await page.getByRole('form', {name: 'Try it'}).evaluate(form => {
    const data = new DataTransfer();
    data.setData(
      'text/plain',
      `curl -X POST https://api.cloudindex.com/v1/users -H 'Idempotency-Key: three' -d '{}'`,
    );
    form.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
  });
  await expect(key).toHaveValue('three');
  await expect(key).toBeVisible();
});
