import type {Page} from '@playwright/test';
import {createServer} from 'node:http';

const MEGABYTES = 5;

/** Answers everything with 5 MB of JSON, to any page of this machine; at any free port unless one is given. */
export async function serveLargeAnswer(
  askedPort = 0,
): Promise<{readonly origin: string; readonly bytes: number; readonly close: () => void}> {
  const body = largeAnswer();
  const server = createServer((request, response) => {
    const cors = {
      'Access-Control-Allow-Origin': '*',
      // The wildcard does not cover Authorization.
      'Access-Control-Allow-Headers': 'Authorization, *',
    };
    response.writeHead(200, {...cors, 'Content-Type': 'application/json'});
    response.end(request.method === 'OPTIONS' ? '' : body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${askedPort} is taken. Stop what uses it and run the bench again.`;
      reject(error.code === 'EADDRINUSE' ? new Error(taken) : error);
    });
    server.listen(askedPort, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {origin: `http://127.0.0.1:${port}`, bytes: body.length, close: () => server.close()};
}

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
export async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  const start = await page.evaluate(() => performance.now());
  await act();
  // Tasks are told of when they are over and the page is idle.
  await page.evaluate(
    () => new Promise(resolve => requestIdleCallback(() => setTimeout(resolve, 100), {timeout: 10_000})),
  );
  return page.evaluate(async from => {
    const tasks = await new Promise<PerformanceEntry[]>(resolve => {
      const observer = new PerformanceObserver(list => resolve(list.getEntries()));
      observer.observe({type: 'longtask', buffered: true});
      setTimeout(() => resolve([]), 200);
    });
    return Math.max(0, ...tasks.filter(({startTime}) => startTime >= from).map(({duration}) => duration));
  }, start);
}
