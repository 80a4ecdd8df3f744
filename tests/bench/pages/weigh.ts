/**
 * Weighs an endpoint page beside a plain page of the same build and the same text: JavaScript in gzip, requests, and main-thread time at
 * 4 × CPU throttle. Prints a table; the ratios are what counts, as machines differ. Run: npm run bench:pages
 */
import {chromium, type Browser} from '@playwright/test';

import {chromiumLaunchOptions} from '../../support/chromium';
import {serveBuild} from '../../support/serveBuild';
import {median} from '../support/table';
import {openWeighed, type Weight} from '../support/weighPage';

const RUNS = 5;
const PLAIN_PAGE = '/fixtures/create-user';
const ENDPOINT_PAGE = '/api/users/create-user';

interface PageWeight extends Weight {
  readonly largestPaintMs: number;
}

async function weigh(browser: Browser, url: string): Promise<PageWeight> {
  const {page, weightAtRest, close} = await openWeighed(browser, url);
  const weighed = await weightAtRest();
  const largestPaintMs = await page.evaluate(
    () =>
      new Promise<number>(resolve => {
        new PerformanceObserver(list => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  await close();
  return {...weighed, largestPaintMs};
}

function medians(weights: readonly PageWeight[]): PageWeight {
  const of = (pick: (weight: PageWeight) => number): number => median(weights.map(pick));
  return {
    requests: of(weight => weight.requests),
    scriptBytes: of(weight => weight.scriptBytes),
    totalBytes: of(weight => weight.totalBytes),
    mainThreadMs: of(weight => weight.mainThreadMs),
    largestPaintMs: of(weight => weight.largestPaintMs),
  };
}

function row(name: string, weight: PageWeight): string {
  const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  return `| ${name} | ${weight.requests} | ${kB(weight.scriptBytes)} | ${kB(weight.totalBytes)} | ${weight.mainThreadMs.toFixed(0)} ms | ${weight.largestPaintMs.toFixed(0)} ms |`;
}

async function main(): Promise<void> {
  const {close, origin} = await serveBuild(process.argv[2] ?? 'build');
  const browser = await chromium.launch(chromiumLaunchOptions());
  const plain: PageWeight[] = [];
  const endpoint: PageWeight[] = [];
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
