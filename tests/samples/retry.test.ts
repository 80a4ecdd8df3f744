import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';

import {chosenLanguages} from '../../src/plugin/languages';
import {readRecipe} from '../../src/plugin/recipes';
import type {Language} from '../../src/snippets';
import {json, startRecordingServer, type Recorded, type Reply} from './support/recordingServer';
import {prepareSamples, run, workFolder, type Outcome} from './support/runSample';

const {tabs: languages} = chosenLanguages({});

/** The program as it stands, and with a limit lowered that no test can wait for. */
const variants = {
  'as it stands': (code: string): string => code,
  'with a second for an answer': (code: string): string =>
    code.replace(/\b30(?:_000)?\b/, found => found.replace('30', '1')),
  'with two attempts': (code: string): string =>
    code.replace(/(attempts\s*=\s*)5/i, (_, name: string) => `${name}2`),
} as const;
type Variant = keyof typeof variants;

let folder: string;
let commands: readonly (readonly [string, ...string[]])[];

beforeAll(async () => {
  folder = await workFolder();
  const recipe = readRecipe(join('docs', 'recipes', 'retry'), languages);
  const samples = Object.values(variants).flatMap(change =>
    languages.map(({id}, index) => ({language: id, code: change(recipe[index]?.code ?? '')})),
  );
  commands = await prepareSamples(samples, folder);
}, 480_000);

async function runAgainst(baseUrl: string, language: Language, variant: Variant): Promise<Outcome> {
  const place = Object.keys(variants).indexOf(variant);
  const index = place * languages.length + languages.findIndex(({id}) => id === language);
  const env = {CLOUDINDEX_API_KEY: 'ck_test', CLOUDINDEX_BASE_URL: baseUrl};
  return run(commands[index] ?? ['false'], folder, env);
}

interface Played extends Outcome {
  readonly tries: readonly Recorded[];
}

/** Runs the recipe against a server that does one after another, and the last for ever. */
async function play(
  language: Language,
  replies: readonly [Reply, ...Reply[]],
  variant: Variant = 'as it stands',
): Promise<Played> {
  const server = await startRecordingServer();
  server.play(replies);
  const outcome = await runAgainst(server.origin, language, variant);
  await server.close();
  return {...outcome, tries: server.take()};
}

const created = json(201, '{"id": "usr_1", "email": "ada@example.com"}');

function busy(status: number, retryAfter: string): Reply {
  return json(status, '{"title": "Busy", "detail": "Come back later."}', {'Retry-After': retryAfter});
}

const brokenAnswers: readonly (readonly [how: string, reply: Reply])[] = [
  ['the connection is closed without an answer', response => response.socket?.end()],
  ['the connection is reset', response => response.socket?.resetAndDestroy()],
  ['the head breaks off', response => response.socket?.end('HTTP/1.1 201 Created\r\nContent-Ty')],
  [
    'the body breaks off',
    response => response.writeHead(201).write('{"id": "usr', () => response.socket?.end()),
  ],
];

/** The one header field of each try. */
function fieldOf(tries: readonly Recorded[], name: string): string[] {
  return tries.map(({headers}) => headers.find(([field]) => field.toLowerCase() === name)?.[1] ?? '');
}

/** The user is there, after so many tries that were all the same request. */
function expectCreated({exitCode, stdout, tries}: Played, count: number): void {
  expect({exitCode, tries: tries.length}).toEqual({exitCode: 0, tries: count});
  expect(stdout.match(/ada@example\.com/g), stdout).toHaveLength(1);
  expect(stdout).not.toContain('Busy');
  const [key] = fieldOf(tries, 'idempotency-key');
  expect(key).toMatch(/^[0-9a-f-]{32,}$/i);
  expect(new Set(fieldOf(tries, 'idempotency-key'))).toEqual(new Set([key]));
  expect(new Set(fieldOf(tries, 'authorization'))).toEqual(new Set(['Bearer ck_test']));
  const bodies = tries.map(({body}) => JSON.parse(body.toString()));
  expect(bodies).toEqual(tries.map(() => ({email: 'ada@example.com', name: 'Ada Lovelace'})));
}

/** A date some whole seconds after now, as HTTP writes it. */
function dateAfter(seconds: number): {text: string; atMs: number} {
  const atMs = (Math.floor(Date.now() / 1000) + seconds) * 1000;
  return {text: new Date(atMs).toUTCString(), atMs};
}

describe.concurrent.each(languages)('in $label', ({id: language}) => {
  test.each(brokenAnswers)('the request is sent again when %s', async (_, broken) => {
    expectCreated(await play(language, [broken, created]), 2);
  });

  test('the request is sent again when no answer comes in time', async () => {
    const played = await play(language, [() => {}, created], 'with a second for an answer');
    // On a slow machine the second answer can be late as well.
    expect(played.tries.length).toBeGreaterThan(1);
    expectCreated(played, played.tries.length);
  });

  test('a server that cannot be reached is given up', async () => {
    const server = await startRecordingServer();
    await server.close();
    const {exitCode, stderr} = await runAgainst(server.origin, language, 'with two attempts');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/gave up after 2 attempts: ./i);
  });

  test('429 and every status in the 500s are asked again', async () => {
    const statuses = [429, 500, 502, 504] as const;
    const [first, ...others] = statuses.map(status => busy(status, '0'));
    expectCreated(await play(language, [first ?? created, ...others, created]), 5);
  });

  test('seconds in Retry-After are waited for', async () => {
    const played = await play(language, [busy(429, '2'), created]);
    expectCreated(played, 2);
    expect(gapMs(played)).toBeGreaterThanOrEqual(2000 - TIMER_MS);
  });

  test('a date in Retry-After is waited for', async () => {
    let dueMs = Infinity;
    const untilDate: Reply = response => {
      const {text, atMs} = dateAfter(3);
      dueMs = atMs;
      busy(429, text)(response);
    };
    const played = await play(language, [untilDate, created]);
    expectCreated(played, 2);
    expect(played.tries[1]?.atMs).toBeGreaterThanOrEqual(dueMs - TIMER_MS);
  });

  test.each(['soon', '-5', 'Wed, 99 Oct 2015 07:28:00 GMT'])(
    'Retry-After: %s means nothing, and the program waits by itself',
    async retryAfter => {
      const played = await play(language, [busy(503, retryAfter), created]);
      expectCreated(played, 2);
      expect(gapMs(played)).toBeGreaterThanOrEqual(500 - TIMER_MS);
    },
  );

  test.each(['86400', '99999999999999999999', 'Fri, 31 Dec 9999 23:59:59 GMT'])(
    'Retry-After: %s is too long to wait, and told',
    async retryAfter => {
      const {exitCode, stdout, stderr, tries} = await play(language, [busy(429, retryAfter)]);
      expect({exitCode, stdout, tries: tries.length}).toEqual({exitCode: 1, stdout: '', tries: 1});
      expect(stderr).toContain(`Retry-After: ${retryAfter}`);
      expect(stderr).toContain('Come back later.');
    },
  );

  test.each(['Wed, 21 Oct 2015 07:28:00 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT'])(
    'after five attempts, each of which may be repeated since %s, the program gives up and says why',
    async past => {
      const {exitCode, stdout, stderr, tries} = await play(language, [busy(503, past)]);
      expect({exitCode, stdout, tries: tries.length}).toEqual({exitCode: 1, stdout: '', tries: 5});
      expect(stderr).toMatch(/gave up after 5 attempts: 503/i);
      expect(stderr).toContain('Come back later.');
    },
  );

  test.each([400, 422])('%i is not asked again', async status => {
    const {exitCode, stdout, stderr, tries} = await play(language, [busy(status, '0'), created]);
    expect({exitCode, stdout, tries: tries.length}).toEqual({exitCode: 1, stdout: '', tries: 1});
    expect(stderr).toContain(String(status));
    expect(stderr).toContain('Come back later.');
  });
});

/** By how much a timer may be early: it counts in milliseconds, of another clock than the server's. */
const TIMER_MS = 20;

function gapMs({tries: [first, second]}: Played): number {
  return (second?.atMs ?? 0) - (first?.atMs ?? 0);
}
