import type {Browser, CDPSession, Page} from '@playwright/test';

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
  readonly weight: () => Promise<Weight>;
  readonly close: () => Promise<void>;
}

/** Opens a page with nothing cached and a CPU four times slower, and waits until the network is quiet. */
export async function openWeighed(browser: Browser, url: string): Promise<WeighedPage> {
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
  return {
    page,
    weight: async () => ({
      requests: types.size,
      scriptBytes,
      totalBytes,
      mainThreadMs: await mainThreadMs(session),
    }),
    close: () => context.close(),
  };
}

async function mainThreadMs(session: CDPSession): Promise<number> {
  const {metrics} = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({name}) => name === 'TaskDuration')?.value ?? 0);
}
