/**
 * Sends a request that 5 MB of JSON answer, and measures the longest task of the page's main thread while the answer comes,
 * is shown in each view, scrolled, searched and folded. Prints a table. Needs a built site that is served:
 * `npx docusaurus build && npx docusaurus serve --port 3300`, then `npx tsx tests/bench/answer/longestTask.ts http://localhost:3300`.
 */
import {chromium, type Page} from '@playwright/test';
import {createServer} from 'node:http';

import {chromiumLaunchOptions} from '../../support/chromium';

const SITE = process.argv[2] ?? 'http://localhost:3300';
const MEGABYTES = 5;
const RUNS = 3;

/** Users as the API lists them, with what is hard to show: many digits, escapes, long texts. */
function largeAnswer(): string {
  const data: string[] = [];
  for (let id = 0, length = 0; length < MEGABYTES * 1_000_000; id++) {
    const item = `{"id":"usr_${id}","email":"user${id}@example.com","name":"Zo\\u00eb ${id}","big":90071992547409${id}.10,"role":"user","metadata":{"company":"Acme","tags":["a","b",${id}]},"created_at":"2026-01-01T00:00:00Z"}`;
    data.push(item);
    length += item.length + 1;
  }
  return `{"data":[${data.join(',')}],"next_cursor":null}`;
}

/** The longest task from the start of an action until the page is at rest, in milliseconds; 0 when none took 50 ms. */
async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  const start = await page.evaluate(() => performance.now());
  await act();
  // Tasks are told of when they are over and the page is idle.
  await page.evaluate(() => new Promise(resolve => requestIdleCallback(() => setTimeout(resolve, 100))));
  return page.evaluate(async from => {
    const tasks = await new Promise<PerformanceEntry[]>(resolve => {
      const observer = new PerformanceObserver(list => resolve(list.getEntries()));
      observer.observe({type: 'longtask', buffered: true});
      setTimeout(() => resolve([]), 200);
    });
    return Math.max(0, ...tasks.filter(({startTime}) => startTime >= from).map(({duration}) => duration));
  }, start);
}

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
    await answer.getByText(/As documented|Not as documented/).waitFor();
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
    await answer.getByText('Nothing has changed').waitFor();
  });
  return figures;
}

async function main(): Promise<void> {
  const body = largeAnswer();
  const server = createServer((request, response) => {
    const cors = {'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*'};
    response.writeHead(200, {...cors, 'Content-Type': 'application/json'});
    response.end(request.method === 'OPTIONS' ? '' : body);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const browser = await chromium.launch(chromiumLaunchOptions());
  const runs: ReadonlyMap<string, number>[] = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await browser.newPage();
    runs.push(await measure(page, `http://127.0.0.1:${port}`));
    await page.close();
  }
  await browser.close();
  server.close();
  console.log(
    `| step, ${(body.length / 1e6).toFixed(1)} MB of JSON | longest task, ${RUNS} runs |\n|---|--:|`,
  );
  for (const step of runs[0]?.keys() ?? []) {
    const times = runs.map(run => run.get(step) ?? 0).map(ms => (ms === 0 ? '< 50' : ms.toFixed(0)));
    console.log(`| ${step} | ${times.join(', ')} ms |`);
  }
}

void main();
