import fc from 'fast-check';
import {beforeAll, beforeEach, describe, expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import type {Api} from '../../src/api/operation';
import rules from '../../src/cloudindex/mock/rules';
import {createMock, type Mock} from '../../src/mock/mock';
import {createPageMock} from '../../src/mock/page';

let api: Api;
let mock: Mock;

beforeAll(async () => {
  api = await loadApi('static/openapi.yaml');
});

beforeEach(() => {
  mock = createMock({rules, api, clock: () => Date.UTC(2026, 0, 2, 3, 4, 5)});
});

interface Sent {
  readonly body?: unknown;
  readonly text?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

function send(method: string, path: string, {body, text, headers}: Sent = {}): Promise<Response> {
  const content = text ?? (body === undefined ? undefined : JSON.stringify(body));
  return mock.handle(
    new Request(`http://localhost/v1${path}`, {
      method,
      headers: {Authorization: 'Bearer ck_mock_4242', 'Content-Type': 'application/json', ...headers},
      ...(content === undefined ? {} : {body: content}),
    }),
  );
}

const ada = {email: 'ada@example.com', name: 'Ada Lovelace'};

describe('creating a user', () => {
  test('gives it an id, the role "user", empty metadata and the time', async () => {
    const response = await send('POST', '/users', {body: ada});
    expect(response.status).toBe(201);
    const user = await response.json();
    expect(user).toEqual({
      ...ada,
      id: expect.stringMatching(/^usr_[0-9a-z]+$/),
      role: 'user',
      metadata: {},
      created_at: '2026-01-02T03:04:05Z',
      updated_at: '2026-01-02T03:04:05Z',
    });
    expect(response.headers.get('Location')).toBe(`/v1/users/${user.id}`);
  });

  test('refuses an address that is taken, whatever its case', async () => {
    await send('POST', '/users', {body: ada});
    expect((await send('POST', '/users', {body: {...ada, email: 'ADA@Example.com'}})).status).toBe(409);
  });

  test('names every fault of the body', async () => {
    const response = await send('POST', '/users', {body: {email: 'nobody', role: 'king', extra: 1}});
    expect(response.status).toBe(422);
    const {errors} = await response.json();
    expect(errors).toEqual(
      expect.arrayContaining([
        {in: 'body', pointer: '#/name', detail: 'is required'},
        {in: 'body', pointer: '#/email', detail: 'must be an email address'},
        {in: 'body', pointer: '#/role', detail: 'must be one of "user", "admin", "viewer"'},
        {in: 'body', pointer: '#/extra', detail: 'is not a known property'},
      ]),
    );
  });

  test.each([
    ['JSON that is not closed', {text: '{"email": '}],
    ['nothing', {text: ''}],
    ['bytes that are not UTF-8', {text: new Uint8Array([0x22, 0xff, 0x22])}],
    ['10,000 levels of arrays', {text: `${'['.repeat(10_000)}${']'.repeat(10_000)}`}],
  ])('answers 400 to %s', async (_, sent) => {
    const response = await send('POST', '/users', sent);
    expect(response.status).toBe(400);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  });

  test.each([
    ['__proto__', '{"__proto__": {"email": "a@example.com", "name": "A"}}'],
    ['a list', '[]'],
    ['null', 'null'],
  ])('answers 422 to %s', async (_, text) => {
    expect((await send('POST', '/users', {text})).status).toBe(422);
  });
});

describe('changing and deleting', () => {
  test('an update replaces what it names, metadata as a whole, and leaves the rest', async () => {
    const {id} = await (await send('POST', '/users', {body: {...ada, metadata: {a: '1', b: '2'}}})).json();
    const response = await send('PATCH', `/users/${id}`, {body: {metadata: {c: '3'}}});
    expect(await response.json()).toMatchObject({...ada, metadata: {c: '3'}});
  });

  test('a user may keep its own address, but not take that of another', async () => {
    const {id} = await (await send('POST', '/users', {body: ada})).json();
    expect((await send('PATCH', `/users/${id}`, {body: {email: 'Ada@example.com'}})).status).toBe(200);
    expect((await send('PATCH', `/users/${id}`, {body: {email: 'grace.hopper@example.com'}})).status).toBe(
      409,
    );
  });

  test('a deleted user is gone, and its address is free', async () => {
    const {id} = await (await send('POST', '/users', {body: ada})).json();
    expect((await send('DELETE', `/users/${id}`)).status).toBe(204);
    expect((await send('GET', `/users/${id}`)).status).toBe(404);
    expect((await send('DELETE', `/users/${id}`)).status).toBe(404);
    expect((await send('POST', '/users', {body: ada})).status).toBe(201);
  });
});

describe('listing', () => {
  test('pages hold each user once while others come and go', async () => {
    const first = await (await send('GET', '/users?limit=2')).json();
    await send('DELETE', `/users/${first.data[0].id}`);
    await send('POST', '/users', {body: ada});
    const second = await (await send('GET', `/users?limit=100&cursor=${first.next_cursor}`)).json();
    const ids = [...first.data, ...second.data].map(({id}: {id: string}) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(second.data.map(({email}: {email: string}) => email)).toContain(ada.email);
    expect(second.next_cursor).toBeNull();
  });

  test('the cursor of another list is refused, and that of the document is a page of any', async () => {
    const {next_cursor: cursor} = await (await send('GET', '/users?limit=2')).json();
    const refused = await send('GET', `/documents?cursor=${cursor}`);
    expect(refused.status).toBe(422);
    expect((await refused.json()).errors).toEqual([
      {in: 'query', pointer: '#/cursor', detail: 'must be the next_cursor of an earlier page'},
    ]);
    for (const path of ['/users', '/documents', '/threads']) {
      expect((await send('GET', `${path}?cursor=YWZ0ZXI6Mg`)).status).toBe(200);
    }
  });

  test('a role keeps only users with this role', async () => {
    const {data} = await (await send('GET', '/users?role=admin')).json();
    expect(data.map(({role}: {role: string}) => role)).toEqual(['admin']);
  });

  test.each(['limit=0', 'limit=101', 'limit=ten', 'cursor=nonsense', 'role=king'])(
    '%s is refused with its place',
    async query => {
      const response = await send('GET', `/users?${query}`);
      expect(response.status).toBe(422);
      expect((await response.json()).errors[0]).toMatchObject({
        in: 'query',
        pointer: `#/${query.split('=')[0]}`,
      });
    },
  );
});

describe('what every request meets', () => {
  test('a wrong key is told which one works', async () => {
    const response = await send('GET', '/users', {headers: {Authorization: 'Bearer wrong'}});
    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
    expect((await response.json()).detail).toContain('ck_mock_4242');
  });

  test('an unknown path is 404, a wrong method 405 with the right ones', async () => {
    expect((await send('GET', '/nothing')).status).toBe(404);
    const response = await send('PUT', '/users', {body: {}});
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe('GET, POST, HEAD');
  });

  test('no body crashes it or gets an answer that the document does not name', async () => {
    const named = new Set(
      api.operations.find(({id}) => id === 'createUser')?.responses.map(({status}) => status),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.jsonValue().map(value => JSON.stringify({...ada, value})),
        ),
        async text => {
          const {status} = await send('POST', '/users', {text});
          return named.has(String(status));
        },
      ),
      {numRuns: 500},
    );
  });
});

test('the mock of a tab goes on after a reload, and starts anew where the storage holds rubbish or is denied', async () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const create = (from: Parameters<typeof createPageMock>[0]['storage']): Promise<Response> =>
    createPageMock({rules, api, ...(from ? {storage: from} : {})}).fetch(
      new Request('https://mock.invalid/v1/users', {
        method: 'POST',
        headers: {Authorization: 'Bearer ck_mock_4242', 'Content-Type': 'application/json'},
        body: JSON.stringify(ada),
      }),
    );
  expect((await create(storage)).status).toBe(201);
  expect((await create(storage)).status).toBe(409);
  for (const key of kept.keys()) {
    kept.set(key, '{"users": "rubbish"}');
  }
  expect((await create(storage)).status).toBe(201);
  const denied = (): never => {
    throw new DOMException('denied', 'SecurityError');
  };
  expect((await create({getItem: denied, setItem: denied})).status).toBe(201);
});
