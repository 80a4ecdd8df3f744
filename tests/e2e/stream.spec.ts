import type {Page} from '@playwright/test';

import {axeViolations, expect, fitsTheWindow, openTryIt, test} from './support/test';

/**
 * Sends a question whose answer streams, in a page where time passes only when the test says so.
 * It asks once with the clock running, since what the page fetches by need may wait for a timer before it shows.
 */
async function ask(page: Page): Promise<void> {
  await openTryIt(page, '/api/chat/stream-message');
  const send = page.getByRole('button', {name: 'Send', exact: true});
  const events = page.getByRole('list', {name: 'Events'});
  const streaming = page.getByText('Streaming…');
  await send.click();
  await expect(events).toContainText('message.completed');
  await expect(streaming).toBeHidden();
  // On a phone the answer lies over the form.
  await page.keyboard.press('Escape');
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await send.click();
  await expect(streaming).toBeVisible();
  await expect(events.getByRole('listitem')).toHaveCount(1);
  await expect(events).toContainText('message.started');
}

test('events of a stream show as they come, and the whole response at the end', async ({page}) => {
  await ask(page);
  const events = page.getByRole('list', {name: 'Events'});
  await expect(events.getByRole('listitem')).toHaveCount(1);
  await expect(page.getByText('Streaming…')).toBeVisible();
  await page.clock.runFor(50);
  await expect(events.getByRole('listitem')).toHaveCount(2);
  await page.clock.runFor(10_000);
  await expect(events.getByRole('listitem').last()).toContainText('message.completed');
  await expect(page.getByText('Streaming…')).toBeHidden();
  // Each event by what the document says of it.
  await expect(page.getByText('As documented: status, headers, media type, body.')).toBeVisible();
});

test('the pieces of a stream are joined to a text, which stands still with the events', async ({page}) => {
  await ask(page);
  const text = page.getByRole('group', {name: 'Text of the stream'});
  await page.clock.runFor(50);
  await expect(text).not.toBeEmpty();
  await page.getByRole('button', {name: 'Pause'}).click();
  const paused = (await text.textContent()) ?? '';
  await page.clock.runFor(50);
  expect(await text.textContent()).toBe(paused);
  await page.getByRole('button', {name: 'Resume'}).click();
  await page.clock.runFor(10_000);
  await expect(page.getByText('Streaming…')).toBeHidden();
  const whole = (await text.textContent()) ?? '';
  expect(whole.length).toBeGreaterThan(paused.length);
  expect(whole.startsWith(paused)).toBe(true);
  await expect(page.getByRole('list', {name: 'Events'}).getByRole('listitem').last()).toContainText(
    whole.trim().slice(0, 20),
  );
  // Axe waits for timers.
  await page.clock.resume();
  expect(await axeViolations(page)).toEqual([]);
});

test('a paused stream stands still, and goes on with what came meanwhile', async ({page}) => {
  await ask(page);
  const events = page.getByRole('list', {name: 'Events'});
  await page.getByRole('button', {name: 'Pause'}).click();
  await page.clock.runFor(100);
  await expect(events.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', {name: 'Resume'}).click();
  await expect.poll(() => events.getByRole('listitem').count()).toBeGreaterThan(1);
});

test('a stream that is stopped keeps what came, here and on the server', async ({page}) => {
  await ask(page);
  await page.clock.runFor(50);
  await page.getByRole('button', {name: 'Cancel'}).click();
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('You stopped the response');
  await expect(page.getByRole('list', {name: 'Events'})).toContainText('message.delta');
  await page.clock.resume();
  await openTryIt(page, '/api/chat/list-messages');
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('"stopped"');
});

test('a stream is stopped beside the events, with the keyboard', async ({page}) => {
  await ask(page);
  await page.getByRole('button', {name: 'Stop'}).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', {name: 'Response'})).toContainText('You stopped the response');
  await expect(page.getByRole('list', {name: 'Events'})).toContainText('message.started');
  await expect(page.getByRole('region', {name: 'Response'})).toBeFocused();
});

test('a stream that ends under the hand of who would pause it leaves the focus at the response', async ({
  page,
}) => {
  await ask(page);
  await page.getByRole('button', {name: 'Pause'}).focus();
  await page.clock.runFor(10_000);
  await expect(page.getByText('Streaming…')).toBeHidden();
  await expect(page.getByRole('region', {name: 'Response'})).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({viewport: {width: 390, height: 844}, colorScheme: 'dark'});

  test('a stream fits the window', async ({page}) => {
    await ask(page);
    await page.clock.runFor(10_000);
    await expect(page.getByRole('list', {name: 'Events'})).toContainText('message.completed');
    expect(await fitsTheWindow(page)).toBe(true);
    // axe waits for time to pass.
    await page.clock.resume();
    expect(await axeViolations(page)).toEqual([]);
  });
});
