import {beforeEach, expect, test} from 'vitest';

import {isObject, member} from '../../src/api/json';
import {loadDocument} from '../../src/api/document/load';
import rules from '../../src/cloudindex/mock/rules';
import {createMock} from '../../src/mock/mock';
import {sendTo, uploadForm, type Send} from './support/client';

const {api, document} = await loadDocument('static/openapi.yaml');
const units: Readonly<Record<string, number>> = {megabyte: 1_000_000, hour: 3_600_000, minute: 60_000};
let now: number;
let send: Send;

/** A limit of the document (`x-limits`), in bytes or milliseconds. */
function limit(name: string): number {
  const quantity = member(member(document['info'], 'x-limits'), name);
  const unit = isObject(quantity) ? units[String(quantity['unit'])] : undefined;
  expect(unit, `x-limits has ${name}, in a unit that this test knows`).toBeDefined();
  return Number(member(quantity, 'value')) * (unit ?? 0);
}

beforeEach(() => {
  now = Date.UTC(2026, 0, 2);
  send = sendTo(createMock({rules, api, clock: () => now}));
});

test('a body may be as large as the document says, and no larger', async () => {
  const status = async (bytes: number): Promise<number> => {
    const content = `{"query": "${'a'.repeat(bytes)}"}`.slice(-bytes);
    const headers = {'Content-Type': 'application/json'};
    return (await send('POST', '/search', {content, headers})).status;
  };
  expect(await status(limit('body'))).not.toBe(413);
  expect(await status(limit('body') + 1)).toBe(413);
});

test('a file may be as large as the document says, and no larger', async () => {
  const status = async (bytes: number): Promise<number> => {
    const content = uploadForm([{name: 'large.txt', text: 'a'.repeat(bytes)}]);
    return (await send('POST', '/documents', {content})).status;
  };
  expect(await status(limit('file'))).toBe(202);
  expect(await status(limit('file') + 1)).toBe(413);
});

test('an idempotency key is remembered as long as the document says, and no longer', async () => {
  const replayed = async (): Promise<string | null> => {
    const headers = {'Idempotency-Key': 'once'};
    const response = await send('POST', '/threads', {body: {title: 'Lamps'}, headers});
    return response.headers.get('Idempotent-Replayed');
  };
  expect(await replayed()).toBeNull();
  now += limit('idempotencyKey') - 1000;
  expect(await replayed()).toBe('true');
  now += 2000;
  expect(await replayed()).toBeNull();
});

test('an idempotency key belongs to the first request that succeeds: a rejected one can be corrected', async () => {
  const headers = {'Idempotency-Key': 'corrected'};
  const statusFor = async (email: string): Promise<number> =>
    (await send('POST', '/users', {body: {email, name: 'Ada'}, headers})).status;
  const {data} = await (await send('GET', '/users')).json();
  expect(await statusFor(data[0].email)).toBe(409);
  expect(await statusFor('corrected@example.com')).toBe(201);
  expect(await statusFor('corrected@example.com')).toBe(201);
  expect(await statusFor('another@example.com')).toBe(422);
});

test('a window of requests lasts as long as the document says', async () => {
  const left = async (): Promise<number> =>
    Number((await send('GET', '/users')).headers.get('X-RateLimit-Remaining'));
  const first = await left();
  now += limit('rateWindow') - 1000;
  expect(await left()).toBe(first - 1);
  now += 2000;
  expect(await left()).toBe(first);
});
