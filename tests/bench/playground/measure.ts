import type {Browser, Page} from '@playwright/test';
import {setTimeout as delay} from 'node:timers/promises';

import {longestTask} from '../support/largeAnswer';
import {openWeighed} from '../support/weighPage';
import type {FollowingCode, Form, Peer, Sending} from './peer';

/** What one run gives; a figure that is missing has its reason in {@link Run.reasons}. */
export interface Run {
  readonly figures: ReadonlyMap<Figure, number>;
  readonly reasons: ReadonlyMap<Figure, string>;
}

export const figures = [
  'requests',
  'script',
  'total',
  'main thread',
  'script of the form',
  'click to form',
  'key to code',
  'answer shown',
  'longest task',
] as const;
export type Figure = (typeof figures)[number];

const PATIENCE_MS = 60_000;
const KEY_PATIENCE_MS = 10_000;
const KEYS = 5;

/** Measures a peer once: its page, its form, its code, its way with an answer of 5 MB. */
export async function measure(browser: Browser, peer: Peer, site: string, server: string): Promise<Run> {
  const found = new Map<Figure, number>();
  const reasons = new Map<Figure, string>();
  const attempt = async <Recipe extends object>(
    recipe: Recipe | {readonly lacks: string},
    wanted: readonly Figure[],
    take: (recipe: Recipe) => Promise<readonly number[]>,
  ): Promise<void> => {
    if ('lacks' in recipe) {
      wanted.forEach(figure => reasons.set(figure, recipe.lacks));
      return;
    }
    try {
      const values = await Promise.race([take(recipe), outOfPatience()]);
      wanted.forEach((figure, index) => found.set(figure, values[index] ?? Number.NaN));
    } catch (error) {
      const [line = ''] = String(error).split('\n');
      wanted.forEach(figure => reasons.set(figure, line.replace(/^.*Error: /, '')));
    }
  };

  const {page, weightNow, weightAtRest, close} = await openWeighed(
    browser,
    site + peer.createUser,
    peer.sign,
  );
  page.setDefaultTimeout(PATIENCE_MS);
  const before = await weightAtRest();
  found.set('requests', before.requests);
  found.set('script', before.scriptBytes);
  found.set('total', before.totalBytes);
  found.set('main thread', before.mainThreadMs);
  await attempt(peer.form, ['click to form', 'script of the form'], async form => {
    const ms = await clickToForm(page, form);
    // What comes later, such as what shows an answer, is fetched ahead while the reader types.
    return [ms, (await weightNow()).scriptBytes - before.scriptBytes];
  });
  await attempt(peer.code, ['key to code'], async code => [await keyToCode(page, code)]);
  await close();

  const context = await browser.newContext();
  await attempt(peer.answer, ['answer shown', 'longest task'], async sending =>
    sendForLargeAnswer(await context.newPage(), site + peer.listUsers, sending, server),
  );
  await context.close();
  return {figures: found, reasons};
}

/** A page that is busy answers no question, so the clock is here. */
async function outOfPatience(): Promise<never> {
  await delay(2 * PATIENCE_MS, undefined, {ref: false});
  throw new Error(`took longer than ${(2 * PATIENCE_MS) / 1000} s`);
}

/** From the click until the first field can be typed in. */
async function clickToForm(page: Page, {open, field}: Form): Promise<number> {
  await open(page).waitFor();
  // Wrapped, so that it is listening, not done, when the handle is here.
  const watch = await page.evaluateHandle(
    selector => ({
      ms: (async () => {
        const {timeStamp} = await new Promise<Event>(resolve =>
          window.addEventListener('click', resolve, {capture: true, once: true}),
        );
        for (;;) {
          const found = document.querySelector(selector);
          if (found?.checkVisibility() && !found.matches(':disabled')) {
            return performance.now() - timeStamp;
          }
          await new Promise(requestAnimationFrame);
        }
      })(),
    }),
    field,
  );
  await open(page).click();
  return watch.evaluate(({ms}) => ms);
}

/** From a key until the code says something else: the mean of a few keys. */
async function keyToCode(page: Page, {edit, sample}: FollowingCode): Promise<number> {
  await edit(page);
  let sum = 0;
  for (let key = 0; key < KEYS; key++) {
    const watch = await page.evaluateHandle(
      ([selector, patience]) => ({
        ms: (async () => {
          const before = [...document.querySelectorAll(selector)].map(code => code.textContent).join();
          const {timeStamp} = await new Promise<Event>(resolve =>
            window.addEventListener('keydown', resolve, {capture: true, once: true}),
          );
          while (performance.now() - timeStamp < patience) {
            if ([...document.querySelectorAll(selector)].map(code => code.textContent).join() !== before) {
              return performance.now() - timeStamp;
            }
            await new Promise(requestAnimationFrame);
          }
          throw new Error(`did not follow within ${patience / 1000} s`);
        })(),
      }),
      [sample, KEY_PATIENCE_MS] as const,
    );
    await page.keyboard.press('m');
    sum += await watch.evaluate(({ms}) => ms);
  }
  return sum / KEYS;
}

/** From the click on Send until the first rows are in the page, and the longest task until it is at rest. */
async function sendForLargeAnswer(
  page: Page,
  url: string,
  {fill, send}: Sending,
  origin: string,
): Promise<readonly number[]> {
  page.setDefaultTimeout(2 * PATIENCE_MS);
  await page.goto(url, {waitUntil: 'networkidle'});
  await fill(page, origin);
  await send(page).waitFor();
  let shownMs = Number.NaN;
  const longest = await longestTask(page, async () => {
    const watch = await page.evaluateHandle(
      patience => ({
        ms: (async () => {
          const {timeStamp} = await new Promise<Event>(resolve =>
            window.addEventListener('click', resolve, {capture: true, once: true}),
          );
          while (performance.now() - timeStamp < patience) {
            if (document.body.textContent.includes('user1@example.com')) {
              return performance.now() - timeStamp;
            }
            await new Promise(requestAnimationFrame);
          }
          throw new Error(`was not shown within ${patience / 1000} s`);
        })(),
      }),
      PATIENCE_MS,
    );
    await send(page).click();
    shownMs = await watch.evaluate(({ms}) => ms);
  });
  return [shownMs, longest];
}
