import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import rules from '../../src/cloudindex/mock/rules';
import {createMock, type Mock} from '../../src/mock/mock';
import {runVerify} from './support/runVerify';
import {serveMock, type ServedMock} from './support/serveMock';
import {serveWrong, withJson} from './support/wrongServer';

const api = await loadApi('static/openapi.yaml');
const none = {node: undefined, python: undefined, go: undefined, ruby: undefined, php: undefined};
let folder: string;
let served: ServedMock | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-recipes-'));
});
afterEach(async () => {
  await served?.close();
  served = undefined;
  await rm(folder, {recursive: true});
});

/** A mock with a clock that runs ahead, so that nobody waits for documents to be processed. */
function newMock(): Mock {
  return createMock({rules, api, clock: () => Date.now() * 20, wait: () => Promise.resolve()});
}

function rowsOf(mock: Mock): unknown {
  const kept = ['users', 'documents', 'threads', 'messages'];
  return mock.inspect().tables.filter(({name}) => kept.includes(name));
}

/** Runs recipes against a server, and of the document's operations no more than one. */
async function tried(
  server: ServedMock,
  recipes: string,
  ...args: readonly string[]
): ReturnType<typeof runVerify> {
  served = server;
  const interpreters = recipes === folder ? {...none, curl: ['bash'] as const} : undefined;
  return runVerify(
    ['--server', server.baseUrl, '--only', 'listUsers', '--recipes', recipes, ...args],
    interpreters && {interpreters: () => interpreters},
  );
}

/** A recipe of one program for the shell, without its first lines. */
async function writeRecipe(code: string): Promise<void> {
  const place = join(folder, 'one');
  await mkdir(place, {recursive: true});
  await writeFile(join(place, 'recipe.sh'), code);
}

const send = 'curl --silent --fail-with-body --header "Authorization: Bearer $CLOUDINDEX_API_KEY"';

describe('the recipes of the guides', () => {
  test('run against the server, and what they make is deleted, and nothing else changed', async () => {
    const mock = newMock();
    const before = rowsOf(mock);
    const {code, output} = await tried(await serveMock(mock), 'docs/recipes');
    expect(code, output).toBe(0);
    expect(output).toContain('No program for Go is installed');
    expect(output).toMatch(
      /names something that this run did not create\..*\n {4}recipe update-safely cURL: PATCH \/v1\/users\/usr_123abc/,
    );
    expect(rowsOf(mock)).toEqual(before);
    const made = mock.inspect().requests.filter(({method, status}) => method === 'POST' && status < 300);
    expect(new Set(made.map(({path}) => path.split('/')[2]))).toEqual(
      new Set(['users', 'documents', 'threads']),
    );
  });

  test('may change what is there where that may be lost', async () => {
    const mock = newMock();
    const {code, output} = await tried(await serveMock(mock), 'docs/recipes', '--disposable');
    expect(code, output).toBe(0);
    expect(output).not.toContain('update-safely cURL');
    expect(mock.inspect().requests.map(({method, path}) => `${method} ${path}`)).toContain(
      'PATCH /v1/users/usr_123abc',
    );
  });
});

describe('a recipe', () => {
  test('that fails is told by language, with what it printed last', async () => {
    await writeRecipe(`${send} "$CLOUDINDEX_BASE_URL/users"; echo "It is Tuesday." >&2; exit 3`);
    const {code, output} = await tried(await serveMock(newMock()), folder);
    expect(code).toBe(1);
    expect(output).toContain('✗ recipe one');
    expect(output).toContain('The cURL program ends with the exit code 3.');
    expect(output).toContain('recipe one, cURL: It is Tuesday.');
  });

  test('that sends nothing is told', async () => {
    await writeRecipe('echo "$CLOUDINDEX_BASE_URL"');
    const {code, output} = await tried(await serveMock(newMock()), folder);
    expect({code, output}).toMatchObject({code: 1, output: expect.stringContaining('sends no request.')});
  });

  test('that would be sent elsewhere is not run', async () => {
    const mark = join(folder, 'ran');
    await writeRecipe(`touch ${mark}; ${send} https://api.cloudindex.com/v1/users`);
    const {code, output} = await tried(await serveMock(newMock()), folder);
    expect(code, output).toBe(0);
    expect(output).toContain('from an environment variable that ends in _BASE_URL, so it was not run.');
    await expect(rm(mark)).rejects.toThrow('ENOENT');
  });

  test('that would delete what was there is kept from it', async () => {
    await writeRecipe(`${send} --request DELETE "$CLOUDINDEX_BASE_URL/users/usr_789ghi"`);
    const mock = newMock();
    const before = rowsOf(mock);
    const {output} = await tried(await serveMock(mock), folder);
    expect(output).toContain('recipe one cURL: DELETE /v1/users/usr_789ghi');
    expect(rowsOf(mock)).toEqual(before);
  });

  test('may delete what it made, and leaves the rest for the run to delete', async () => {
    const post = `${send} --json '{"title": "A"}' "$CLOUDINDEX_BASE_URL/threads"`;
    await writeRecipe(`id=$(${post} | grep -o 'thr_[a-zA-Z0-9]*' | head -n 1)
${post}
${send} --request DELETE "$CLOUDINDEX_BASE_URL/threads/$id"`);
    const mock = newMock();
    const before = rowsOf(mock);
    const {code, output} = await tried(await serveMock(mock), folder);
    expect(code, output).toBe(0);
    expect(rowsOf(mock)).toEqual(before);
    const removals = mock.inspect().requests.filter(({method}) => method === 'DELETE');
    expect(removals.map(({status}) => status)).toEqual([204, 204]);
  });

  test('shows where the service is not as documented', async () => {
    await writeRecipe(
      `${send} "$CLOUDINDEX_BASE_URL/users?limit=1"; ${send} "$CLOUDINDEX_BASE_URL/teams" || true`,
    );
    const server = await serveWrong(api, 'listUsers', {
      response: withJson(200, page => ({...page, next_cursor: 7})),
    });
    const {code, output} = await tried(server, folder);
    expect(code).toBe(1);
    expect(output).toContain('200: next_cursor must be');
    expect(output).toContain('✗ GET /v1/teams\n    404: The document has no such operation.');
  });

  test('whose data are there already proves nothing', async () => {
    const body = `{"email": "john.doe@example.com", "name": "J"}`;
    await writeRecipe(`${send} --json '${body}' "$CLOUDINDEX_BASE_URL/users"`);
    const {code, output} = await tried(await serveMock(newMock()), folder);
    expect(code, output).toBe(0);
    expect(output).toContain('What it creates may already exist');
  });
});

test('an interruption ends the program, and what it made until then is deleted', async () => {
  const post = `${send} --json '{"title": "A"}' "$CLOUDINDEX_BASE_URL/threads"`;
  await writeRecipe(`${post}; exec sleep 3600`);
  const mock = newMock();
  const before = rowsOf(mock);
  const interrupted = new AbortController();
  mock.subscribe(() => {
    if (mock.inspect().requests.some(({method, path}) => method === 'POST' && path === '/v1/threads')) {
      interrupted.abort();
    }
  });
  served = await serveMock(mock);
  const {code, output} = await runVerify(
    ['--server', served.baseUrl, '--only', 'listUsers', '--recipes', folder],
    {interpreters: () => ({...none, curl: ['bash']}), signal: interrupted.signal},
  );
  expect(code, output).toBe(130);
  expect(output).not.toContain('Left behind');
  expect(rowsOf(mock)).toEqual(before);
});

test('a folder without recipes is told, before anything is sent', async () => {
  const mock = newMock();
  await expect(tried(await serveMock(mock), folder)).rejects.toThrow(`${folder} holds no recipe.`);
  expect(mock.inspect().requests).toEqual([]);
});
