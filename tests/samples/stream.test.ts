import {spawn} from 'node:child_process';
import {expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import rules from '../../src/cloudindex/mock/rules';
import {createMock, type Mock} from '../../src/mock/mock';
import {createPageMock} from '../../src/mock/page';
import {reproductionRequest} from '../../src/request/examples/reproduce';
import {generateSnippet, languages, type Language} from '../../src/snippets';
import {createSend, sendTo} from '../mock/support/client';
import {serveMock} from '../mock/support/serveMock';
import {prepareSamples, workFolder} from './support/runSample';

const api = await loadApi('static/openapi.yaml');
const FIRST_PIECES = 3;

/** A mock that streams the first pieces of an answer, then waits until it is let go on. */
function haltingMock() {
  let pieces = 0;
  let goOn = (): void => {};
  const gate = new Promise<void>(resolve => (goOn = resolve));
  const wait = (_ms: number, signal: AbortSignal): Promise<void> =>
    pieces++ < FIRST_PIECES
      ? Promise.resolve()
      : Promise.race([
          gate,
          new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
        ]);
  return {wait, goOn};
}

async function startSample(language: Language, baseUrl: string) {
  const operation = api.operations.find(({id}) => id === 'streamMessage');
  if (!operation) {
    throw new Error('The document has no streamMessage.');
  }
  const request = reproductionRequest(operation, undefined, baseUrl);
  const folder = await workFolder();
  const code = generateSnippet(request, language, {credentials: 'fallback'});
  const [[program, ...args] = ['false']] = await prepareSamples([{language, code}], folder);
  const child = spawn(program, args, {cwd: folder, stdio: ['ignore', 'pipe', 'ignore'], detached: true});
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const ended = new Promise<number | null>(resolve => child.once('close', resolve));
  return {child, output: () => output, ended};
}

async function messageStatuses(mock: Mock): Promise<string[]> {
  const {data} = await (await sendTo(mock)('GET', '/threads/thr_2b7vka/messages?limit=100')).json();
  return data.map(({status}: {status: string}) => status);
}

test.each(languages)('$label shows an answer piece by piece, while it is being written', async ({id}) => {
  const {wait, goOn} = haltingMock();
  const {baseUrl, close} = await serveMock(createMock({rules, api, wait}));
  const sample = await startSample(id, baseUrl);
  await expect.poll(sample.output, {timeout: 60_000}).toContain('message.delta');
  expect(sample.output()).not.toContain('message.completed');
  goOn();
  expect(await sample.ended).toBe(0);
  expect(sample.output()).toContain('message.completed');
  await close();
});

test.each(languages)('a $label sample that is stopped stops the answer on the server', async ({id}) => {
  const {wait} = haltingMock();
  const mock = createMock({rules, api, wait});
  const {baseUrl, close} = await serveMock(mock);
  const sample = await startSample(id, baseUrl);
  await expect.poll(sample.output, {timeout: 60_000}).toContain('message.delta');
  process.kill(-(sample.child.pid ?? 0), 'SIGKILL');
  await sample.ended;
  await expect.poll(() => messageStatuses(mock), {timeout: 10_000}).toContain('stopped');
  await close();
});

test('in the page, an answer comes piece by piece, and stops when the request is aborted', async () => {
  const {wait} = haltingMock();
  const page = createPageMock({rules, api, wait});
  const send = createSend(page.baseUrl, page.fetch);
  const controller = new AbortController();
  const response = await send('POST', '/threads/thr_2b7vka/messages/stream', {
    body: {content: 'How long does a refund take?'},
    signal: controller.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('message.delta')) {
    text += (await reader?.read())?.value ?? '';
  }
  controller.abort();
  await expect(reader?.read().then(() => reader.read())).rejects.toThrow();
  const {data} = await (await send('GET', '/threads/thr_2b7vka/messages?limit=100')).json();
  expect(data.at(-1)).toMatchObject({role: 'assistant', status: 'stopped'});
});
