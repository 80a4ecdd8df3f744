import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createServer, type RequestListener} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import rules from '../../src/cloudindex/mock/rules';
import {createMock, type Mock} from '../../src/mock/mock';
import {ask} from '../../src/verify/http/ask';
import {runVerify} from './support/runVerify';
import {serveMock} from './support/serveMock';
import {serveWrong, withJson} from './support/wrongServer';

const api = await loadApi('static/openapi.yaml');
const closing: (() => Promise<unknown>)[] = [];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-'));
  closing.push(() => rm(folder, {recursive: true}));
});
afterEach(() => Promise.all(closing.splice(0).map(close => close())));

async function served(mock: Mock): Promise<string> {
  const server = await serveMock(mock);
  closing.push(server.close);
  return server.baseUrl;
}

function newMock(): Mock {
  return createMock({rules, api, wait: () => Promise.resolve()});
}

/** A server that is no mock; resolves to its URL. */
async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  closing.push(
    () =>
      new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

function rowsOf(mock: Mock): unknown {
  const kept = ['users', 'documents', 'threads', 'messages'];
  return mock.inspect().tables.filter(({name}) => kept.includes(name));
}

describe('a server that cannot be verified', () => {
  test('that is not there is said to be so, once', async () => {
    const url = await listening(() => {});
    await Promise.all(closing.splice(1).map(close => close()));
    const {code, output} = await runVerify(['--server', url]);
    expect(code).toBe(2);
    expect(output).toContain(`Nothing responds at ${url}.`);
    expect(output).toContain('Start the server, or check --server.');
    expect(output).not.toContain('no drift');
  });

  test('that speaks no TLS is told from one that is away', async () => {
    const url = await listening((_, response) => response.end());
    const {code, output} = await runVerify(['--server', url.replace('http:', 'https:')]);
    expect(code).toBe(2);
    expect(output).toContain('does not speak TLS');
  });

  test('that refuses the key names the variable that holds it, and never the key', async () => {
    const server = await served(newMock());
    const {code, output} = await runVerify(['--server', server], {
      env: {CLOUDINDEX_API_KEY: 'ck_live_1234567890'},
    });
    expect(code).toBe(2);
    expect(output).toContain('The service rejects the key');
    expect(output).toContain('Set CLOUDINDEX_API_KEY to a key that is valid at');
    expect(output).not.toContain('ck_live');
  });

  test('that is a web site gets nothing but the first reads', async () => {
    const asked: string[] = [];
    const url = await listening(({method}, response) => {
      asked.push(method ?? '');
      response.writeHead(200, {'Content-Type': 'text/html'}).end('<!doctype html><p>Sign in');
    });
    const {code, output} = await runVerify(['--server', url]);
    expect(code).toBe(2);
    expect(output).toContain('responds with web pages (text/html)');
    expect(new Set(asked)).toEqual(new Set(['GET']));
  });

  test('without a key for a server elsewhere, nothing is sent', async () => {
    await expect(runVerify(['--server', 'https://api.cloudindex.com/v1'])).rejects.toThrow(
      'Set the environment variable CLOUDINDEX_API_KEY; it is sent to https://api.cloudindex.com only.',
    );
  });
});

describe('the rate limit', () => {
  test('is kept to: after 429 the run waits as long as Retry-After says, and sends the request again', async () => {
    const waits: number[] = [];
    let refused = 0;
    const server = await serveWrong(api, 'listUsers', {
      response: response =>
        response.status === 200 && refused++ < 2
          ? {
              ...response,
              status: 429,
              headers: {...response.headers, 'Content-Type': 'application/problem+json', 'Retry-After': '7'},
              body: JSON.stringify({
                type: 'https://docs.cloudindex.com/errors#too-many-requests',
                title: 'Too many requests',
                status: 429,
                detail: 'Wait.',
              }),
            }
          : response,
    });
    closing.push(server.close);
    const {code, output} = await runVerify(['--server', server.baseUrl, '--only', 'listUsers'], {
      wait: seconds => Promise.resolve(void waits.push(seconds)),
    });
    expect({code, waits}, output).toEqual({code: 0, waits: [7, 7]});
  });

  test('whose last request is told by a header is waited for, so that none is refused', async () => {
    const mock = newMock();
    mock.play({rateLimit: 40});
    const before = rowsOf(mock);
    const {code, output} = await runVerify(['--server', await served(mock)], {
      wait: () => Promise.resolve(mock.play({rateLimit: 1_000_000})),
    });
    expect(code, output).toBe(0);
    const refused = mock
      .inspect()
      .requests.filter(({status, path}) => status === 429 && path === '/v1/users');
    expect(refused.length).toBeLessThanOrEqual(2);
    expect(rowsOf(mock)).toEqual(before);
  });

  test.each([
    [{}, 'no Retry-After says how long to wait'],
    [{'Retry-After': '2'}, 'waited each time as Retry-After says'],
  ])('that stays used up, with %j, is told with how often the run waited', async (headers, words) => {
    const url = await listening((_, response) => response.writeHead(429, headers).end());
    const waits: number[] = [];
    const {code, output} = await runVerify(['--server', url, '--only', 'listUsers'], {
      wait: seconds => Promise.resolve(void waits.push(seconds)),
    });
    expect({code, waits: waits.length}).toEqual({code: 2, waits: 3});
    expect(output).toContain('The service responded 4 times in a row with 429');
    expect(output).toContain(words);
  });

  test('of hours is not waited for', async () => {
    const server = await serveWrong(api, 'listDocuments', {
      response: response => ({
        ...response,
        status: 429,
        headers: {...response.headers, 'Retry-After': '3600'},
      }),
    });
    closing.push(server.close);
    const {code, output} = await runVerify(['--server', server.baseUrl]);
    expect(code).toBe(2);
    expect(output).toContain('the service accepts requests again in 3600 seconds');
  });
});

test('a response without end is given up and told', async () => {
  const server = await serveWrong(api, 'getDocument', {
    response: response =>
      response.status === 200
        ? {
            ...response,
            body: new ReadableStream({
              pull: controller => controller.enqueue(new TextEncoder().encode('"'.padEnd(4096, 'a'))),
            }),
          }
        : response,
  });
  closing.push(server.close);
  const limits = {timeoutMs: 30_000, wholeMs: 60_000, maxBytes: 100_000};
  const {code, output} = await runVerify(['--server', server.baseUrl, '--only', 'getDocument'], {
    ask: (request, signal) => ask(request, signal, limits),
  });
  expect(code).toBe(1);
  expect(output).toContain('200: The response does not end, so the rest was not read.');
});

describe('what a run made', () => {
  test('is deleted when it is interrupted', async () => {
    const mock = newMock();
    const before = rowsOf(mock);
    const interrupted = new AbortController();
    const {code, output} = await runVerify(['--server', await served(mock)], {
      signal: interrupted.signal,
      progress: text => (text.includes('updateUser') ? interrupted.abort() : undefined),
    });
    expect(code).toBe(130);
    expect(output).toContain('The run was interrupted.');
    expect(rowsOf(mock)).toEqual(before);
  });

  test('is named, with the command that deletes it, when not even the deletion is waited for', async () => {
    const interrupted = new AbortController();
    const {code, output} = await runVerify(['--server', await served(newMock())], {
      signal: interrupted.signal,
      cleanUpSignal: interrupted.signal,
      progress: text => (text.includes('updateUser') ? interrupted.abort() : undefined),
    });
    expect(code).toBe(130);
    expect(output).toMatch(/Left behind:\n {2}\/v1\/users\/usr_\w+; delete it with:\n {4}curl /);
  });

  test('and cannot be deleted is named, with the command that deletes it', async () => {
    const server = await serveWrong(api, 'deleteThread', {
      request: request => ({...request, method: 'GET'}),
      response: response => ({...response, status: 500}),
    });
    closing.push(server.close);
    const {code, output} = await runVerify(['--server', server.baseUrl, '--only', 'deleteThread']);
    expect(code).toBe(1);
    expect(output).toContain('500: This status is not documented.');
    expect(output).toMatch(
      /Left behind:\n {2}\/v1\/threads\/thr_\w+; delete it with:\n {4}curl [^]*--request DELETE/,
    );
  });

  test('and is said to be deleted, and is not, is named too', async () => {
    const server = await serveWrong(api, 'deleteUser', {
      request: request => ({...request, method: 'GET'}),
      response: (response, {method}) =>
        method === 'DELETE' ? {...response, status: 204, body: null} : response,
    });
    closing.push(server.close);
    const {code, output} = await runVerify(['--server', server.baseUrl, '--only', 'Users']);
    expect(code).toBe(1);
    expect(output).toContain('The deleted resource is still there.');
    expect(output).toMatch(/Left behind:\n {2}\/v1\/users\/usr_\w+; delete it with:\n {4}curl /);
    expect(output).not.toContain('ck_mock_4242');
  });

  test('and a broken server says it made what was there before stays untouched', async () => {
    const mock = newMock();
    const before = rowsOf(mock);
    const base = await served({
      ...mock,
      async answer(request) {
        const answer = await mock.answer(request);
        const isNew = request.method === 'POST' && request.url.endsWith('/users') && answer.status === 201;
        if (!isNew || typeof answer.body !== 'string') {
          return answer;
        }
        const {id} = JSON.parse(answer.body);
        await mock.handle(
          new Request(`http://localhost/v1/users/${id}`, {
            method: 'DELETE',
            headers: {Authorization: 'Bearer ck_mock_4242'},
          }),
        );
        return {...answer, body: answer.body.replace(id, 'usr_123abc')};
      },
    });
    const {code, output} = await runVerify(['--server', base, '--only', 'Users']);
    expect(code).toBe(1);
    expect(output).toContain('The id in the response existed before');
    expect(rowsOf(mock)).toEqual(before);
  });
});

test('what a service may hold already by the id in an example is neither replaced nor deleted', async () => {
  const asked: string[] = [];
  const held = new Set(['ada']);
  const url = await listening(({method, url: path = ''}, response) => {
    asked.push(`${method} ${path}`);
    const isThere = path === '/people' || held.has(path.replace('/people/', ''));
    const status = method === 'POST' ? 201 : method === 'DELETE' ? 204 : isThere ? 200 : 404;
    if (method === 'POST') {
      held.add('grace');
    }
    response.writeHead(status, {'Content-Type': 'application/json'}).end(status === 204 ? undefined : '{}');
  });
  const file = join(folder, 'people.yaml');
  await writeFile(
    file,
    JSON.stringify({
      openapi: '3.1.0',
      info: {title: 'People', version: '1'},
      paths: {
        '/people': {
          post: {
            operationId: 'addPerson',
            requestBody: {
              content: {
                'application/json': {
                  schema: {type: 'object'},
                  examples: {taken: {value: {name: 'ada'}}, free: {value: {name: 'grace'}}},
                },
              },
            },
            responses: {'201': {description: 'Added', content: {'application/json': {}}}},
          },
        },
        '/people/{name}': {
          parameters: [{name: 'name', in: 'path', required: true, schema: {type: 'string'}}],
          get: {
            operationId: 'getPerson',
            responses: {
              '200': {description: 'A person', content: {'application/json': {}}},
              '404': {description: 'None'},
            },
          },
          delete: {operationId: 'removePerson', responses: {'204': {description: 'Removed'}}},
        },
      },
    }),
  );
  const {output} = await runVerify(['--server', url, '--spec', file]);
  expect(asked.filter(request => request.startsWith('POST'))).toHaveLength(1);
  expect(asked).not.toContain('DELETE /people/ada');
  expect(asked).toContain('DELETE /people/grace');
  expect(output).toContain('something with this id may already exist.\n    addPerson 201');
});

describe('the samples', () => {
  const args = ['--only', 'createThread,deleteThread', '--samples'];

  test('run against the server as they stand on the page, and what they make is deleted too', async () => {
    const mock = newMock();
    const before = rowsOf(mock);
    const {code, output} = await runVerify(['--server', await served(mock), ...args]);
    expect(code, output).toBe(0);
    expect(output).toContain('No program for Go is installed');
    expect(rowsOf(mock)).toEqual(before);
  });

  test('that do not do what they should are told by language and operation', async () => {
    const none = {node: undefined, python: undefined, go: undefined};
    const idle = await runVerify(['--server', await served(newMock()), ...args], {
      interpreters: () => ({...none, curl: ['true']}),
    });
    expect(idle.code).toBe(1);
    expect(idle.output).toContain('The cURL sample sends no request.');
    const ends = join(folder, 'ends.sh');
    await writeFile(ends, 'bash "$1"; exit 3');
    const wrong = await runVerify(['--server', await served(newMock()), ...args], {
      interpreters: () => ({...none, curl: ['bash', ends]}),
    });
    expect(wrong.output).toContain(
      '201: The cURL sample ends with the exit code 3 although the request succeeds.',
    );
  });
});

test('with --read-only nothing is sent but what reads', async () => {
  const mock = newMock();
  const {code} = await runVerify(['--server', await served(mock), '--read-only']);
  const methods = new Set(mock.inspect().requests.map(({method}) => method));
  expect({code, methods}).toEqual({code: 0, methods: new Set(['GET'])});
});

test('with --dry-run nothing is sent, and what would be is listed', async () => {
  const mock = newMock();
  const {code, output} = await runVerify([
    '--server',
    await served(mock),
    '--dry-run',
    '--only',
    'deleteUser',
  ]);
  expect(code).toBe(0);
  expect(mock.inspect().requests).toEqual([]);
  expect(output).toContain('DELETE /users/{user_id} (deleteUser): the plain request; 204 expected');
  expect(output).toMatch(/Not sent:\n.*Delete the only administrator; 409 expected\n.*did not create/);
});

describe('a report', () => {
  test('is a baseline: what it holds is known, and what it does not is a failure', async () => {
    const server = await serveWrong(api, 'getUser', {
      response: response => ({...response, headers: {...response.headers, 'X-Extra': '1'}}),
    });
    closing.push(server.close);
    const args = ['--server', server.baseUrl, '--only', 'getUser'];
    const first = await runVerify([...args, '--json']);
    expect(first.code).toBe(1);
    const file = join(folder, 'known.json');
    await writeFile(file, first.output);
    const second = await runVerify([...args, '--baseline', file]);
    expect(second.code, second.output).toBe(0);
    expect(second.output).toContain('The header x-extra is not documented. (known)');
    await writeFile(file, JSON.stringify({problems: [{operation: 'getUser', problem: 'It was so.'}]}));
    const third = await runVerify([...args, '--baseline', file]);
    expect(third.code).toBe(1);
    expect(third.output).toContain('take it out of the baseline:\n  getUser: It was so.');
  });

  test('as JUnit has a case for each operation, with what is wrong as failures', async () => {
    const server = await serveWrong(api, 'getUser', {
      response: withJson(200, user => ({...user, 'a<&"': 1})),
    });
    closing.push(server.close);
    const {code, output} = await runVerify([
      '--server',
      server.baseUrl,
      '--only',
      'listUsers,getUser',
      '--junit',
    ]);
    expect(code).toBe(1);
    expect(output).toContain('tests="2" failures="1" errors="0"');
    expect(output).toContain('<testcase classname="verify" name="listUsers"></testcase>');
    expect(output).toContain('name="getUser"><failure message="200: a&lt;&amp;&quot; is not documented.">');
  });

  test.each([
    ['no report', 'known.json', '[]', '--baseline', 'This is not a report.'],
    ['no HAR', 'traffic.har', '{"log": 1}', '--traffic', 'This is not a HAR file'],
    ['no JSON', 'traffic.har', 'GET /users', '--traffic', 'This is not a HAR file'],
  ])('that is %s is refused by name', async (_, name, text, option, words) => {
    const file = join(folder, name);
    await writeFile(file, text);
    await expect(runVerify(['--server', 'http://localhost:1', option, file])).rejects.toThrow(
      `${file} cannot be used. ${words}`,
    );
  });
});

test.each(['--traffic', '--baseline'])('a file for %s that is not there is told in words', async option => {
  const file = join(folder, 'gone.json');
  await expect(runVerify(['--server', 'http://localhost:1', option, file])).rejects.toThrow(
    `There is no file ${file}.`,
  );
});

describe('recorded traffic', () => {
  function har(
    entries: readonly {method: string; url: string; status: number; type?: string; text?: string}[],
  ): string {
    return JSON.stringify({
      log: {
        entries: entries.map(({method, url, status, type, text}) => ({
          request: {method, url, headers: []},
          response: {
            status,
            headers: [
              {name: 'x-request-id', value: 'req_1'},
              {name: 'x-ratelimit-limit', value: '600'},
              {name: 'x-ratelimit-remaining', value: '599'},
              {name: 'x-ratelimit-reset', value: '60'},
              {name: 'etag', value: '"1"'},
              ...(type === undefined ? [] : [{name: 'content-type', value: type}]),
            ],
            content: {size: text?.length ?? 0, mimeType: type, text},
          },
        })),
      },
    });
  }
  const user = {
    ...{id: 'usr_1', email: 'ada@example.com', name: 'Ada', role: 'user', metadata: {}},
    ...{created_at: '2024-01-11T10:00:00Z', updated_at: '2024-01-11T10:00:00Z'},
  };
  const url = 'https://api.cloudindex.com/v1/users/usr_1';

  async function judged(text: string, ...args: string[]) {
    const file = join(folder, 'traffic.har');
    await writeFile(file, text);
    return runVerify(['--traffic', file, ...args]);
  }

  test('is judged as what is sent is', async () => {
    const exchange = {method: 'GET', url, status: 200, type: 'application/json'};
    const right = await judged(har([{...exchange, text: JSON.stringify(user)}]));
    expect(right.code, right.output).toBe(0);
    const wrong = await judged(
      har([{...exchange, text: JSON.stringify({...user, role: 'owner', shoe: 42})}]),
    );
    expect(wrong.code).toBe(1);
    expect(wrong.output).toContain('200: role must be one of');
    expect(wrong.output).toContain('200: shoe is not documented.');
  });

  test('names operations that the document does not have, and lets pass what is no response', async () => {
    const {code, output} = await judged(
      har([
        {method: 'GET', url, status: 0},
        {method: 'GET', url, status: 200, type: 'application/json', text: JSON.stringify(user)},
        {method: 'POST', url: 'https://api.cloudindex.com/v1/teams', status: 201},
        {method: 'GET', url: 'https://cdn.example.com/app.js', status: 200},
      ]),
    );
    expect(code).toBe(1);
    expect(output).toContain('✗ POST /v1/teams\n    201: The document has no such operation.');
    expect(output).not.toContain('app.js');
  });

  test('of another API is refused, with the hosts that it holds', async () => {
    await expect(
      judged(har([{method: 'GET', url: 'https://api.example.com/users/1', status: 200}])),
    ).rejects.toThrow(
      'The recording has no requests to this API. It contains requests to https://api.example.com, and the API is at https://api.cloudindex.com/v1.',
    );
    const named = await judged(
      har([
        {
          method: 'GET',
          url: 'https://api.example.com/users/usr_1',
          status: 200,
          type: 'application/json',
          text: JSON.stringify(user),
        },
      ]),
      '--server',
      'https://api.example.com',
    );
    expect(named.code).toBe(0);
  });
});

test.each([
  [['--server', 'api.example.com'], 'api.example.com is not the URL of a server.'],
  [['--server', 'https://key@api.example.com'], 'contains a key, a query or a fragment'],
  [['--server', 'http://localhost:1', '--json', '--junit'], 'Give one of them.'],
  [
    ['--server', 'http://localhost:1', '--only', 'getUsr'],
    'No operation is called getUsr. Do you mean getUser?',
  ],
  [['--server', 'http://localhost:1', '--delete'], "Unknown option '--delete'"],
  [[], 'Name the server to check.'],
])('%j is told how to be written', async (args, words) => {
  await expect(runVerify(args)).rejects.toThrow(words);
});
