import {deepEqual, equal, fail, match, notEqual} from 'node:assert/strict';

import {isObject} from '../../../src/api/json';
import {dataOf, multipart, placesOf, textAt, type Received, type Target} from './exchange';

/** Something that the document, or HTTP itself, promises. */
export interface Behaviour {
  readonly name: string;
  /** Rejects where a server does otherwise. */
  readonly check: (target: Target) => Promise<void>;
}

/** The behaviours that a reader of the document can rely on, in groups. The last one uses up the key's requests. */
export const behaviours: readonly Behaviour[] = [
  // Kept state
  {
    name: 'a created user is found under its id, as it was sent',
    async check(target) {
      const {created, email} = await createUser(target);
      const found = await target.send('GET', `/users/${textAt(created.json, 'id')}`);
      equal(found.status, 200);
      equal(textAt(found.json, 'email'), email);
      deepEqual(found.json, created.json);
    },
  },
  {
    name: 'a created user is in the list',
    async check(target) {
      const {email} = await createUser(target);
      const users = await allPages(target, '/users?limit=100');
      holds(users.some(user => user.email === email));
    },
  },
  {
    name: 'two users have two ids',
    async check(target) {
      const [first, second] = [await createUser(target), await createUser(target)];
      notEqual(first.id, second.id);
    },
  },
  {
    name: 'a field that is left out has its documented default',
    async check(target) {
      const {created} = await createUser(target);
      equal(textAt(created.json, 'role'), 'user');
    },
  },
  {
    name: 'Location leads to what was created',
    async check(target) {
      const {created, email} = await createUser(target);
      const path = (created.headers.location ?? '').replace(/^.*\/v1(?=\/)/, '');
      match(path, /^\/users\/usr_/);
      equal(textAt((await target.send('GET', path)).json, 'email'), email);
    },
  },
  {
    name: 'a change is there when the user is read again',
    async check(target) {
      const {id} = await createUser(target);
      equal((await target.send('PATCH', `/users/${id}`, {body: {name: 'Ada King'}})).status, 200);
      equal(textAt((await target.send('GET', `/users/${id}`)).json, 'name'), 'Ada King');
    },
  },
  {
    name: 'a change leaves the other fields alone',
    async check(target) {
      const {id, email} = await createUser(target);
      const {json} = await target.send('PATCH', `/users/${id}`, {body: {role: 'viewer'}});
      equal(textAt(json, 'role'), 'viewer');
      equal(textAt(json, 'email'), email);
    },
  },
  {
    name: 'a deleted user is gone: 404',
    async check(target) {
      const {id} = await createUser(target);
      equal((await target.send('DELETE', `/users/${id}`)).status, 204);
      equal((await target.send('GET', `/users/${id}`)).status, 404);
    },
  },
  {
    name: 'the threads of a deleted user are deleted with it',
    async check(target) {
      const {id} = await createUser(target);
      const thread = await target.send('POST', '/threads', {body: {user_id: id}});
      equal(thread.status, 201);
      await target.send('DELETE', `/users/${id}`);
      equal((await target.send('GET', `/threads/${textAt(thread.json, 'id')}`)).status, 404);
    },
  },
  {
    name: 'an id that nobody has is 404, as problem details',
    async check({send}) {
      isProblem(await send('GET', '/users/usr_0'), 404);
    },
  },
  {
    name: 'the same email address in other case is 409',
    async check(target) {
      const {email} = await createUser(target);
      const again = await target.send('POST', '/users', {body: {email: email.toUpperCase(), name: 'Ada'}});
      isProblem(again, 409);
    },
  },
  {
    name: 'the email address of a deleted user is free again',
    async check(target) {
      const {id, email} = await createUser(target);
      equal((await target.send('POST', '/users', {body: {email, name: 'Ada'}})).status, 409);
      await target.send('DELETE', `/users/${id}`);
      equal((await target.send('POST', '/users', {body: {email, name: 'Ada'}})).status, 201);
    },
  },
  {
    name: 'the last administrator cannot be deleted: 409',
    async check(target) {
      const [administrator] = await allPages(target, '/users?role=admin');
      isProblem(await target.send('DELETE', `/users/${String(administrator?.id)}`), 409);
    },
  },
  {
    name: 'a thread for a user that does not exist is 422',
    async check({send}) {
      isProblem(await send('POST', '/threads', {body: {user_id: 'usr_0'}}), 422);
    },
  },

  // Validation
  {
    name: 'a missing field is 422 and named',
    check: target => refuses(target, {email: newEmail()}, 'name'),
  },
  {
    name: 'every fault of a body is named, not the first alone',
    check: target => refuses(target, {email: 'none', name: '', role: 'owner'}, 'email', 'name', 'role'),
  },
  {
    name: 'a fault deep in the body is named with its place',
    check: target => refuses(target, {email: newEmail(), name: 'Ada', metadata: {team: 1}}, 'metadata/team'),
  },
  {
    name: 'a field that the document does not know is 422',
    check: target => refuses(target, {email: newEmail(), name: 'Ada', nickname: 'A'}),
  },
  {
    name: 'length counts characters: a name of 100 emoji is taken',
    async check({send}) {
      const body = {email: newEmail(), name: '\u{1F680}'.repeat(100)};
      equal((await send('POST', '/users', {body})).status, 201);
      isProblem(
        await send('POST', '/users', {body: {email: newEmail(), name: '\u{1F680}'.repeat(101)}}),
        422,
      );
    },
  },
  {
    name: 'metadata with the name __proto__ is 422 and changes nothing',
    async check({send}) {
      const body = `{"email": "${newEmail()}", "name": "Ada", "metadata": {"__proto__": "x"}}`;
      isProblem(await send('POST', '/users', {body}), 422);
    },
  },
  {
    name: 'a query parameter out of range is 422 and named',
    async check({send}) {
      const refused = await send('GET', '/users?limit=500');
      isProblem(refused, 422);
      named(refused, 'limit');
    },
  },
  {
    name: 'a query parameter that is no number is 422',
    async check({send}) {
      isProblem(await send('GET', '/users?limit=ten'), 422);
    },
  },
  {
    name: 'an unknown query parameter is 422',
    async check({send}) {
      isProblem(await send('GET', '/users?verbose=true'), 422);
    },
  },
  {
    name: 'a list in a query is split at commas, and each item checked',
    async check({send}) {
      equal((await send('GET', '/documents?media_type=text/plain,application/pdf')).status, 200);
      isProblem(await send('GET', '/documents?media_type=text/plain,image/png'), 422);
    },
  },

  // HTTP
  {
    name: 'malformed JSON is 400 and says where',
    async check({send}) {
      const refused = await send('POST', '/users', {body: '{"email": "a@example.com",\n"name": }'});
      isProblem(refused, 400);
      match(textAt(refused.json, 'detail'), /(line|position|column|offset)\D*\d/i);
      holds(!textAt(refused.json, 'detail').includes('Line 1, column 11'), 'not the example of the document');
    },
  },
  {
    name: 'a body that is not UTF-8 is 400',
    async check({send}) {
      const body = Buffer.concat([
        Buffer.from('{"email": "a@example.com", "name": "'),
        Buffer.from([0xc3, 0x28]),
      ]);
      isProblem(await send('POST', '/users', {body: Buffer.concat([body, Buffer.from('"}')])}), 400);
    },
  },
  {
    name: 'a body that is missing is refused',
    async check({send}) {
      const {status} = await send('POST', '/users', {body: ''});
      holds(status === 400 || status === 422, `${status}`);
    },
  },
  {
    name: 'another media type is 415',
    async check({send}) {
      isProblem(await send('POST', '/users', {headers: {'Content-Type': 'text/plain'}, body: 'Hello'}), 415);
    },
  },
  {
    name: 'a body above 1 MB is 413',
    async check({send}) {
      const body = {email: newEmail(), name: 'x'.repeat(1_200_000)};
      const refused = await send('POST', '/users', {body});
      isProblem(refused, 413);
    },
  },
  {
    name: 'a media type that it does not answer in is 406',
    async check({send}) {
      isProblem(await send('GET', '/users', {headers: {Accept: 'application/xml'}}), 406);
    },
  },
  {
    name: 'the second choice of Accept is answered',
    async check({send}) {
      const answer = await send('GET', '/users', {
        headers: {Accept: 'application/xml, application/json;q=0.5'},
      });
      equal(answer.status, 200);
      match(answer.headers['content-type'] ?? '', /^application\/json/);
    },
  },
  {
    name: 'another method is 405 with Allow',
    async check({send}) {
      const refused = await send('PUT', '/users');
      equal(refused.status, 405);
      match(refused.headers.allow ?? '', /GET.*POST|POST.*GET/);
    },
  },
  {
    name: 'a path that does not exist is 404, as problem details',
    async check({send}) {
      isProblem(await send('GET', '/nothing-here'), 404);
    },
  },
  {
    name: 'HEAD has the headers of GET and no body',
    async check({send}) {
      const answer = await send('HEAD', '/users');
      equal(answer.status, 200);
      match(answer.headers['content-type'] ?? '', /^application\/json/);
      equal(answer.bytes.length, 0);
    },
  },
  {
    name: 'a page of another origin may send its key (CORS preflight)',
    async check({send}) {
      const asked = {
        Origin: 'https://docs.example',
        'Access-Control-Request-Method': 'PATCH',
        'Access-Control-Request-Headers': 'authorization,content-type,if-match',
      };
      const {status, headers} = await send('OPTIONS', '/users/usr_123abc', {key: null, headers: asked});
      holds(status === 200 || status === 204);
      match(headers['access-control-allow-origin'] ?? '', /^(\*|https:\/\/docs\.example)$/);
      match(headers['access-control-allow-methods'] ?? '', /PATCH/);
      // The star does not stand for Authorization (Fetch §4.9).
      match(headers['access-control-allow-headers'] ?? '', /authorization/i);
    },
  },
  {
    name: 'malformed HTTP is 400, and the server goes on',
    async check({send, sendRaw}) {
      match(await sendRaw('GET /users HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n'), /^HTTP\/1\.1 400/);
      equal((await send('GET', '/users')).status, 200);
    },
  },
  {
    name: 'JSON of 10,000 levels is a 4xx, and the server goes on',
    async check({send}) {
      const body = `{"email": "${newEmail()}", "name": ${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
      const {status} = await send('POST', '/users', {body});
      holds(status >= 400 && status < 500, `${status}`);
      equal((await send('GET', '/users')).status, 200);
    },
  },
  {
    name: 'every answer has an id of its own',
    async check({send}) {
      const answers = [
        await send('GET', '/users'),
        await send('GET', '/users'),
        await send('GET', '/users/usr_0'),
      ];
      const ids = answers.map(({headers}) => headers['x-request-id'] ?? '');
      ids.forEach(id => match(id, /^req_[0-9a-z]+$/));
      equal(new Set(ids).size, 3);
    },
  },

  // Keys, limits, versions
  {
    name: 'no key is 401 with WWW-Authenticate, as problem details',
    async check({send}) {
      const refused = await send('GET', '/users', {key: null});
      isProblem(refused, 401);
      match(refused.headers['www-authenticate'] ?? '', /^Bearer/i);
    },
  },
  {
    name: 'a key of another scheme is 401',
    async check({send}) {
      const headers = {Authorization: 'Basic dXNlcjpwYXNz'};
      equal((await send('GET', '/users', {key: null, headers})).status, 401);
    },
  },
  {
    name: 'the key that the document names as read-only reads, and writes with 403',
    async check({send}) {
      const key = 'ck_mock_4242_readonly';
      equal((await send('GET', '/users', {key})).status, 200);
      isProblem(await send('POST', '/users', {key, body: {email: newEmail(), name: 'Ada'}}), 403);
    },
  },
  {
    name: 'an answer tells the limit, and how many requests are left',
    async check({send}) {
      const [first, second] = [await send('GET', '/users'), await send('GET', '/users')];
      holds(Number(first.headers['x-ratelimit-limit']) > 0);
      const left = [first, second].map(({headers}) => Number(headers['x-ratelimit-remaining']));
      holds((left[1] ?? 0) < (left[0] ?? 0));
    },
  },
  {
    name: 'a user that was not changed is 304 for its ETag',
    async check(target) {
      const {id} = await createUser(target);
      const {headers} = await target.send('GET', `/users/${id}`);
      match(headers.etag ?? '', /^"[^"]+"$/);
      const again = await target.send('GET', `/users/${id}`, {
        headers: {'If-None-Match': headers.etag ?? ''},
      });
      equal(again.status, 304);
      equal(again.bytes.length, 0);
    },
  },
  {
    name: 'an old ETag in If-Match is 412, the current one is taken',
    async check(target) {
      const {id, created} = await createUser(target);
      const change = (name: string, tag: string) =>
        target.send('PATCH', `/users/${id}`, {headers: {'If-Match': tag}, body: {name}});
      const tag = created.headers.etag ?? '';
      equal((await change('Ada King', tag)).status, 200);
      isProblem(await change('Ada Byron', tag), 412);
    },
  },
  {
    name: 'the same Idempotency-Key creates once, and answers alike',
    async check({send}) {
      const sent = {headers: {'Idempotency-Key': newEmail()}, body: {email: newEmail(), name: 'Ada'}};
      const [first, second] = [await send('POST', '/users', sent), await send('POST', '/users', sent)];
      equal(second.status, 201);
      deepEqual(second.json, first.json);
      const other = await send('POST', '/users', {body: {email: newEmail(), name: 'Ada'}});
      notEqual(textAt(other.json, 'id'), textAt(first.json, 'id'));
    },
  },

  // Prefer (RFC 7240)
  {
    name: 'Prefer: code=503 is answered, with Retry-After',
    async check({send}) {
      const answer = await send('GET', '/users', {headers: {Prefer: 'code=503'}});
      isProblem(answer, 503);
      holds(Number(answer.headers['retry-after']) >= 1);
    },
  },
  {
    name: 'Prefer: example=NAME is that example',
    async check({send}) {
      const headers = {Prefer: 'code=409, example=lastAdministrator'};
      const answer = await send('PATCH', '/users/usr_123abc', {headers, body: {name: 'Ada'}});
      isProblem(answer, 409);
      match(textAt(answer.json, 'type'), /#last-administrator$/);
    },
  },
  {
    name: 'Prefer: dynamic=true is another value that fits the schema',
    async check({send}) {
      const {status, json} = await send('GET', '/users/usr_123abc', {headers: {Prefer: 'dynamic=true'}});
      equal(status, 200);
      match(textAt(json, 'id'), /^usr_[0-9a-z]+$/);
      match(textAt(json, 'email'), /^[^@\s]+@[^@\s]+$/);
      match(textAt(json, 'role'), /^(user|admin|viewer)$/);
      holds(!Number.isNaN(Date.parse(textAt(json, 'created_at'))));
      notEqual(textAt(json, 'created_at'), '2024-01-11T10:00:00Z');
    },
  },

  // Pages
  {
    name: 'pages of two hold every user once, in the same order as one page',
    async check(target) {
      await createUser(target);
      const whole = await allPages(target, '/users?limit=100');
      const inTwos = await allPages(target, '/users?limit=2');
      holds(whole.length > 2);
      deepEqual(inTwos, whole);
    },
  },
  {
    name: 'pages stay right while users come and go',
    async check(target) {
      const known = [await createUser(target), await createUser(target), await createUser(target)];
      equal(new Set(known.map(({id}) => id)).size, 3);
      const before = (await allPages(target, '/users?limit=100')).map(({id}) => id);
      const position = before.indexOf(known[1]?.id ?? '');
      const first = await target.send('GET', `/users?limit=${position}`);
      await target.send('DELETE', `/users/${known[0]?.id}`);
      await createUser(target);
      const cursor = textAt(first.json, 'next_cursor');
      const [next] = dataOf(await target.send('GET', `/users?limit=1&cursor=${encodeURIComponent(cursor)}`));
      equal(next?.id, known[1]?.id);
    },
  },
  {
    name: 'a filter leaves out what does not fit',
    async check(target) {
      const {id} = await createUser(target, {role: 'viewer'});
      const viewers = await allPages(target, '/users?role=viewer');
      holds(viewers.some(user => user.id === id));
      holds(viewers.every(({role}) => role === 'viewer'));
    },
  },

  // Documents
  {
    name: 'uploaded files are in the list, under their names',
    async check(target) {
      const [first = '', second = ''] = [newName(), newName()];
      const files = [
        {name: first, text: 'One'},
        {name: second, text: 'Two'},
      ];
      equal((await target.send('POST', '/documents', multipart(files))).status, 202);
      const names = (await allPages(target, '/documents?limit=100')).map(({name}) => name);
      holds(names.includes(first) && names.includes(second));
    },
  },
  {
    name: 'a download is what was uploaded, byte for byte, and in ranges',
    async check(target) {
      const text = 'Tea is served at four. \u{1F375}\r\n\r\n';
      const id = await upload(target, text);
      const whole = await target.send('GET', `/documents/${id}/content`);
      equal(whole.status, 200);
      equal(whole.text, text);
      const part = await target.send('GET', `/documents/${id}/content`, {headers: {Range: 'bytes=4-5'}});
      equal(part.status, 206);
      equal(part.text, 'is');
      equal(part.headers['content-range'], `bytes 4-5/${Buffer.byteLength(text)}`);
    },
  },
  {
    name: 'a range behind the end is 416 with the size',
    async check(target) {
      const id = await upload(target, 'Short');
      const headers = {Range: 'bytes=900-'};
      const refused = await target.send('GET', `/documents/${id}/content`, {headers});
      isProblem(refused, 416);
      equal(refused.headers['content-range'], 'bytes */5');
    },
  },
  {
    name: 'an uploaded text is queued, then ready, and search finds it',
    async check(target) {
      const word = `quokka${newName().replace(/\W/g, '')}`;
      const uploaded = await target.send(
        'POST',
        '/documents',
        multipart([{name: newName(), text: `The ${word} sleeps.`}]),
      );
      equal(dataOf(uploaded)[0]?.status, 'queued');
      const id = String(dataOf(uploaded)[0]?.id);
      await until(
        async () => textAt((await target.send('GET', `/documents/${id}`)).json, 'status') === 'ready',
      );
      const body = {query: word, mode: 'keyword'};
      const found = await target.send('POST', '/search', {body});
      holds(dataOf(found).some(({document_id: document}) => document === id));
    },
  },

  {
    name: 'an upload without its boundary is 400',
    async check({send}) {
      const headers = {'Content-Type': 'multipart/form-data'};
      isProblem(await send('POST', '/documents', {headers, body: 'no parts'}), 400);
    },
  },
  {
    name: 'a deleted document is gone from the list and from search',
    async check(target) {
      const word = `numbat${newName().replace(/\W/g, '')}`;
      const id = await upload(target, `The ${word} sleeps.`);
      equal((await target.send('DELETE', `/documents/${id}`)).status, 204);
      holds(!(await allPages(target, '/documents?limit=100')).some(document => document.id === id));
      const found = await target.send('POST', '/search', {body: {query: word, mode: 'keyword'}});
      holds(dataOf(found).every(({document_id: document}) => document !== id));
      equal((await target.send('GET', `/documents/${id}/content`)).status, 404);
    },
  },

  // Chat
  {
    name: 'a thread holds the question and an answer that quotes a document',
    async check(target) {
      const thread = await newThread(target);
      const body = {content: 'How long does a refund take?'};
      const answer = await target.send('POST', `/threads/${thread}/messages`, {body});
      equal(answer.status, 201);
      equal(textAt(answer.json, 'thread_id'), thread);
      holds(
        isObject(answer.json) && Array.isArray(answer.json.citations) && answer.json.citations.length > 0,
      );
      const messages = await allPages(target, `/threads/${thread}/messages`);
      deepEqual(
        messages.map(({role}) => role),
        ['user', 'assistant'],
      );
      equal(messages[0]?.content, body.content);
    },
  },
  {
    name: 'a streamed answer comes piece by piece, and the pieces make the message',
    async check(target) {
      const thread = await newThread(target);
      const body = {content: 'How long does a refund take?'};
      const stream = await target.send('POST', `/threads/${thread}/messages/stream`, {body});
      equal(stream.status, 200);
      match(stream.headers['content-type'] ?? '', /^text\/event-stream/);
      const events = [...stream.text.matchAll(/^event: (\S+)\ndata: (.*)$/gm)];
      const text = events
        .filter(([, name]) => name === 'message.delta')
        .map(([, , data]) => textAt(JSON.parse(data ?? 'null'), 'text'))
        .join('');
      const [, last, whole] = events.at(-1) ?? [];
      equal(last, 'message.completed');
      equal(textAt(JSON.parse(whole ?? 'null'), 'content'), text);
      equal(textAt(JSON.parse(whole ?? 'null'), 'thread_id'), thread);
      holds(stream.chunks > 2, `${stream.chunks} chunks`);
    },
  },

  // The limit itself
  {
    name: 'once no requests are left it is 429, with Retry-After',
    async check({send}) {
      const {headers} = await send('GET', '/users');
      const limit = Number(headers['x-ratelimit-limit'] ?? 0);
      holds(limit > 0 && limit < 10_000, `the limit is ${limit}`);
      let refused = await send('GET', '/users');
      // Twice as many, as a window may end on the way.
      for (let sent = 0; refused.status === 200 && sent < 2 * limit; sent++) {
        refused = await send('GET', '/users?limit=1');
      }
      isProblem(refused, 429);
      holds(Number(refused.headers['retry-after']) >= 1);
    },
  },
];

let made = 0;

function newEmail(): string {
  return `reader.${++made}@bench.example`;
}

function newName(): string {
  return `bench-${++made}.txt`;
}

async function createUser({send}: Target, fields: {readonly role?: string} = {}) {
  const email = newEmail();
  const created = await send('POST', '/users', {body: {email, name: 'Ada Lovelace', ...fields}});
  equal(created.status, 201);
  return {created, email, id: textAt(created.json, 'id')};
}

async function newThread({send}: Target): Promise<string> {
  return textAt((await send('POST', '/threads', {body: {title: newName()}})).json, 'id');
}

async function upload({send}: Target, text: string): Promise<string> {
  const uploaded = await send('POST', '/documents', multipart([{name: newName(), text}]));
  equal(uploaded.status, 202);
  return String(dataOf(uploaded)[0]?.id);
}

/** Follows `next_cursor` to the end. */
async function allPages({send}: Target, path: string): Promise<ReturnType<typeof dataOf>> {
  const rows = [];
  let cursor = '';
  for (let page = 0; page < 200; page++) {
    const more = cursor === '' ? '' : `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
    const answer = await send('GET', path + more);
    equal(answer.status, 200);
    rows.push(...dataOf(answer));
    cursor = textAt(answer.json, 'next_cursor');
    if (cursor === '') {
      return rows;
    }
  }
  throw new Error('The pages have no end.');
}

/** A user that is refused with 422, at these places. */
async function refuses(
  {send}: Target,
  body: {[name: string]: string | object},
  ...places: string[]
): Promise<void> {
  const refused = await send('POST', '/users', {body: JSON.stringify(body)});
  isProblem(refused, 422);
  places.forEach(place => named(refused, place));
}

function named(refused: Received, place: string): void {
  const places = placesOf(refused);
  holds(
    places.some(found => found === place || found.endsWith(`/${place}`)),
    `${place} is not among ${places.join(', ')}`,
  );
}

/** Problem details by their media type, as the document says; for the rest each server has its own words. */
function isProblem({status, headers}: Received, expected: number): void {
  equal(status, expected);
  match(headers['content-type'] ?? '', /^application\/problem\+json/);
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 15_000;
  while (!(await condition())) {
    holds(performance.now() < deadline, 'never came');
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** As `assert.ok`, which without a message parses the whole source to make one. */
function holds(condition: boolean, otherwise = 'it does not hold'): void {
  if (!condition) {
    fail(otherwise);
  }
}
