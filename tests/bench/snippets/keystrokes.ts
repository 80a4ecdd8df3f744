import {chromium, type CDPSession, type Page} from '@playwright/test';

import type {Operation} from '../../../src/api/operation';
import type {ApiRequest} from '../../../src/request/apiRequest';
import {buildRequest} from '../../../src/request/wire/build';
import {initialValues} from '../../../src/request/examples/initialValues';
import type {RequestValues} from '../../../src/request/values';
import {chromiumLaunchOptions} from '../../support/chromium';
import {bundleForBrowser} from './bundle';
import {tools} from './tools';

const KEYSTROKES = 200;
const BODY_BYTES = 10_000;
const THROTTLE = 4;
/** A keystroke that makes no samples, which shows what of the times is the measurement's own. */
export const NOTHING = 'nothing';

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
 * Times each tool, and {@link NOTHING}, in one page, at a quarter of the processor's speed, in turn for each keystroke, so that a machine that
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
    await session.send('Performance.enable', {timeDomain: 'threadTicks'});
    await session.send('Emulation.setCPUThrottlingRate', {rate: THROTTLE});
    const values = initialValues(operation);
    const {request} = buildRequest(operation, values, {baseUrl: BASE_URL, credentials: []});
    const times = await measure(page, session, {
      ids: [...tools.map(({id}) => id), NOTHING],
      operation,
      values,
      request,
      texts: typedTexts(),
    });
    return new Map([...times].map(([id, list]) => [id, summary(list)]));
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

/**
 * Each keystroke is a task of its own. What it costs is the time that the page's main thread ran, not what the clock
 * says: on a machine that does other things too, that would count those.
 */
async function measure(page: Page, session: CDPSession, work: Work): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(work.ids.map(id => [id, []]));
  await page.evaluate(all => Object.assign(globalThis, {work: all}), work);
  await evaluate(session, String(pressKey));
  for (const turn of work.texts.keys()) {
    for (const offset of work.ids.keys()) {
      const id = work.ids[(turn + offset) % work.ids.length] ?? '';
      const before = await taskTime(session);
      await evaluate(session, `pressKey(${JSON.stringify(id)}, ${turn})`);
      times.get(id)?.push((await taskTime(session)) - before);
    }
  }
  return times;
}

/** Runs in the page. */
function pressKey(id: string, turn: number): void {
  if (id === 'nothing') {
    return;
  }
  const {operation, values, request, texts} = Reflect.get(globalThis, 'work');
  const tool = Reflect.get(globalThis, id);
  const mediaType = values.mediaType;
  const text = texts[turn];
  const make =
    id === 'ours'
      ? tool.adapter(operation, {...values, bodies: {[mediaType]: {type: 'text', text}}})
      : tool.adapter({...request, body: {type: 'json', mediaType, text}});
  for (const language of ['curl', 'node', 'python', 'go']) {
    if (!make(language).includes('Person 1')) {
      throw new Error(`The sample of ${id} in ${language} lacks the body.`);
    }
  }
}

/** Without the wrapping of `page.evaluate`, which at this speed costs more than some of the tools. */
async function evaluate(session: CDPSession, expression: string): Promise<void> {
  const {exceptionDetails} = await session.send('Runtime.evaluate', {expression});
  if (exceptionDetails) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
}

async function taskTime(session: CDPSession): Promise<number> {
  const {metrics} = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({name}) => name === 'TaskDuration')?.value ?? Number.NaN);
}

function summary(times: readonly number[]): KeystrokeTime {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return {median: at(0.5), percentile95: at(0.95)};
}
