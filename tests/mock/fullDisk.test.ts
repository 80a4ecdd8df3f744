import {mkdir, mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';

import {createSend, uploadForm, type Send} from './support/client';
import {listening, startMock, startMockOnFullDisk, stopMocks, type RunningMock} from './support/runMock';

// Without what tsx keeps, the program starts slowly, and some of these tests start it several times.
vi.setConfig({testTimeout: 300_000});

/** In kB: room for what a new folder starts with and for some requests. */
const ROOM = 48;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mock-full-'));
});

afterEach(async () => {
  stopMocks();
  await rm(folder, {recursive: true, force: true});
});

function options(): readonly string[] {
  return ['--port', '0', '--quiet', '--rate-limit', '100000', '--data', join(folder, 'data')];
}

async function sendTo(mock: RunningMock): Promise<Send> {
  return createSend(await listening(mock), fetch);
}

async function restarted({child, ended}: RunningMock): Promise<Send> {
  child.kill('SIGKILL');
  await ended;
  return sendTo(startMock(...options()));
}

const metadata = {note: 'n'.repeat(400)};

/** Creates users, some at a time, until the disk is full. */
async function fill(send: Send): Promise<{stored: readonly string[]; refused: readonly Response[]}> {
  const stored: string[] = [];
  const refused: Response[] = [];
  for (let round = 0; refused.length === 0; round++) {
    const responses = await Promise.all(
      Array.from({length: 8}, (_, index) =>
        send('POST', '/users', {body: {email: `u${round}.${index}@example.com`, name: 'U', metadata}}),
      ),
    );
    for (const response of responses) {
      if (response.status === 201) {
        stored.push((await response.json()).id);
      } else {
        refused.push(response);
      }
    }
  }
  return {stored, refused};
}

async function idsOf(send: Send): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = await send('GET', `/users?limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`);
    const {data, next_cursor}: {data: {id: string}[]; next_cursor: string | null} = await page.json();
    ids.push(...data.map(({id}) => id));
    cursor = next_cursor;
  }
  return ids.toSorted();
}

test('on a full disk, what was answered with success is there, and nothing that was refused, also after a restart', async () => {
  const mock = startMockOnFullDisk(ROOM, ...options());
  const send = await sendTo(mock);
  const seeded = await idsOf(send);
  const {stored, refused} = await fill(send);
  const expected = [...seeded, ...stored].toSorted();
  expect(stored.length).toBeGreaterThan(0);
  expect(await idsOf(send)).toEqual(expected);

  const [first] = refused;
  expect([first?.status, first?.headers.get('Content-Type')]).toEqual([507, 'application/problem+json']);
  const problem = await first?.json();
  expect(problem).toMatchObject({status: 507, title: 'Insufficient Storage'});
  expect(problem.detail).toMatch(
    /nothing of this request was stored.*Free some disk space, then restart it\.$/,
  );
  expect(problem.detail).not.toContain(folder);
  expect(mock.output()).toContain(`${join(folder, 'data')} can no longer be written`);

  expect(await idsOf(await restarted(mock))).toEqual(expected);
});

test('after a write that failed, smaller ones are refused too, and reads go on', async () => {
  const mock = startMockOnFullDisk(ROOM, ...options());
  const send = await sendTo(mock);
  const upload = (name: string, text: string): Promise<Response> =>
    send('POST', '/documents', {content: uploadForm([{name, text}])});
  const [kept] = (await (await upload('kept.txt', 'kept')).json()).data;
  const large = await upload('large.txt', 'x'.repeat(200_000));
  expect([large.status, (await large.json()).status]).toEqual([507, 507]);

  const key = {'Idempotency-Key': 'k1'};
  const user = {body: {email: 'small@example.com', name: 'S'}, headers: key};
  const writes = await Promise.all([
    upload('small.txt', 's'),
    send('POST', '/users', user),
    send('POST', '/users', user),
    send('PATCH', '/users/usr_123abc', {body: {name: 'Other'}}),
    send('DELETE', `/documents/${kept.id}`),
    send('DELETE', '/threads/thr_2b7vka'),
  ]);
  expect(writes.map(({status}) => status)).toEqual([507, 507, 507, 507, 507, 507]);
  const reads = async (from: Send): Promise<unknown[]> => [
    await (await from('GET', `/documents/${kept.id}/content`)).text(),
    (await (await from('GET', '/users/usr_123abc')).json()).name,
    (await from('GET', '/threads/thr_2b7vka')).status,
    (await (await from('GET', '/documents')).json()).data.map(({name}: {name: string}) => name),
    (await from('POST', '/search', {body: {query: 'kept'}})).status,
  ];
  const before = await reads(send);
  expect(before.slice(0, 3)).toEqual(['kept', 'John Doe', 200]);
  expect(before[3]).not.toContain('large.txt');

  const again = await restarted(mock);
  expect(await reads(again)).toEqual(before);
  expect((await again('POST', '/users', user)).status).toBe(201);
});

test('a folder for which the disk has no room is told so at the start, and serves once there is room', async () => {
  const mock = startMockOnFullDisk(0, ...options());
  expect(await mock.ended).toBe(2);
  expect(mock.output()).toContain(`${join(folder, 'data')} cannot be opened or written`);
  expect(mock.output()).toContain('Free some disk space');
  expect(await readdir(join(folder, 'data')).catch(() => [])).toEqual([]);

  const small = startMockOnFullDisk(1, ...options());
  expect(await small.ended).toBe(2);
  const send = await sendTo(startMock(...options()));
  expect((await send('GET', '/users/usr_123abc')).status).toBe(200);
});

test('data for which the disk has no room any more is told so at the start, and is all there once there is room', async () => {
  const first = startMock(...options());
  const send = await sendTo(first);
  const {id} = await (await send('POST', '/users', {body: {email: 'a@example.com', name: 'A'}})).json();
  first.child.kill('SIGKILL');
  await first.ended;
  const full = startMockOnFullDisk(0, ...options());
  expect(await full.ended).toBe(2);
  expect(full.output()).toContain('Nothing in it was lost. Free some disk space');
  expect((await (await sendTo(startMock(...options())))('GET', `/users/${id}`)).status).toBe(200);
});

test('a folder that cannot be made is told so', async () => {
  await mkdir(join(folder, 'there'));
  await writeFile(join(folder, 'there', 'file'), '');
  const mock = startMock('--port', '0', '--data', join(folder, 'there', 'file', 'data'));
  expect(await mock.ended).toBe(2);
  expect(mock.output()).toMatch(
    /cannot be opened or written: .*Free some disk space and check that you can write there/,
  );
});
