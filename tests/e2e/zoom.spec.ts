import type {Page} from '@playwright/test';

import {expect, fitsTheWindow, openTryIt, test, visit} from './support/test';

const createUser = '/api/users/create-user';

/** 1280 px at 200 %, as WCAG 1.4.10 and 1.4.4 have it: half as wide, and the same text twice as large. */
test.use({viewport: {width: 640, height: 450}});

/** Controls and headings that lie over one another, by their names; empty when each has its own place. */
async function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** What of a part is in sight, given that its ancestors may cut it off. */
    const seen = (part: Element): {left: number; right: number; top: number; bottom: number} => {
      let {left, right, top, bottom} = part.getBoundingClientRect();
      for (let box = part.parentElement; box; box = box.parentElement) {
        if (getComputedStyle(box).overflow !== 'visible') {
          const edge = box.getBoundingClientRect();
          [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
          [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
        }
      }
      return {left, right, top, bottom};
    };
    const sticks = (part: Element | null): boolean =>
      part !== null && (/sticky|fixed/.test(getComputedStyle(part).position) || sticks(part.parentElement));
    const name = ({id, textContent, tagName}: HTMLElement): string =>
      `${tagName} ${id || textContent.trim().slice(0, 30)}`;
    const parts = [...document.querySelectorAll<HTMLElement>('main :is(h1, h2, h3, button, input, select)')]
      .filter(part => part.checkVisibility({visibilityProperty: true, opacityProperty: true}))
      .map(part => ({part, box: seen(part)}))
      .filter(({box}) => box.right - box.left > 1 && box.bottom - box.top > 1);
    return parts.flatMap(({part, box}, index) =>
      parts
        .slice(index + 1)
        .filter(
          other =>
            !part.contains(other.part) &&
            !other.part.contains(part) &&
            // What sticks to an edge lies over what scrolls by.
            sticks(part) === sticks(other.part) &&
            Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 1 &&
            Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 1,
        )
        .map(other => `${name(part)} and ${name(other.part)}`),
    );
  });
}

async function enlargeText(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
}

for (const path of ['/', '/quickstart', createUser]) {
  test(`at 200 % ${path} fits the window and nothing overlaps`, async ({page}) => {
    await visit(page, path);
    expect(await fitsTheWindow(page)).toBe(true);
    expect(await overlaps(page)).toEqual([]);
  });

  test(`with text at 200 % ${path} fits the window and nothing overlaps`, async ({page}) => {
    await visit(page, path);
    await enlargeText(page);
    expect(await fitsTheWindow(page)).toBe(true);
    expect(await overlaps(page)).toEqual([]);
  });
}

test('at 200 % an open form fits the window and nothing overlaps', async ({page}) => {
  await openTryIt(page, createUser);
  expect(await fitsTheWindow(page)).toBe(true);
  expect(await overlaps(page)).toEqual([]);
  await enlargeText(page);
  expect(await fitsTheWindow(page)).toBe(true);
  expect(await overlaps(page)).toEqual([]);
});
