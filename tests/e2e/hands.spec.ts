import type {Locator, Page} from '@playwright/test';

import {axeViolations, expect, fitsTheWindow, openTryIt, rawBody, test, visit} from './support/test';

const createUser = '/api/users/create-user';
const phone = {width: 390, height: 844};

function send(page: Page): Locator {
  return page.getByRole('button', {name: 'Send', exact: true});
}

function shortcuts(page: Page): Locator {
  return page.getByRole('dialog', {name: 'Keyboard shortcuts'});
}

function theSheet(page: Page): Locator {
  return page.getByRole('dialog', {name: '201 Created'});
}

test('on a wide screen form and code stand side by side, and code and response stay in sight', async ({
  page,
}) => {
  await page.setViewportSize({width: 1440, height: 700});
  await openTryIt(page, createUser);
  const form = await page.getByRole('form', {name: 'Try it'}).boundingBox();
  const tabs = page.getByRole('tablist');
  const code = await tabs.boundingBox();
  expect(code && form && code.x).toBeGreaterThanOrEqual((form?.x ?? 0) + (form?.width ?? Infinity));
  await page.getByRole('button', {name: 'Add a header'}).focus();
  await expect(page.getByLabel('Server', {exact: true})).not.toBeInViewport();
  await expect(tabs).toBeInViewport();
});

test('Send stays at the lower edge of the window while the form is in view', async ({page}) => {
  await page.setViewportSize(phone);
  await openTryIt(page, createUser);
  await expect(send(page)).toBeInViewport({ratio: 1});
  await page.getByRole('textbox', {name: 'name', exact: true}).scrollIntoViewIfNeeded();
  await expect(send(page)).toBeInViewport({ratio: 1});
});

test('what gets the focus by Tab is not behind the bar with Send', async ({page}) => {
  await page.setViewportSize({width: 390, height: 500});
  await openTryIt(page, createUser);
  const bar = send(page).locator('..');
  for (let step = 0; step < 16; step++) {
    await page.keyboard.press('Tab');
    const isFree = await bar.evaluate(element => {
      const focused = document.activeElement;
      const {bottom} = focused?.getBoundingClientRect() ?? new DOMRect();
      return element.contains(focused) || bottom <= element.getBoundingClientRect().top + 1;
    });
    expect(isFree).toBe(true);
  }
});

test.describe('on a phone', () => {
  test.use({viewport: phone, hasTouch: true});

  test('the response comes as a sheet with the focus in it; Esc closes it and the focus returns', async ({
    page,
  }) => {
    await openTryIt(page, createUser);
    await page.getByRole('textbox', {name: 'email'}).fill('sheet@example.com');
    await send(page).click();
    await expect(theSheet(page)).toBeVisible();
    await expect(theSheet(page).getByRole('heading', {name: 'Response'})).toBeFocused();
    await expect(theSheet(page).getByRole('region', {name: 'Response'})).toContainText('sheet@example.com');
    expect(await axeViolations(page)).toEqual([]);
    expect(await fitsTheWindow(page)).toBe(true);
    await page.keyboard.press('Escape');
    await expect(theSheet(page)).toBeHidden();
    await expect(send(page)).toBeFocused();
  });

  test('the response can be looked at again, and closed by its button or beside it', async ({page}) => {
    await openTryIt(page, createUser);
    await page.getByRole('textbox', {name: 'email'}).fill('again@example.com');
    await send(page).click();
    await theSheet(page).getByRole('button', {name: 'Close the response'}).click();
    await expect(theSheet(page)).toBeHidden();
    await page.getByRole('button', {name: 'Show 201 Created'}).click();
    await expect(theSheet(page)).toBeVisible();
    await page.mouse.click(195, 30);
    await expect(theSheet(page)).toBeHidden();
  });

  test('a failure and a second response open the sheet too', async ({page}) => {
    await openTryIt(page, createUser);
    await page.getByRole('textbox', {name: 'email'}).fill('twice@example.com');
    await send(page).click();
    await expect(theSheet(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(theSheet(page)).toBeHidden();
    await send(page).click();
    await expect(page.getByRole('dialog', {name: '409 Conflict'})).toBeVisible();
  });

  test('nothing moves for those who asked for less motion', async ({page}) => {
    await page.emulateMedia({reducedMotion: 'reduce'});
    await openTryIt(page, createUser);
    await send(page).click();
    const sheet = page.locator('dialog[open]');
    await expect(sheet).toBeVisible();
    expect(await sheet.evaluate(element => getComputedStyle(element).transitionProperty)).toBe('all');
  });

  test('no field is so small that the phone zooms into it', async ({page}) => {
    await openTryIt(page, '/api/users/get-user');
    await send(page).click();
    const sheet = page.locator('dialog[open]');
    await sheet.getByRole('button', {name: 'Tree', exact: true}).click();
    await expect(sheet.getByRole('searchbox', {name: 'Search in the response'})).toBeVisible();
    expect(await smallFields(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+K');
    await expect(page.getByRole('combobox', {name: 'Search the documentation'})).toBeVisible();
    expect(await smallFields(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', {name: 'Toggle navigation bar'}).click();
    await expect(page.getByRole('searchbox', {name: 'Filter the API reference'})).toBeVisible();
    expect(await smallFields(page)).toEqual([]);
  });

  test('what leaves a value out stands on the line of its name', async ({page}) => {
    await openTryIt(page, createUser);
    for (const name of ['company', 'department']) {
      const label = await page.locator('label').getByText(name, {exact: true}).boundingBox();
      const button = await page.getByRole('button', {name: `Leave out ${name}`}).boundingBox();
      expect(button && button.y + button.height / 2).toBeLessThan(label ? label.y + label.height : 0);
    }
  });

  test('every control is at least 24 px wide and high, and the main ones 40 px', async ({page}) => {
    await openTryIt(page, createUser);
    await send(page).click();
    await expect(page.locator('dialog[open]')).toBeVisible();
    expect(await smallTargets(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await smallTargets(page)).toEqual([]);
    for (const control of [send(page), page.getByRole('textbox', {name: 'email'})]) {
      expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(36);
    }
  });
});

test.describe('the list of shortcuts', () => {
  test('opens with ? and from the foot of the form, names Send, and Esc closes it', async ({page}) => {
    await openTryIt(page, createUser);
    await page.keyboard.press('?');
    await expect(shortcuts(page)).toBeVisible();
    await expect(shortcuts(page).getByText('Send', {exact: true})).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(shortcuts(page)).toBeHidden();
    const button = page.getByRole('button', {name: 'Keyboard shortcuts'});
    await button.click();
    await expect(shortcuts(page)).toBeVisible();
    await shortcuts(page).getByRole('button', {name: 'Close'}).click();
    await expect(button).toBeFocused();
  });

  test('single keys do nothing while something is typed, in a field or in the editor', async ({page}) => {
    await openTryIt(page, createUser);
    const name = page.getByRole('textbox', {name: 'name', exact: true});
    await name.fill('');
    await name.pressSequentially('?/');
    await expect(name).toHaveValue('?/');
    await page.getByRole('button', {name: 'Raw', exact: true}).click();
    await expect(page.getByText('completes,')).toBeVisible();
    await rawBody(page).focus();
    await page.keyboard.type('?/');
    await expect(rawBody(page)).toContainText('?/');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('switches single keys off, which is remembered; Ctrl+K still searches', async ({page}) => {
    await visit(page, createUser);
    await page.keyboard.press('?');
    await shortcuts(page)
      .getByRole('checkbox', {name: /Single keys/})
      .uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    await expect(page.locator('html[data-has-hydrated="true"]')).toBeAttached();
    await page.keyboard.press('/');
    await page.keyboard.press('?');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toHaveCount(1);
    await expect(page.getByRole('dialog', {name: 'Search'})).toBeVisible();
  });
});

test.describe('in forced colours', () => {
  test('what is chosen, what has the focus and where controls end stays visible', async ({page}) => {
    await page.emulateMedia({forcedColors: 'active'});
    await openTryIt(page, createUser);
    const look = async (control: Locator): Promise<{background: string; border: string; outline: string}> =>
      control.evaluate(element => {
        const {backgroundColor, borderTopStyle, outlineStyle} = getComputedStyle(element);
        return {background: backgroundColor, border: borderTopStyle, outline: outlineStyle};
      });
    const form = await look(page.getByRole('button', {name: 'Form', exact: true}));
    const raw = await look(page.getByRole('button', {name: 'Raw', exact: true}));
    expect(form.background).not.toBe(raw.background);
    expect((await look(send(page))).border).toBe('solid');
    expect((await look(page.getByRole('textbox', {name: 'email'}))).border).toBe('solid');
    await page.getByRole('tab', {name: 'cURL'}).focus();
    await page.keyboard.press('ArrowRight');
    expect((await look(page.getByRole('tab', {name: 'Node.js'}))).outline).toBe('solid');
    const underline = await page
      .getByRole('tab', {selected: true})
      .evaluate(tab => getComputedStyle(tab, '::after').backgroundColor);
    const ground = await page
      .getByRole('tab', {selected: true})
      .evaluate(tab => getComputedStyle(tab).backgroundColor);
    expect(underline).not.toBe(ground);
    expect(await axeViolations(page)).toEqual([]);
  });
});

for (const width of [1440, 390]) {
  test(`from right to left at ${width} px nothing overlaps or runs over the edge`, async ({page}) => {
    await page.setViewportSize({width, height: 844});
    await openTryIt(page, createUser);
    await page.getByRole('button', {name: 'Raw', exact: true}).click();
    await expect(page.getByText('completes,')).toBeVisible();
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    expect(await fitsTheWindow(page)).toBe(true);
    expect(await rawBody(page).evaluate(element => getComputedStyle(element).direction)).toBe('ltr');
    expect(await overlaps(page.getByRole('form', {name: 'Try it'}))).toEqual([]);
    if (width > 1000) {
      const form = await page.getByRole('form', {name: 'Try it'}).boundingBox();
      const code = await page.getByRole('tablist').boundingBox();
      expect(code?.x).toBeLessThan(form?.x ?? 0);
    }
  });
}

/** The controls in sight that are smaller than 24 px (WCAG 2.5.8); links within text are exempt. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('dialog[open]') ?? document.querySelector('[data-playground]');
    return [...(root?.querySelectorAll('button, input, select, textarea, summary, [role=textbox]') ?? [])]
      .filter(element => element.checkVisibility({visibilityProperty: true}) && !element.closest('p, li'))
      .flatMap(element => {
        const target = element.closest('label') ?? element;
        const {width, height} = target.getBoundingClientRect();
        return width < 24 || height < 24
          ? [`${element.textContent || element.getAttribute('aria-label')}: ${width} × ${height}`]
          : [];
      });
  });
}

/** Fields to type in whose text is smaller than 16 px. */
async function smallFields(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('input, select, textarea')]
      .filter(
        field => field.checkVisibility() && !field.matches('[type=checkbox], [type=file], [type=radio]'),
      )
      .filter(field => parseFloat(getComputedStyle(field).fontSize) < 16)
      .map(field => field.getAttribute('aria-label') ?? field.outerHTML),
  );
}

/** Pairs of controls of which one covers a part of the other. */
async function overlaps(root: Locator): Promise<string[]> {
  return root.evaluate(element => {
    const controls = [...element.querySelectorAll('button, input, select, textarea')].filter(
      control => control.checkVisibility({visibilityProperty: true}) && !control.closest('[data-at=body]'),
    );
    // The bar with Send lies over what scrolls below it.
    const bar = element.querySelector('[type=submit]')?.parentElement;
    const named = controls.filter(control => !bar?.contains(control));
    return named.flatMap((one, index) =>
      named.slice(index + 1).flatMap(other => {
        const [first, second] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
        const apart =
          first.right <= second.left + 1 ||
          second.right <= first.left + 1 ||
          first.bottom <= second.top + 1 ||
          second.bottom <= first.top + 1;
        return apart ? [] : [`${one.outerHTML.slice(0, 80)} and ${other.outerHTML.slice(0, 80)}`];
      }),
    );
  });
}
