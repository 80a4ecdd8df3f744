import {beforeEach, describe, expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import rules from '../../src/cloudindex/mock/rules';
import {createMock, type Mock} from '../../src/mock/mock';
import {createPageMock} from '../../src/mock/page';
import {CALM} from '../../src/mock/scenario';
import {createSend, sendTo, type Send} from './support/client';

const api = await loadApi('static/openapi.yaml');
let now: number;
let mock: Mock;
let send: Send;
let waits: number[];

beforeEach(() => {
  now = Date.UTC(2026, 0, 2, 3, 4, 5);
  waits = [];
  mock = createMock({
    rules,
    api,
    clock: () => now,
    wait: ms => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  send = sendTo(mock);
});

describe('the header Prefer', () => {
  test('code gets any documented status, and says that it was applied', async () => {
    const response = await send('POST', '/users', {headers: {Prefer: 'code=409'}, body: {}});
    expect(response.status).toBe(409);
    expect(response.headers.get('Preference-Applied')).toBe('code=409');
    expect(await response.json()).toMatchObject({title: 'User already exists'});
  });

  test('code gets an error that the document does not name, as problem details', async () => {
    const response = await send('GET', '/users', {headers: {Prefer: 'code=418'}});
    expect(response.status).toBe(418);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  });

  test('example gets the documented example of that name', async () => {
    const headers = {Prefer: 'code=409, example=lastAdministrator'};
    const response = await send('PATCH', '/users/usr_123abc', {headers, body: {}});
    expect((await response.json()).detail).toMatch(/administrator/i);
  });

  test('dynamic makes values from the schema', async () => {
    const response = await send('GET', '/users/usr_123abc', {headers: {Prefer: 'dynamic=true'}});
    const user = await response.json();
    expect(user.id).toMatch(/^usr_/);
    expect(user.email).not.toBe('user@example.com');
  });

  test('what is not the mock’s is ignored, as RFC 7240 asks', async () => {
    const response = await send('GET', '/users', {headers: {Prefer: 'respond-async'}});
    expect(response.status).toBe(200);
    expect(response.headers.has('Preference-Applied')).toBe(false);
  });

  test('what the document lacks gets 400, with what it has', async () => {
    const response = await send('GET', '/users', {headers: {Prefer: 'code=299'}});
    expect(response.status).toBe(400);
    expect((await response.json()).detail).toMatch(/the status 299\. This operation documents 200,/);
  });
});

describe('a scenario', () => {
  test('slow answers wait, typical ones less', async () => {
    mock.play({latency: 'slow'});
    await send('GET', '/users');
    mock.play({latency: 'typical'});
    await send('GET', '/users');
    mock.play({latency: 'none'});
    await send('GET', '/users');
    const [slow = 0, typical = 0, ...more] = waits;
    expect(slow).toBeGreaterThan(typical);
    expect(typical).toBeGreaterThan(0);
    expect(more).toEqual([]);
  });

  test('failures come about as often as asked, with Retry-After', async () => {
    mock.play({failureRate: 0.5});
    const statuses = await Promise.all(
      Array.from({length: 200}, async () => {
        const {status, headers} = await send('GET', '/users');
        return status === 503 ? headers.get('Retry-After') : status;
      }),
    );
    const failed = statuses.filter(status => status === '1').length;
    expect(failed).toBeGreaterThan(60);
    expect(failed).toBeLessThan(140);
  });

  test('a rate limit counts down, refuses with Retry-After, and is over after per minute', async () => {
    mock.play({rateLimit: 2});
    const remaining = async () => (await send('GET', '/users')).headers.get('X-RateLimit-Remaining');
    expect([await remaining(), await remaining()]).toEqual(['1', '0']);
    const refused = await send('GET', '/users');
    expect(refused.status).toBe(429);
    now += Number(refused.headers.get('Retry-After')) * 1000;
    expect((await send('GET', '/users')).status).toBe(200);
  });

  test('offline breaks the connection, in the page as `fetch` does', async () => {
    mock.play({offline: true});
    expect((await send('GET', '/users')).type).toBe('error');
    const page = createPageMock({rules, api});
    page.play({offline: true});
    await expect(createSend(page.baseUrl, page.fetch)('GET', '/users')).rejects.toThrow(TypeError);
  });

  test('an expired key is told so', async () => {
    mock.play({expiredKey: true});
    const response = await send('GET', '/users');
    expect(response.status).toBe(401);
    expect((await response.json()).detail).toContain('expired');
  });

  test('an empty account holds nothing, and what was stored is back afterwards', async () => {
    const count = async () => (await (await send('GET', '/users?limit=100')).json()).data.length;
    const before = await count();
    mock.play({emptyAccount: true});
    expect(await count()).toBe(0);
    await send('POST', '/users', {body: {email: 'ada@example.com', name: 'Ada'}});
    expect(await count()).toBe(1);
    mock.play({emptyAccount: false});
    expect(await count()).toBe(before);
  });

  test('a reset ends it and forgets what happened', async () => {
    mock.play({latency: 'slow', expiredKey: true});
    await mock.reset();
    expect(mock.scenario()).toEqual(CALM);
    expect(mock.inspect().requests).toEqual([]);
  });
});

test('the inspector shows what is stored and what the last requests did', async () => {
  const heard: number[] = [];
  mock.subscribe(() => heard.push(mock.inspect().requests.length));
  const {id} = await (await send('POST', '/users', {body: {email: 'ada@example.com', name: 'Ada'}})).json();
  await send('DELETE', `/users/${id}`);
  const {tables, requests} = mock.inspect();
  expect(tables.map(({name}) => name)).toEqual(['users', 'documents', 'threads', 'messages']);
  expect(
    requests.map(({method, path, status, operationId, changes}) => [
      method,
      path,
      status,
      operationId,
      changes,
    ]),
  ).toEqual([
    ['DELETE', `/v1/users/${id}`, 204, 'deleteUser', [{table: 'users', id, type: 'deleted'}]],
    ['POST', '/v1/users', 201, 'createUser', [{table: 'users', id, type: 'stored'}]],
  ]);
  expect(heard).toEqual([1, 2]);
});

test('the scenario of a tab outlives a reload', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  createPageMock({rules, api, storage}).play({latency: 'slow', failureRate: 0.25});
  expect(createPageMock({rules, api, storage}).scenario()).toMatchObject({
    latency: 'slow',
    failureRate: 0.25,
  });
});
