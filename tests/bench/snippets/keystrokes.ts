import {chromium, type Page} from '@playwright/test';

import type {Operation} from '../../../src/api/operation';
import type {ApiRequest} from '../../../src/request/apiRequest';
import {buildRequest} from '../../../src/request/build';
import {initialValues} from '../../../src/request/initialValues';
import type {RequestValues} from '../../../src/request/values';
import {chromiumLaunchOptions} from '../../support/chromium';
import {bundleForBrowser} from './bundle';
import {tools} from './tools';

const KEYSTROKES = 200;
const BODY_BYTES = 10_000;
const THROTTLE = 4;
const BASE_URL = 'https://api.example.com/v1';

/** Milliseconds of the main thread for a keystroke: the body edited, all four samples made. */
export interface KeystrokeTime {
  readonly median: number;
  readonly percentile95: number;
}

interface Work {
  readonly ids: readonly string[];
  /** An `Operation`, whose type recurs deeper than the types of `page.evaluate` follow. */
  readonly operation: unknown;
  readonly values: RequestValues;
  readonly request: ApiRequest;
  readonly texts: readonly string[];
}

/**
 * Times each tool in one page, at a quarter of the processor's speed, in turn for each keystroke, so that a machine that
 * slows down slows all. Ours starts from what was typed; the others are given the request and convert it to their input.
 */
export async function timeKeystrokes(operation: Operation): Promise<ReadonlyMap<string, KeystrokeTime>> {
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const page = await browser.newPage();
    for (const {id} of tools) {
      const entry = id === 'ours' ? 'adapters/oursFromValues' : `adapters/${id}`;
      await page.addScriptTag({path: await bundleForBrowser(entry, id)});
    }
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', {rate: THROTTLE});
    const values = initialValues(operation);
    const {request} = buildRequest(operation, values, {baseUrl: BASE_URL, credentials: []});
    const times = await measure(page, {
      ids: tools.map(({id}) => id),
      operation,
      values,
      request,
      texts: typedTexts(),
    });
    return new Map(times.map(([id, list]) => [id, summary(list)]));
  } finally {
    await browser.close();
  }
}

/** A JSON body of 10 kB, then the same with each letter that is typed into one of its strings. */
function typedTexts(): readonly string[] {
  const members = Array.from({length: 1000}, (_, index) => ({
    id: index,
    name: `Person ${index} "Nick" O'Name`,
    roles: ['reader', 'editor'],
    ratio: index / 8,
    active: index % 2 === 0,
  }));
  const textOf = (count: number, note: string): string =>
    JSON.stringify({note, members: members.slice(0, count)}, null, 2);
  const count = members.findIndex((_, index) => textOf(index, '').length >= BODY_BYTES);
  return Array.from({length: KEYSTROKES}, (_, index) =>
    textOf(count, 'typed text '.repeat(20).slice(0, index)),
  );
}

function measure(page: Page, work: Work): Promise<[id: string, times: number[]][]> {
  return page.evaluate(async ({ids, operation, values, request, texts}) => {
    const times = ids.map((id): [string, number[]] => [id, []]);
    const {mediaType = 'application/json'} = values;
    for (const [turn, text] of texts.entries()) {
      for (const offset of ids.keys()) {
        const [id, list] = times[(turn + offset) % ids.length] ?? ['', []];
        const tool = Reflect.get(globalThis, id);
        // A task of its own, as a key press is.
        await new Promise(resolve => setTimeout(resolve));
        const start = performance.now();
        const make =
          id === 'ours'
            ? tool.adapter(operation, {...values, bodies: {[mediaType]: {type: 'text', text}}})
            : tool.adapter({...request, body: {type: 'json', mediaType, text}});
        const samples = ['curl', 'node', 'python', 'go'].map(language => make(language));
        list.push(performance.now() - start);
        if (samples.some(sample => !sample.includes('Person 1'))) {
          throw new Error(`A sample of ${id} lacks the body.`);
        }
      }
    }
    return times;
  }, work);
}

function summary(times: readonly number[]): KeystrokeTime {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return {median: at(0.5), percentile95: at(0.95)};
}
