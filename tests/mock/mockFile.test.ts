import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import {mockProgram} from '../../src/plugin/mockFile';
import {listening, startProgram, stopMocks} from './support/runMock';

const headers = {Authorization: 'Bearer ck_mock_4242'};
const origin = 'https://docs.example.com';

/** Far from the packages of this repository, as on the machine of somebody who has only the file. */
let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mock-file-'));
  file = join(folder, 'mock.mjs');
  const api = await loadApi('static/openapi.yaml');
  await writeFile(file, await mockProgram({api, rules: resolve('src/cloudindex/mock/rules.ts'), origin}));
});
afterEach(stopMocks);
afterAll(() => rm(folder, {recursive: true}));

test('the downloaded mock runs alone, with the rules of the API', async () => {
  const url = await listening(startProgram(folder, file, '--port', '0'));
  const body = JSON.stringify({email: 'ada@example.com', name: 'Ada Lovelace'});
  const create = async (): Promise<Response> =>
    fetch(`${url}/users`, {method: 'POST', headers: {...headers, 'Content-Type': 'application/json'}, body});
  expect((await create()).status).toBe(201);
  expect((await create()).status).toBe(409);
});

test('the downloaded mock lets pages of its site in, and no others', async () => {
  const url = await listening(startProgram(folder, file, '--port', '0'));
  const statusFrom = async (page: string): Promise<number> =>
    (await fetch(`${url}/users`, {headers: {...headers, Origin: page}})).status;
  expect(await statusFrom(origin)).toBe(200);
  expect(await statusFrom('https://elsewhere.example.com')).toBe(403);
});

test('the downloaded mock lists its own options, and rejects those that need the source', async () => {
  const help = startProgram(folder, file, '--help');
  expect(await help.ended).toBe(0);
  expect(help.output()).toContain('node mock.mjs [options]');
  expect(help.output()).not.toContain('--data');
  const data = startProgram(folder, file, '--data=kept');
  expect(await data.ended).toBe(2);
  expect(data.output()).toContain("Unknown option '--data'");
});
