import {beforeEach, expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import rules from '../../src/cloudindex/mock/rules';
import {createMock, type Mock} from '../../src/mock/mock';
import {sendTo, type Send} from './support/client';

const api = await loadApi('static/openapi.yaml');
const STREAM = '/threads/thr_2b7vka/messages/stream';
const question = {content: 'How long does a refund take?'};
let mock: Mock;
let send: Send;

beforeEach(() => {
  mock = createMock({rules, api, wait: () => Promise.resolve()});
  send = sendTo(mock);
});

function stream(key: string, body: object = question): Promise<Response> {
  return send('POST', STREAM, {body, headers: {'Idempotency-Key': key}});
}

async function messages(): Promise<{id: string; role: string; status: string}[]> {
  return (await (await send('GET', '/threads/thr_2b7vka/messages?limit=100')).json()).data;
}

test('a repeated request gets the same stream again, and the question is asked once', async () => {
  const before = await messages();
  const first = await stream('one');
  const events = await first.text();
  expect(first.headers.get('Idempotent-Replayed')).toBeNull();
  const second = await stream('one');
  expect(second.headers.get('Idempotent-Replayed')).toBe('true');
  expect(await second.text()).toBe(events);
  expect(await messages()).toHaveLength(before.length + 2);
});

test('an answer whose stream broke off is completed under the same id when the request is repeated', async () => {
  const before = await messages();
  const reader = (await stream('two')).body?.getReader();
  await reader?.read();
  await reader?.read();
  await reader?.cancel();
  const stopped = (await messages()).at(-1);
  expect(stopped?.status).toBe('stopped');
  expect(await (await stream('two')).text()).toContain('message.completed');
  expect(await messages()).toHaveLength(before.length + 2);
  expect((await messages()).at(-1)).toMatchObject({id: stopped?.id, status: 'completed'});
});

test('a repetition that is stopped leaves a complete answer complete', async () => {
  await (await stream('three')).text();
  const reader = (await stream('three')).body?.getReader();
  await reader?.read();
  await reader?.read();
  await reader?.cancel();
  expect((await messages()).at(-1)?.status).toBe('completed');
});

test('the same key with another question is refused, and points to the header', async () => {
  await (await stream('four')).text();
  const refused = await stream('four', {content: 'Who may reset a password?'});
  expect(refused.status).toBe(422);
  expect((await refused.json()).errors).toMatchObject([{in: 'header', pointer: '#/Idempotency-Key'}]);
});

test('without a key, the same question is asked again', async () => {
  const before = await messages();
  await (await send('POST', STREAM, {body: question})).text();
  await (await send('POST', STREAM, {body: question})).text();
  expect(await messages()).toHaveLength(before.length + 4);
});
