/**
 * Weighs an endpoint page beside a plain page of the same build and the same text: JavaScript in gzip, requests, and main-thread time at
 * 4 × CPU throttle. Prints a table; the ratios are what counts, as machines differ. Run: npm run bench:pages
 */
import {chromium, type Browser} from '@playwright/test';

import {chromiumLaunchOptions} from '../../support/chromium';
import {serveBuild} from '../../support/serveBuild';

const RUNS = 5;
const PLAIN_PAGE = '/fixtures/create-user';
const ENDPOINT_PAGE = '/api/users/create-user';

interface Weight {
  readonly requests: number;
  readonly scriptBytes: number;
  readonly totalBytes: number;
  readonly mainThreadMs: number;
  readonly largestPaintMs: number;
}

async function weigh(browser: Browser, url: string): Promise<Weight> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', {rate: 4});
  const types = new Map<string, string>();
  let scriptBytes = 0;
  let totalBytes = 0;
  session.on('Network.responseReceived', ({requestId, type}) => types.set(requestId, type));
  session.on('Network.loadingFinished', ({requestId, encodedDataLength}) => {
    totalBytes += encodedDataLength;
    scriptBytes += types.get(requestId) === 'Script' ? encodedDataLength : 0;
  });
  await page.goto(url, {waitUntil: 'networkidle'});
  const largestPaintMs = await page.evaluate(
    () =>
      new Promise<number>(resolve => {
        new PerformanceObserver(list => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  const {metrics} = await session.send('Performance.getMetrics');
  const mainThreadMs = 1000 * (metrics.find(({name}) => name === 'TaskDuration')?.value ?? 0);
  await context.close();
  return {requests: types.size, scriptBytes, totalBytes, mainThreadMs, largestPaintMs};
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function medians(weights: readonly Weight[]): Weight {
  const of = (pick: (weight: Weight) => number): number => median(weights.map(pick));
  return {
    requests: of(weight => weight.requests),
    scriptBytes: of(weight => weight.scriptBytes),
    totalBytes: of(weight => weight.totalBytes),
    mainThreadMs: of(weight => weight.mainThreadMs),
    largestPaintMs: of(weight => weight.largestPaintMs),
  };
}

function row(name: string, weight: Weight): string {
  const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  return `| ${name} | ${weight.requests} | ${kB(weight.scriptBytes)} | ${kB(weight.totalBytes)} | ${weight.mainThreadMs.toFixed(0)} ms | ${weight.largestPaintMs.toFixed(0)} ms |`;
}

async function main(): Promise<void> {
  const {close, origin} = await serveBuild(process.argv[2] ?? 'build');
  const browser = await chromium.launch(chromiumLaunchOptions());
  const plain: Weight[] = [];
  const endpoint: Weight[] = [];
  // In turn, so that a machine that slows down slows both.
  for (let run = 0; run < RUNS; run++) {
    plain.push(await weigh(browser, origin + PLAIN_PAGE));
    endpoint.push(await weigh(browser, origin + ENDPOINT_PAGE));
  }
  await browser.close();
  close();
  const [floor, page] = [medians(plain), medians(endpoint)];
  console.log(
    '| page | requests | JavaScript | total | main thread | largest paint |\n|---|--:|--:|--:|--:|--:|',
  );
  console.log(row(PLAIN_PAGE, floor));
  console.log(row(ENDPOINT_PAGE, page));
  console.log(
    `\nJavaScript above the plain page: ${((page.scriptBytes - floor.scriptBytes) / 1000).toFixed(1)} kB`,
  );
  const ratios = endpoint.map(
    (weight, run) => weight.mainThreadMs / (plain[run]?.mainThreadMs ?? Number.NaN),
  );
  console.log(
    `Main-thread time, endpoint page / plain page, pair by pair: median ${median(ratios).toFixed(2)}`,
  );
}

void main();
