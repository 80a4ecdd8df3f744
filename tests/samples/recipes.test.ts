import {readdirSync, readFileSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import rules from '../../src/cloudindex/mock/rules';
import {createMock, type Mock} from '../../src/mock/mock';
import {chosenLanguages} from '../../src/plugin/languages';
import {readRecipe} from '../../src/plugin/recipes';
import type {Language} from '../../src/snippets';
import {MOCK_KEY, sendTo} from '../mock/support/client';
import {serveMock, type ServedMock} from '../mock/support/serveMock';
import {complaints} from './support/complaints';
import {runSamples, workFolder, type Outcome} from './support/runSample';

const {tabs: languages} = chosenLanguages({});

const RECIPES = 'docs/recipes';
const DIRECTORY = readFileSync(join(RECIPES, 'sync-users', 'directory.csv'), 'utf8');
let mock: Mock;
let served: ServedMock;

beforeAll(async () => {
  // A clock that runs ahead, so that nobody waits for documents to be processed.
  mock = createMock({rules, api: await loadApi('static/openapi.yaml'), clock: () => Date.now() * 20});
  served = await serveMock(mock);
});

beforeEach(() => mock.reset());
afterAll(() => served.close());

async function runRecipe(
  name: string,
  language: Language,
  {
    key = MOCK_KEY,
    baseUrl = served.baseUrl,
    change = code => code,
    folder,
  }: {
    key?: string;
    baseUrl?: string;
    change?: (code: string) => string;
    folder?: string;
  } = {},
): Promise<Outcome> {
  const place = folder ?? (await workFolder());
  if (folder === undefined) {
    await writeFile(join(place, 'directory.csv'), DIRECTORY);
  }
  const index = languages.findIndex(({id}) => id === language);
  const code = change(readRecipe(join(RECIPES, name), languages)[index]?.code ?? '');
  const env = {CLOUDINDEX_API_KEY: key, CLOUDINDEX_BASE_URL: baseUrl};
  const [outcome] = await runSamples([{language, code}], place, env);
  return outcome ?? {exitCode: -1, stdout: '', stderr: ''};
}

describe.each(languages)('in $label', ({id: language}) => {
  test('a file is uploaded, waited for and asked about', async () => {
    const {exitCode, stdout, stderr} = await runRecipe('upload-and-ask', language);
    expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
    expect(stdout).toContain('desks.txt');
    expect(stdout).toContain('before nine in the morning');
  });

  test('all pages of users are read', async () => {
    const {exitCode, stdout} = await runRecipe('page-through', language);
    const {data} = await (await sendTo(mock)('GET', '/users?limit=100')).json();
    expect(exitCode).toBe(0);
    // Without a reader of JSON, the shell prints the pages as they are.
    const emails =
      language === 'curl'
        ? [...stdout.matchAll(/"email": "([^"]+)"/g)].map(([, email]) => email)
        : stdout.trim().split('\n');
    expect(emails).toEqual(data.map(({email}: {email: string}) => email));
    expect(data.length).toBeGreaterThan(2);
  });

  test('a busy API is asked again, and the user is created once', async () => {
    mock.play({failureRate: 1});
    let asked = 0;
    const calmDown = mock.subscribe(() => {
      asked++;
      if (asked === 2) {
        calmDown();
        mock.play({failureRate: 0});
      }
    });
    const {exitCode, stdout} = await runRecipe('retry', language);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('ada@example.com');
    const statuses = mock.inspect().requests.map(({status}) => status);
    expect(statuses.filter(status => status === 503).length).toBeGreaterThan(0);
    expect(statuses.filter(status => status === 201)).toHaveLength(1);
  });

  test('a document that fails ends the program with the reason', async () => {
    const {exitCode, stderr} = await runRecipe('upload-and-ask', language, {
      change: code => code.replace('Book a desk before nine in the morning.', '...'),
    });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('The file contains no text.');
  });

  test('a user is renamed, also if someone else is faster at first', async () => {
    let reads = 0;
    const stop = mock.subscribe(() => {
      // After the first read, someone else changes the user.
      if (mock.inspect().requests[0]?.method === 'GET' && reads++ === 0) {
        void sendTo(mock)('PATCH', '/users/usr_123abc', {body: {metadata: {}}});
      }
    });
    const {exitCode, stdout, stderr} = await runRecipe('update-safely', language);
    stop();
    expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
    expect(stdout).toContain('Jane Doe');
    const {name, metadata} = await (await sendTo(mock)('GET', '/users/usr_123abc')).json();
    expect({name, metadata}).toEqual({name: 'Jane Doe', metadata: {}});
    expect(mock.inspect().requests.map(({status}) => status)).toContain(412);
  });

  describe('users in sync with a directory', () => {
    async function sync(folder: string, directory: string): Promise<Outcome> {
      await writeFile(join(folder, 'directory.csv'), directory);
      return runRecipe('sync-users', language, {folder});
    }
    async function people(): Promise<string[]> {
      const {data} = await (await sendTo(mock)('GET', '/users?limit=100')).json();
      return data.slice(4).map(({email, name}: {email: string; name: string}) => `${email},${name}`);
    }

    test('people are created, renamed and deleted, and a second run does nothing', async () => {
      const folder = await workFolder();
      expect(await sync(folder, DIRECTORY)).toMatchObject({exitCode: 0, stderr: ''});
      expect((await people()).join('\n')).toBe(DIRECTORY.trim());
      expect(await sync(folder, DIRECTORY)).toMatchObject({exitCode: 0, stdout: ''});
      const changed = 'ada@example.com,Ada King\n';
      expect(await sync(folder, changed)).toMatchObject({exitCode: 0, stderr: ''});
      expect(await people()).toEqual(['ada@example.com,Ada King']);
    });

    test('nobody is deleted when most of the directory is missing', async () => {
      const folder = await workFolder();
      await sync(folder, DIRECTORY);
      const {exitCode, stderr} = await sync(folder, '\n');
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(/2 of 2 users would be deleted/);
      expect(await people()).toHaveLength(2);
    });

    test('a user whom someone has created by hand is reported, and the others are created', async () => {
      await sendTo(mock)('POST', '/users', {body: {email: 'ada@example.com', name: 'Ada'}});
      const {exitCode, stderr} = await sync(await workFolder(), DIRECTORY);
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(/^ada@example\.com: 409/m);
      expect(await people()).toHaveLength(2);
    });
  });

  test('a document that never gets ready is not asked for without end', async () => {
    const frozen = createMock({
      rules,
      api: await loadApi('static/openapi.yaml'),
      clock: () => Date.UTC(2026, 0),
    });
    const still = await serveMock(frozen);
    // A minute is long for a test: two questions show the limit too.
    const {exitCode, stderr} = await runRecipe('upload-and-ask', language, {
      baseUrl: still.baseUrl,
      change: code => code.replace(/(longest_?wait\s*=\s*)60/i, (_, name: string) => `${name}2`),
    });
    await still.close();
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/doc_\w+ is not ready after 2 s/);
    expect(frozen.inspect().requests.filter(({method}) => method === 'GET')).toHaveLength(2);
  });

  test('a missing key is told by name before anything is sent', async () => {
    for (const name of readdirSync(RECIPES)) {
      const {exitCode, stderr} = await runRecipe(name, language, {key: ''});
      expect(exitCode, name).toBe(1);
      expect(stderr, name).toContain('CLOUDINDEX_API_KEY');
    }
    expect(mock.inspect().requests).toEqual([]);
  });

  test('a wrong key ends every recipe with the problem', async () => {
    mock.play({expiredKey: true});
    for (const name of readdirSync(RECIPES)) {
      const {exitCode, stdout, stderr} = await runRecipe(name, language);
      expect(exitCode, name).not.toBe(0);
      expect(stdout + stderr, name).toContain('This key has expired');
    }
  });
});

test.each(languages)('the tools of $label have nothing to say of the recipes', async ({id, extension}) => {
  const programs = readdirSync(RECIPES).map(name =>
    readFileSync(join(RECIPES, name, `recipe.${extension}`), 'utf8'),
  );
  expect(programs.length).toBeGreaterThan(0);
  expect(await complaints(id, programs)).toEqual([]);
});
