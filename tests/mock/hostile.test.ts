import {once} from 'node:events';
import {connect} from 'node:net';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import rules from '../../src/cloudindex/mock/rules';
import {createMock} from '../../src/mock/mock';
import {createSend, MOCK_KEY, type Send} from './support/client';
import {serveMock, type ServedMock} from './support/serveMock';

let served: ServedMock;
let send: Send;

beforeAll(async () => {
  served = await serveMock(createMock({rules, api: await loadApi('static/openapi.yaml')}));
  send = createSend(served.baseUrl, fetch);
});

afterAll(() => served.close());

const ada = {email: 'ada@example.com', name: 'Ada'};
const json = {'Content-Type': 'application/json'};

async function detail(response: Response): Promise<string> {
  return (await response.json()).detail;
}

describe('a body', () => {
  test.each([
    ['{"email": ', 'Line 1, column 11'],
    ['{"email": "a"\n "name": "b"}', 'Line 2, column 2'],
    ['{"a": 1, "a": 2}', 'Line 1, column 10'],
    ['[1, 2,]', 'Line 1, column 7'],
    ['', 'empty'],
  ])('%j is refused with the place of the fault', async (content, place) => {
    const response = await send('POST', '/users', {content, headers: json});
    expect(response.status).toBe(400);
    expect(await detail(response)).toContain(place);
  });

  test('of 10,000 levels, of bytes that are no UTF-8, and above the limit is refused', async () => {
    const deep = '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000);
    expect((await send('POST', '/users', {content: deep, headers: json})).status).toBe(400);
    const bytes = new Uint8Array([0x22, 0xff, 0x22]);
    expect((await send('POST', '/users', {content: bytes, headers: json})).status).toBe(400);
    const large = JSON.stringify({...ada, name: 'x'.repeat(1_100_000)});
    expect((await send('POST', '/users', {content: large, headers: json})).status).toBe(413);
  });

  test('of 60,000 unknown keys is refused with the first faults alone, however many there are', async () => {
    const body = Object.fromEntries(Array.from({length: 60_000}, (_, index) => [`k${index}`, 1]));
    const response = await send('POST', '/users', {body: {...ada, ...body}});
    expect(response.status).toBe(422);
    const {detail: words, errors} = await response.json();
    expect(words).toBe('60000 values are invalid. The first 100 are listed.');
    expect(errors).toHaveLength(100);
  });

  test('of ever more unknown keys within an object is refused too', async () => {
    const metadata = Object.fromEntries(Array.from({length: 90_000}, (_, index) => [index.toString(36), 1]));
    const response = await send('POST', '/users', {body: {...ada, metadata}});
    expect(response.status).toBe(422);
    expect((await response.json()).errors).toHaveLength(100);
  });

  test('with names of JavaScript or numbers beyond all measure changes nothing of the mock itself', async () => {
    const user = (metadata: string) => `{"email": "p@example.com", "name": "P", "metadata": ${metadata}}`;
    const refused = await send('POST', '/users', {content: user('{"__proto__": "x"}'), headers: json});
    expect(refused.status).toBe(422);
    const kept = await send('POST', '/users', {content: user('{"constructor": "y"}'), headers: json});
    expect((await kept.json()).metadata).toEqual({constructor: 'y'});
    const huge = await send('POST', '/search', {content: '{"query": "a", "limit": 1e400}', headers: json});
    expect(huge.status).toBe(400);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  test('in a media type that is not taken, without a boundary, or cut short is refused', async () => {
    const xml = {'Content-Type': 'application/xml'};
    expect((await send('POST', '/users', {content: '<a/>', headers: xml})).status).toBe(415);
    const bare = {'Content-Type': 'multipart/form-data'};
    expect(await detail(await send('POST', '/documents', {content: 'x', headers: bare}))).toContain(
      'boundary',
    );
    const cut = {'Content-Type': 'multipart/form-data; boundary=b'};
    const content = '--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nTe';
    expect((await send('POST', '/documents', {content, headers: cut})).status).toBe(400);
  });
});

test('an upload that turns out too large is answered, although the client is still sending', async () => {
  const piece = new TextEncoder().encode('x'.repeat(64_000));
  let pieces = 0;
  const content = new ReadableStream<Uint8Array>({
    start(controller) {
      const head = '--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n';
      controller.enqueue(new TextEncoder().encode(head));
    },
    pull(controller) {
      return pieces++ < 300 ? controller.enqueue(piece) : controller.close();
    },
  });
  const init = {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${MOCK_KEY}`,
      'Content-Type': 'multipart/form-data; boundary=b',
    },
    body: content,
    duplex: 'half',
  };
  const response = await fetch(`${served.baseUrl}/documents`, init);
  expect([response.status, await detail(response)]).toEqual([413, 'A file is larger than 10 MB.']);
});

test('query parameters that do not exist are named', async () => {
  const response = await send('GET', '/users?sort=name&limit=5');
  expect(response.status).toBe(422);
  expect((await response.json()).errors).toEqual([expect.objectContaining({in: 'query', pointer: '#/sort'})]);
});

test.each(['/users/..%2f..%2fetc%2fpasswd', '/users/%00', '/users/%ff', '/users/constructor', '/__proto__'])(
  'the path %s names nothing',
  async path => {
    expect((await send('GET', path)).status).toBe(404);
  },
);

/** Writes bytes to the server and gives back what it says until it hangs up. */
async function say(bytes: string): Promise<string> {
  const {hostname, port} = new URL(served.baseUrl);
  const socket = connect(Number(port), hostname);
  let heard = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => (heard += chunk));
  socket.on('error', () => {});
  socket.end(bytes, 'latin1');
  await once(socket, 'close');
  return heard;
}

const head = `Host: localhost\r\nAuthorization: Bearer ${MOCK_KEY}\r\nContent-Type: application/json\r\n`;

test.each([
  ['no HTTP', 'hello\r\n\r\n', '400'],
  ['a header without an end', `GET /v1/users HTTP/1.1\r\nX: ${'a'.repeat(100_000)}`, '431'],
  ['a length that is none', `POST /v1/users HTTP/1.1\r\n${head}Content-Length: ten\r\n\r\n{}`, '400'],
  [
    'two lengths',
    `POST /v1/users HTTP/1.1\r\n${head}Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}`,
    '400',
  ],
  [
    'a chunk that is none',
    `POST /v1/users HTTP/1.1\r\n${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
    '400',
  ],
  ['a target that is no path', `GET users HTTP/1.1\r\n${head}\r\n`, '400'],
])('%s gets an answer that says so', async (_, bytes, status) => {
  expect(await say(bytes)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
});

test('a body that ends before its length does no harm, and the mock goes on', async () => {
  await say(`POST /v1/users HTTP/1.1\r\n${head}Content-Length: 500\r\n\r\n{"email": "x`);
  expect((await send('GET', '/users')).status).toBe(200);
});
