import type {Browser, CDPSession, Page} from '@playwright/test';
import {setTimeout as delay} from 'node:timers/promises';

/** What a page has cost so far. */
export interface Weight {
  readonly requests: number;
  /** As they came over the network, compressed. */
  readonly scriptBytes: number;
  readonly totalBytes: number;
  readonly mainThreadMs: number;
}

export interface WeighedPage {
  readonly page: Page;
  readonly weightNow: () => Promise<Weight>;
  readonly weightAtRest: () => Promise<Weight>;
  readonly close: () => Promise<void>;
}

/** For so long a page that is at rest starts no request and hardly works. */
const REST_MS = 1500;

/**
 * Opens a page with nothing cached and a CPU four times slower, and waits until it shows what the selector names, if one
 * is given, and is at rest.
 */
export async function openWeighed(browser: Browser, url: string, sign = 'body'): Promise<WeighedPage> {
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
  const weightNow = async (): Promise<Weight> => ({
    requests: types.size,
    scriptBytes,
    totalBytes,
    mainThreadMs: await mainThreadMs(session),
  });
  const weightAtRest = async (): Promise<Weight> => {
    for (let last = await weightNow(); ;) {
      await delay(REST_MS);
      const now = await weightNow();
      if (now.totalBytes === last.totalBytes && now.mainThreadMs - last.mainThreadMs < REST_MS / 10) {
        return now;
      }
      last = now;
    }
  };
  await page.goto(url);
  await page.locator(sign).first().waitFor();
  return {
    page,
    weightNow,
    weightAtRest,
    close: () => context.close(),
  };
}

async function mainThreadMs(session: CDPSession): Promise<number> {
  const {metrics} = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({name}) => name === 'TaskDuration')?.value ?? 0);
}
