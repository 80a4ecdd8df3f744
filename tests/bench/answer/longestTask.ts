/**
 * Sends a request that 5 MB of JSON answer, and measures the longest task of the page's main thread while the answer comes,
 * is shown in each view, scrolled, searched and folded. Prints a table. Needs a built site that is served:
 * `npx docusaurus build && npx docusaurus serve --port 3300`, then `npx tsx tests/bench/answer/longestTask.ts http://localhost:3300`.
 */
import {chromium, type Page} from '@playwright/test';

import {chromiumLaunchOptions} from '../../support/chromium';
import {longestTask, serveLargeAnswer} from '../support/largeAnswer';

const SITE = process.argv[2] ?? 'http://localhost:3300';
const RUNS = 3;

async function measure(page: Page, origin: string): Promise<ReadonlyMap<string, number>> {
  await page.goto(`${SITE}/api/users/list-users`);
  await page.locator('html[data-has-hydrated="true"]').waitFor();
  await page.getByRole('button', {name: 'Try it'}).first().click();
  await page.getByLabel('Server').selectOption('custom');
  await page.getByLabel('Base URL').fill(origin);
  await page.getByLabel('API key').fill('any');
  const send = page.getByRole('button', {name: 'Send', exact: true});
  const answer = page.getByRole('region', {name: 'Response'});
  const view = (name: string) => answer.getByRole('button', {name, exact: true});
  // The parts that show an answer are loaded and compiled with the first one.
  await send.click();
  await answer.getByText('usr_0').first().waitFor();

  const figures = new Map<string, number>();
  const step = async (name: string, act: () => Promise<void>): Promise<void> => {
    figures.set(name, await longestTask(page, act));
  };
  await step('Send to shown', async () => {
    await send.click();
    await answer.getByText('Sending to').waitFor({state: 'detached'});
    await answer.getByText('usr_0').first().waitFor();
  });
  await step('Checked against the document', async () => {
    await answer.getByText(/As documented|Not as documented|What was checked matches/).waitFor();
  });
  const text = answer.getByRole('group', {name: 'Response body'});
  await step('Pretty: scroll to the end', () => text.evaluate(box => box.scrollTo(0, box.scrollHeight)));
  await step('Tree', async () => {
    await view('Tree').click();
    await answer.getByRole('tree').waitFor();
  });
  const tree = answer.getByRole('tree');
  await step('Tree: open all', () => view('Open all').click());
  await step('Tree: scroll to the end', () => tree.evaluate(box => box.scrollTo(0, box.scrollHeight)));
  await step('Tree: search', async () => {
    await answer.getByRole('searchbox').fill('e');
    await answer
      .getByText(/found|of/)
      .first()
      .waitFor();
    await answer.getByRole('searchbox').press('Enter');
  });
  await step('Tree: fold the whole', async () => {
    await tree.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
  });
  await step('Raw', () => view('Raw').click());
  await step('Type', async () => {
    await view('Type').click();
    await answer.getByText('export interface').first().waitFor();
  });
  await step('Changes', async () => {
    await view('Changes').click();
    await answer.getByText(/No differences in/).waitFor();
  });
  return figures;
}

async function main(): Promise<void> {
  const {origin, bytes, close} = await serveLargeAnswer();
  const browser = await chromium.launch(chromiumLaunchOptions());
  const runs: ReadonlyMap<string, number>[] = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await browser.newPage();
    runs.push(await measure(page, origin));
    await page.close();
  }
  await browser.close();
  close();
  console.log(`| step, ${(bytes / 1e6).toFixed(1)} MB of JSON | longest task, ${RUNS} runs |\n|---|--:|`);
  for (const step of runs[0]?.keys() ?? []) {
    const times = runs.map(run => run.get(step) ?? 0).map(ms => (ms === 0 ? '< 50' : ms.toFixed(0)));
    console.log(`| ${step} | ${times.join(', ')} ms |`);
  }
}

void main();
