import {createServer} from 'node:net';
import {afterEach, expect, test} from 'vitest';

import {createSend} from './support/client';
import {listening, startMock, stopMocks} from './support/runMock';

afterEach(stopMocks);

test('a line a request is logged, and no key in it', async () => {
  const mock = startMock('--port', '0');
  const url = await listening(mock);
  await fetch(`${url}/users?limit=1`, {headers: {Authorization: 'Bearer secret-of-somebody'}});
  await expect.poll(mock.output).toContain('GET /v1/users 401');
  expect(mock.output()).not.toContain('secret-of-somebody');
});

test('a signal to end lets the mock end by itself', async () => {
  const mock = startMock('--port', '0');
  await listening(mock);
  mock.child.kill('SIGTERM');
  expect(await mock.ended).toBe(0);
});

test('a port that is already in use is named, with what to do', async () => {
  const taken = createServer();
  await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const mock = startMock('--port', String(port));
  expect(await mock.ended).toBe(1);
  expect(mock.output()).toContain(`Port ${port} is already in use`);
  taken.close();
});

test('an option that does not exist, or a port that is none, ends with a message', async () => {
  const unknown = startMock('--colour', 'red');
  expect(await unknown.ended).not.toBe(0);
  expect(unknown.output()).toContain('--colour');
  const wrong = startMock('--port', 'http');
  expect(await wrong.ended).not.toBe(0);
  expect(wrong.output()).toContain('http is not a port');
});

const faulty = ['--port', '0', '--spec', 'tests/fixtures/openapi/unknownLocation.yaml'];

test('the faults of a document are told with their places, and it is answered for all the same', async () => {
  const mock = startMock(...faulty);
  const url = await listening(mock);
  // They are looked for when it answers already.
  await expect.poll(mock.output, {timeout: 30_000}).toContain('listed in');
  expect(mock.output()).toMatch(/unknownLocation\.yaml has 1 fault\..*\n.*unknownLocation\.yaml:11:\d+/);
  expect(mock.output()).toMatch(/listed in \.cache\/unknownLocation\.yaml\.faults\.txt/);
  expect((await fetch(`${new URL(url).origin}/things`)).status).toBe(200);
});

test('a document with faults is refused where it may have none, with their places', async () => {
  const mock = startMock(...faulty, '--strict');
  expect(await mock.ended).toBe(2);
  expect(mock.output()).toMatch(/unknownLocation\.yaml:11:\d+/);
});

test('what is no OpenAPI document is refused', async () => {
  const mock = startMock('--port', '0', '--spec', 'package.json');
  expect(await mock.ended).toBe(2);
  expect(mock.output()).toMatch(/package\.json {2}This is not an OpenAPI document/);
});

test('whether it is up can be asked, outside of the API', async () => {
  const url = await listening(startMock('--port', '0', '--quiet'));
  const health = await fetch(new URL('/_mock/health', url));
  expect([health.status, await health.json()]).toEqual([200, {status: 'ok'}]);
});

test('a scenario, a seed and silence are options', async () => {
  const mock = startMock('--port', '0', '--quiet', '--seed', '5', '--rate-limit', '1');
  const send = createSend(await listening(mock), fetch);
  const created = await send('POST', '/threads', {body: {}});
  expect((await send('GET', '/threads')).status).toBe(429);
  const again = startMock('--port', '0', '--quiet', '--seed', '5');
  const same = await createSend(await listening(again), fetch)('POST', '/threads', {body: {}});
  expect((await same.json()).id).toBe((await created.json()).id);
  expect(mock.output()).not.toContain('POST');
});

test('another document gets a mock without a line of code', async () => {
  const url = await listening(startMock('--port', '0', '--spec', 'tests/fixtures/openapi/pets.yaml'));
  expect(url).toMatch(/\/api$/);
  const pets = await fetch(`${url}/users`, {headers: {'X-Key': 'mock-key'}});
  expect(await pets.json()).toEqual({items: [{id: 1, name: 'Rex', kind: 'dog'}]});
});
