import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';

import {createSend, uploadForm, type Send} from './support/client';
import {listening, startMock, stopMocks, type RunningMock} from './support/runMock';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mock-data-'));
});

afterEach(async () => {
  stopMocks();
  await rm(folder, {recursive: true, force: true});
});

async function start(): Promise<{mock: RunningMock; send: Send}> {
  const mock = startMock('--port', '0', '--quiet', '--data', join(folder, 'data'));
  return {mock, send: createSend(await listening(mock), fetch)};
}

async function kill({child, ended}: RunningMock): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}

test('whatever was answered survives kill -9 in the midst of requests', async () => {
  const {mock, send} = await start();
  const created: string[] = [];
  const work = Array.from({length: 40}, async (_, index) => {
    const response = await send('POST', '/users', {body: {email: `u${index}@example.com`, name: 'U'}});
    created.push((await response.json()).id);
    if (created.length === 20) {
      await kill(mock);
    }
  });
  await Promise.allSettled(work);
  expect(created.length).toBeGreaterThanOrEqual(20);
  const {send: again} = await start();
  const {data} = await (await again('GET', '/users?limit=100')).json();
  expect(data.map(({id}: {id: string}) => id)).toEqual(expect.arrayContaining(created));
});

test('files, deletions and the next id are kept too', async () => {
  const first = await start();
  const upload = {content: uploadForm([{name: 'kept.txt', text: 'kept over a restart'}])};
  const [{id}] = (await (await first.send('POST', '/documents', upload)).json()).data;
  await first.send('DELETE', '/threads/thr_2b7vka');
  await kill(first.mock);
  const {send} = await start();
  expect(await (await send('GET', `/documents/${id}/content`)).text()).toBe('kept over a restart');
  expect((await send('GET', '/threads/thr_2b7vka')).status).toBe(404);
  const [other] = (await (await send('POST', '/documents', upload)).json()).data;
  expect(other.id).not.toBe(id);
});

test('a folder that another mock uses is left to it', async () => {
  const {send} = await start();
  const second = startMock('--port', '0', '--data', join(folder, 'data'));
  expect(await second.ended).toBe(2);
  expect(second.output()).toContain('is in use by another mock');
  expect((await send('GET', '/users')).status).toBe(200);
});

test('a folder with other files, or a file, is not touched', async () => {
  await writeFile(join(folder, 'letter.txt'), 'Dear reader');
  const mock = startMock('--port', '0', '--data', folder);
  expect(await mock.ended).toBe(2);
  expect(mock.output()).toContain('holds other files, such as letter.txt');
  const onFile = startMock('--port', '0', '--data', join(folder, 'letter.txt'));
  expect(await onFile.ended).toBe(2);
  expect(await readdir(folder)).toEqual(['letter.txt']);
  expect(await readFile(join(folder, 'letter.txt'), 'utf8')).toBe('Dear reader');
});

test('data that is broken is told so, and not overwritten', async () => {
  const {mock} = await start();
  await kill(mock);
  const data = join(folder, 'data');
  const manifest = (await readdir(data)).find(name => name.startsWith('MANIFEST')) ?? '';
  await writeFile(join(data, manifest), 'rubbish');
  const again = startMock('--port', '0', '--data', data);
  expect(await again.ended).toBe(2);
  expect(again.output()).toContain('Nothing was changed');
  expect(await readFile(join(data, manifest), 'utf8')).toBe('rubbish');
});
