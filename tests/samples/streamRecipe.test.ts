import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';

import {chosenLanguages} from '../../src/plugin/languages';
import {readRecipe} from '../../src/plugin/recipes';
import type {Language} from '../../src/snippets';
import {json, startRecordingServer, type Recorded, type Reply} from './support/recordingServer';
import {prepareSamples, run, workFolder, type Outcome} from './support/runSample';

const {tabs: languages} = chosenLanguages({});

let folder: string;
let commands: readonly (readonly [string, ...string[]])[];

beforeAll(async () => {
  folder = await workFolder();
  const recipe = readRecipe(join('docs', 'recipes', 'stream-answer'), languages);
  const samples = languages.map(({id}, index) => ({language: id, code: recipe[index]?.code ?? ''}));
  commands = await prepareSamples(samples, folder);
}, 480_000);

interface Played extends Outcome {
  readonly tries: readonly Recorded[];
}

/** Runs the client against a server that has a thread, and then streams one reply after another. */
async function play(language: Language, replies: readonly Reply[]): Promise<Played> {
  const server = await startRecordingServer();
  server.play([json(201, '{"id": "thr_1"}'), ...replies]);
  const command = commands[languages.findIndex(({id}) => id === language)] ?? ['false'];
  const env = {CLOUDINDEX_API_KEY: 'ck_test', CLOUDINDEX_BASE_URL: server.origin};
  const outcome = await run(command, folder, env);
  await server.close();
  const tries = server.take().filter(({target}) => target.endsWith('/stream'));
  return {...outcome, tries};
}

function event(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

const started = event('message.started', {id: 'msg_1', thread_id: 'thr_1'});
const pieces = ['A refund ', 'takes five ', 'working days – größtenteils [1].'];
const citation = {document_id: 'doc_1', document_name: 'refund-policy.md', quote: 'Five working days.'};
const content = pieces.join('');
const deltas = pieces.map(text => event('message.delta', {text}));
const completed =
  event('message.citation', citation) + event('message.completed', {content, citations: [citation]});
const whole = started + deltas.join('') + completed;

/** Sends parts of a stream, then ends it well or breaks the connection. */
function stream(parts: readonly string[], end: 'ends' | 'breaks' = 'ends'): Reply {
  return response => {
    response.writeHead(200, {'Content-Type': 'text/event-stream'});
    const [last = '', ...others] = parts.toReversed();
    others.toReversed().forEach(part => response.write(part));
    response.write(last, () => (end === 'ends' ? response.end() : response.socket?.destroy()));
  };
}

/** Each byte on its own: a character, a line and an event arrive in parts. */
const inBytes: Reply = response => {
  response.writeHead(200, {'Content-Type': 'text/event-stream'});
  [...Buffer.from(whole)].forEach(byte => response.write(Buffer.of(byte)));
  response.end();
};

/** The client has shown the answer once, and asked the same question with the same key each time. */
function expectAnswer(language: Language, {exitCode, stdout, tries}: Played, count: number): void {
  expect({exitCode, tries: tries.length, stdout}).toEqual({exitCode: 0, tries: count, stdout});
  if (language === 'curl') {
    expect(stdout).toContain(event('message.completed', {content, citations: [citation]}));
  } else {
    expect(stdout.trim()).toBe(`${content}\nrefund-policy.md: Five working days.`);
  }
  const keys = tries.map(({headers}) => headers.find(([name]) => name.toLowerCase() === 'idempotency-key'));
  expect(keys[0]?.[1]).toMatch(/^[0-9a-f-]{32,}$/i);
  expect(new Set(keys.map(key => key?.[1])).size).toBe(1);
  expect(new Set(tries.map(({body}) => body.toString())).size).toBe(1);
}

const busyUntilDate: Reply = response => {
  const date = new Date(Date.now() + 2000).toUTCString();
  json(429, '{"status": 429, "detail": "Come back later."}', {'Retry-After': date})(response);
};

describe.concurrent.each(languages)('in $label', ({id: language}) => {
  test('an answer is shown with its sources', async () => {
    expectAnswer(language, await play(language, [stream([whole])]), 1);
  });

  test('an answer that arrives byte by byte is the same', async () => {
    expectAnswer(language, await play(language, [inBytes]), 1);
  });

  test('events that nobody knows, and comments, are ignored', async () => {
    const parts = [': still there\n\n', event('message.thinking', {text: 'Hm'}), whole];
    expectAnswer(language, await play(language, [stream(parts)]), 1);
  });

  test.each<[string, Reply]>([
    ['breaks in the middle', stream([started, deltas[0] ?? ''], 'breaks')],
    ['breaks within an event', stream([started, 'event: message.delta\nda'], 'breaks')],
    ['ends too early', stream([started, deltas[0] ?? '', deltas[1] ?? ''])],
    ['never starts', response => response.socket?.destroy()],
  ])('a stream that %s is asked for again, and nothing is shown twice', async (_, broken) => {
    expectAnswer(language, await play(language, [broken, stream([whole])]), 2);
  });

  test('a busy API is asked again when its date has come', async () => {
    expectAnswer(language, await play(language, [busyUntilDate, stream([whole])]), 2);
  });

  test('an answer that fails in the middle ends the program with the reason', async () => {
    const failed = event('message.failed', {status: 503, detail: 'CloudIndex is unavailable.'});
    const {exitCode, stdout, stderr, tries} = await play(language, [
      stream([started, deltas[0] ?? '', failed]),
    ]);
    expect({exitCode, tries: tries.length}).toEqual({exitCode: 1, tries: 1});
    expect(stdout + stderr).toContain('CloudIndex is unavailable.');
  });

  test('a question that is refused is not asked again', async () => {
    const refused = json(422, '{\n  "status": 422,\n  "detail": "One value is invalid."\n}');
    const {exitCode, stdout, stderr, tries} = await play(language, [refused]);
    expect({exitCode, tries: tries.length}).toEqual({exitCode: 1, tries: 1});
    expect(stdout + stderr).toContain('One value is invalid.');
  });

  test('after five streams that break, the program gives up', async () => {
    const {exitCode, tries} = await play(language, [stream([started], 'breaks')]);
    expect({exitCode, tries: tries.length}).toEqual({exitCode: 1, tries: 5});
  });
});
