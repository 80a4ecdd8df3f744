import {expect} from 'vitest';

import {EXPIRED, HOUR_MS, newUser, READ_ONLY, type Statement} from './statement';

/** Keys, errors, limits of rate, idempotency, pages and conditions. */
export const basics: readonly Statement[] = [
  {
    page: 'quickstart',
    says: 'create the same user again: you get an error, because the email address is taken',
    async proof({status}) {
      expect(await status('POST', '/users', {body: newUser})).toBe(201);
      expect(await status('POST', '/users', {body: newUser})).toBe(409);
    },
  },
  {
    page: 'authentication',
    says: 'the API does not accept a key in the URL or in a cookie',
    async proof({status}) {
      const headers = {Authorization: '', Cookie: 'key=ck_mock_4242'};
      expect(await status('GET', '/users?key=ck_mock_4242', {headers})).toBe(401);
    },
  },
  {
    page: 'authentication',
    says: 'A missing, mistyped, expired or revoked key gets …',
    async proof({status}) {
      for (const Authorization of ['', 'Bearer ck_mock_424', 'ck_mock_4242', EXPIRED.Authorization]) {
        expect(await status('GET', '/users', {headers: {Authorization}}), Authorization).toBe(401);
      }
    },
  },
  {
    page: 'authentication',
    says: 'A valid key without the right scope gets … instead',
    async proof({status}) {
      expect(await status('POST', '/users', {body: newUser, headers: READ_ONLY})).toBe(403);
      expect(await status('GET', '/users', {headers: READ_ONLY})).toBe(200);
    },
  },
  {
    page: 'access',
    says: 'A new user gets the role … unless you set another',
    async proof({json}) {
      expect((await json('POST', '/users', {body: newUser})).role).toBe('user');
      const body = {...newUser, email: 'b@example.com', role: 'viewer'};
      expect((await json('POST', '/users', {body})).role).toBe('viewer');
    },
  },
  {
    page: 'access',
    says: 'a change that would remove the last one gets …',
    async proof({status}) {
      expect(await status('PATCH', '/users/usr_9k2lqa', {body: {role: 'user'}})).toBe(409);
      expect(await status('DELETE', '/users/usr_9k2lqa')).toBe(409);
      await status('PATCH', '/users/usr_123abc', {body: {role: 'admin'}});
      expect(await status('DELETE', '/users/usr_9k2lqa')).toBe(204);
    },
  },
  {
    page: 'errors',
    says: 'Every error is a JSON object with the same members, sent as application/problem+json',
    async proof({send}) {
      for (const path of ['/users/usr_0', '/nothing', '/users?limit=500']) {
        const response = await send('GET', path);
        expect(response.headers.get('Content-Type')).toBe('application/problem+json');
        expect(await response.json()).toMatchObject({
          ...{type: expect.any(String), title: expect.any(String)},
          ...{status: response.status, detail: expect.any(String)},
        });
      }
    },
  },
  {
    page: 'errors',
    says: 'in names the part of the request that contains the value, and pointer gives its place in that part',
    async proof({json}) {
      const errorOf = async (...request: Parameters<typeof json>): Promise<unknown> =>
        (await json(...request)).errors[0];
      expect(await errorOf('POST', '/users', {body: {...newUser, email: 'x'}})).toMatchObject({
        ...{in: 'body', pointer: '#/email'},
      });
      expect(await errorOf('GET', '/users?limit=0')).toMatchObject({in: 'query', pointer: '#/limit'});
      const headers = {'Idempotency-Key': 'k'.repeat(256)};
      expect(await errorOf('POST', '/users', {body: newUser, headers})).toMatchObject({
        ...{in: 'header', pointer: '#/Idempotency-Key'},
      });
      const content = new FormData();
      content.append('files', new Blob(['x'], {type: 'image/png'}), 'a.png');
      expect(await errorOf('POST', '/documents', {content})).toMatchObject({
        in: 'body',
        pointer: '#/files/0',
      });
    },
  },
  {
    page: 'errors',
    says: 'application/json for most operations, application/octet-stream for a download, text/event-stream for a stream',
    async proof({status}) {
      const accept = (Accept: string) => ({headers: {Accept}});
      const download = '/documents/doc_h7n2qe/content';
      expect(await status('GET', '/users', accept('application/json'))).toBe(200);
      expect(await status('GET', '/users', accept('application/xml'))).toBe(406);
      expect(await status('GET', download, accept('application/octet-stream'))).toBe(200);
      expect(await status('GET', download, accept('application/json'))).toBe(406);
      const stream = ['POST', '/threads/thr_2b7vka/messages/stream'] as const;
      const body = {content: 'How long does a refund take?'};
      expect(await status(...stream, {body, ...accept('text/event-stream')})).toBe(200);
      expect(await status(...stream, {body, ...accept('application/json')})).toBe(406);
    },
  },
  {
    page: 'errors',
    says: 'The header Content-Range of the response tells you its size',
    async proof({send}) {
      const headers = {Range: 'bytes=900000-'};
      const response = await send('GET', '/documents/doc_h7n2qe/content', {headers});
      expect(response.status).toBe(416);
      expect(response.headers.get('Content-Range')).toMatch(/^bytes \*\/\d+$/);
    },
  },
  {
    page: 'errors',
    says: 'type is about:blank, as RFC 9457 defines it',
    async proof({json}) {
      expect(await json('GET', '/nothing')).toMatchObject({type: 'about:blank', status: 404});
      expect(await json('PUT', '/users')).toMatchObject({type: 'about:blank', status: 405});
    },
  },
  {
    page: 'errors',
    says: 'The header Allow of the response lists the methods that it supports',
    async proof({send}) {
      expect((await send('PUT', '/users')).headers.get('Allow')).toMatch(/GET.*POST/);
    },
  },
  {
    page: 'errors',
    says: 'Send JSON as application/json and files as multipart/form-data',
    async proof({status}) {
      const headers = {'Content-Type': 'text/plain'};
      expect(await status('POST', '/users', {content: JSON.stringify(newUser), headers})).toBe(415);
      expect(await status('POST', '/documents', {body: {}})).toBe(415);
      const json = {'Content-Type': 'application/json'};
      expect(await status('POST', '/users', {content: '{"email": ', headers: json})).toBe(400);
    },
  },
  {
    page: 'rate-limits',
    says: 'Every response tells you how many requests you have left',
    async proof({send}) {
      for (const path of ['/users', '/users/usr_0', '/nothing']) {
        expect((await send('GET', path)).headers.get('X-RateLimit-Remaining'), path).toMatch(/^\d+$/);
      }
    },
  },
  {
    page: 'rate-limits',
    says: 'The limit applies to each key, across all operations',
    async proof({mock, status, later}) {
      mock.play({rateLimit: 2});
      await status('GET', '/users');
      await status('GET', '/documents');
      expect(await status('GET', '/threads')).toBe(429);
      expect(await status('GET', '/threads', {headers: READ_ONLY})).toBe(200);
      later(60_000);
      expect(await status('GET', '/threads')).toBe(200);
    },
  },
  {
    page: 'rate-limits',
    says: 'You get … with the header Retry-After',
    async proof({send}) {
      const headers = {Authorization: 'Bearer ck_mock_4242_limited'};
      const response = await send('GET', '/users', {headers});
      expect(response.status).toBe(429);
      expect(response.headers.get('Retry-After')).toMatch(/^\d+$/);
    },
  },
  {
    page: 'idempotency',
    says: 'The second response contains the same user and has the header Idempotent-Replayed: true',
    async proof({send}) {
      const request = {body: newUser, headers: {'Idempotency-Key': 'a'}};
      const first = await send('POST', '/users', request);
      const second = await send('POST', '/users', request);
      expect(second.headers.get('Idempotent-Replayed')).toBe('true');
      expect(await second.json()).toEqual(await first.json());
    },
  },
  {
    page: 'idempotency',
    says: 'Once a request has succeeded, its key is valid for …',
    async proof({status, later}) {
      const headers = {'Idempotency-Key': 'a'};
      expect(await status('POST', '/users', {body: {name: 'Ada'}, headers})).toBe(422);
      expect(await status('POST', '/users', {body: newUser, headers})).toBe(201);
      later(24 * HOUR_MS - 1);
      expect(await status('POST', '/users', {body: newUser, headers})).toBe(201);
      later(1);
      expect(await status('POST', '/users', {body: newUser, headers})).toBe(409);
    },
  },
  {
    page: 'idempotency',
    says: 'Reusing a key with another body gets …',
    async proof({status}) {
      const headers = {'Idempotency-Key': 'a'};
      await status('POST', '/users', {body: newUser, headers});
      expect(await status('POST', '/users', {body: {...newUser, name: 'A'}, headers})).toBe(422);
    },
  },
  {
    page: 'idempotency',
    says: 'On another path, the same value counts as a different key',
    async proof({status}) {
      const headers = {'Idempotency-Key': 'a'};
      expect(await status('POST', '/users', {body: newUser, headers})).toBe(201);
      expect(await status('POST', '/threads', {body: {}, headers})).toBe(201);
    },
  },
  {
    page: 'pagination',
    says: 'On the last page, next_cursor is null',
    async proof({json}) {
      const first = await json('GET', '/users?limit=3');
      const second = await json('GET', `/users?limit=3&cursor=${first.next_cursor}`);
      expect(first.data).toHaveLength(3);
      expect(first.next_cursor).not.toBeNull();
      expect(second.next_cursor).toBeNull();
      expect(first.data).not.toContainEqual(second.data[0]);
      expect((await json('GET', '/users?limit=100')).next_cursor).toBeNull();
    },
  },
  {
    page: 'pagination',
    says: 'If someone adds or deletes an item while you read, you still get every other item exactly once',
    async proof({json, status}) {
      const first = await json('GET', '/users?limit=2');
      await status('DELETE', `/users/${first.data[0].id}`);
      await status('POST', '/users', {body: newUser});
      const {data} = await json('GET', `/users?cursor=${first.next_cursor}`);
      expect(data.map(({id}: {id: string}) => id).slice(0, 2)).toEqual(['usr_7mx0te', 'usr_4vw8nd']);
    },
  },
  {
    page: 'pagination',
    says: 'A cursor that the list did not issue gets …',
    async proof({json, status}) {
      expect(await status('GET', '/users?cursor=nonsense')).toBe(422);
      const {next_cursor: cursor} = await json('GET', '/users?limit=1');
      expect(await status('GET', `/documents?cursor=${cursor}`)).toBe(422);
    },
  },
  {
    page: 'conditional-requests',
    says: 'the update is carried out only if the version is still the one you read',
    async proof({send, status}) {
      const etag = (await send('GET', '/users/usr_123abc')).headers.get('ETag') ?? '';
      const change = {body: {name: 'Jane'}, headers: {'If-Match': etag}};
      expect(await status('PATCH', '/users/usr_123abc', change)).toBe(200);
      expect(await status('PATCH', '/users/usr_123abc', change)).toBe(412);
    },
  },
  {
    page: 'conditional-requests',
    says: 'If it is still current, you get … without a body',
    async proof({send}) {
      for (const path of ['/users/usr_123abc', '/documents/doc_h7n2qe/content', '/threads/thr_2b7vka']) {
        const etag = (await send('GET', path)).headers.get('ETag') ?? '';
        const again = await send('GET', path, {headers: {'If-None-Match': etag}});
        expect([again.status, await again.text()], path).toEqual([304, '']);
      }
    },
  },
  {
    page: 'support',
    says: 'The header X-Request-Id of the response. Every response has one',
    async proof({send}) {
      for (const path of ['/users', '/users/usr_0', '/nothing']) {
        expect((await send('GET', path)).headers.get('X-Request-Id')).toMatch(/^req_/);
      }
    },
  },
];
