import {describe, expect, test} from 'vitest';

import type {ApiRequest} from '../../../src/request/apiRequest';
import {send} from '../../../src/client/send';
import {localServer} from './localServer';
import {asFailure, asResponse, requestTo} from './requests';

const bearer = {type: 'bearer', env: 'CLOUDINDEX_API_KEY', value: 'key_1'} as const;

describe('what arrives', () => {
  test('the method, the URL and the headers arrive as they were built', async () => {
    const {origin, arrived} = await localServer();
    await send(
      requestTo(`${origin}/v1/users?filter%5Brole%5D=a%2Fb&tag=x&tag=y`, {
        method: 'PATCH',
        headers: [
          {name: 'X-Trace', value: 'one'},
          {name: 'X-Trace', value: 'two'},
        ],
      }),
    );
    expect(arrived).toHaveLength(1);
    expect(arrived[0]).toMatchObject({method: 'PATCH', url: '/v1/users?filter%5Brole%5D=a%2Fb&tag=x&tag=y'});
    expect(arrived[0]?.headers['x-trace']).toBe('one, two');
  });

  test('JSON text arrives byte for byte, even when it is not valid JSON', async () => {
    const {origin, arrived} = await localServer();
    const text = '{ "n": 9007199254740993.10, // why\r\n "ü": "\\u00fc" ';
    await send(
      requestTo(origin, {method: 'POST', body: {type: 'json', mediaType: 'application/json', text}}),
    );
    expect(arrived[0]?.body.toString('utf8')).toBe(text);
    expect(arrived[0]?.headers['content-type']).toBe('application/json');
  });

  test('a form arrives url-encoded, with repeated fields in order', async () => {
    const {origin, arrived} = await localServer();
    await send(
      requestTo(origin, {
        method: 'POST',
        body: {
          type: 'form',
          mediaType: 'application/x-www-form-urlencoded',
          fields: [
            {name: 'a b', value: '1&2'},
            {name: 'a b', value: 'ü=+'},
          ],
        },
      }),
    );
    expect(arrived[0]?.body.toString()).toBe('a+b=1%262&a+b=%C3%BC%3D%2B');
    expect(arrived[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  });

  test('multipart parts keep their names, media types, line breaks and bytes', async () => {
    const {origin, arrived} = await localServer();
    const bytes = new Uint8Array([0, 255, 13, 10, 45, 45]);
    await send(
      requestTo(origin, {
        method: 'POST',
        body: {
          type: 'multipart',
          parts: [
            {name: 'note', value: 'line\nline'},
            {name: 'meta', value: '{"a":1}', mediaType: 'application/json'},
            {name: 'file', file: {id: 'f1', name: 're"port.bin'}},
          ],
        },
      }),
      {files: new Map([['f1', new Blob([bytes])]])},
    );
    const form = await new Response(new Uint8Array(arrived[0]?.body ?? []), {
      headers: {'Content-Type': arrived[0]?.headers['content-type'] ?? ''},
    }).formData();
    expect(arrived[0]?.body.toString('latin1')).toContain(
      'Content-Type: application/json\r\n\r\n{"a":1}\r\n',
    );
    expect(arrived[0]?.body.toString('latin1')).toContain('\r\n\r\nline\nline\r\n');
    const file = form.get('file');
    expect(file).toBeInstanceOf(File);
    expect((file as File).name).toBe('re"port.bin');
    expect(new Uint8Array(await (file as File).arrayBuffer())).toEqual(bytes);
  });

  test('a file arrives as its bytes, under the media type of the request', async () => {
    const {origin, arrived} = await localServer();
    await send(
      requestTo(origin, {
        method: 'PUT',
        body: {type: 'file', mediaType: 'image/png', file: {id: 'p', name: 'a.png'}},
      }),
      {files: new Map([['p', new Blob([new Uint8Array([137, 80, 0])], {type: 'text/plain'})]])},
    );
    expect([...(arrived[0]?.body ?? [])]).toEqual([137, 80, 0]);
    expect(arrived[0]?.headers['content-type']).toBe('image/png');
  });

  test('no body means no Content-Type', async () => {
    const {origin, arrived} = await localServer();
    await send(requestTo(origin, {method: 'POST'}));
    expect(arrived[0]?.headers).not.toHaveProperty('content-type');
    expect(arrived[0]?.body).toHaveLength(0);
  });
});

describe('credentials', () => {
  test.each([
    [bearer, 'authorization', 'Bearer key_1'],
    [{type: 'basic', env: 'E', value: 'ann:pä:ss'}, 'authorization', `Basic ${btoa('ann:pÃ¤:ss')}`],
    [{type: 'apiKey', in: 'header', name: 'X-Key', env: 'E', value: 'k'}, 'x-key', 'k'],
    [{type: 'apiKey', in: 'cookie', name: 'sid', env: 'E', value: 'k'}, 'cookie', 'sid=k'],
  ] as const)('%o goes into the header %s', async (credential, header, value) => {
    const {origin, arrived} = await localServer();
    await send(requestTo(origin, {credentials: [credential]}));
    expect(arrived[0]?.headers[header]).toBe(value);
  });

  test('a key for the query joins the query that is there, and is not in the URL of the result', async () => {
    const {origin, arrived} = await localServer();
    const key = {type: 'apiKey', in: 'query', name: 'api key', env: 'E', value: 'k&1'} as const;
    const result = await send(requestTo(`${origin}/a?b=c`, {credentials: [key]}));
    expect(arrived[0]?.url).toBe('/a?b=c&api%20key=k%261');
    expect(asResponse(result).url).toBe(`${origin}/a?b=c`);
  });

  test('a redirect with a key on the request is not followed', async () => {
    const other = await localServer();
    const {origin} = await localServer(response => {
      response.writeHead(307, {Location: `${other.origin}/elsewhere`}).end();
    });
    await send(requestTo(origin, {credentials: [bearer]}));
    expect(other.arrived).toHaveLength(0);
  });

  test('nor is one with a header that is a key by its name', async () => {
    const other = await localServer();
    const {origin} = await localServer(response => {
      response.writeHead(302, {Location: `${other.origin}/elsewhere`}).end();
    });
    await send(requestTo(origin, {headers: [{name: 'X-Api-Key', value: 'hush'}]}));
    expect(other.arrived).toHaveLength(0);
  });

  test('a redirect that the browser hides is told as one', async () => {
    const hidden = Object.defineProperty(new Response(null), 'type', {value: 'opaqueredirect'});
    const result = await send(requestTo('https://api.test/a', {credentials: [bearer]}), {
      fetch: async () => hidden,
    });
    expect(asFailure(result)).toMatchObject({cause: 'redirect'});
    expect(asFailure(result).nextStep).toContain('Location');
  });

  test.each<[string, string, Partial<ApiRequest>]>([
    ['a header of any name', '/', {headers: [{name: 'X-Tenant', value: 'mine'}]}],
    ['a query', '/?limit=5', {}],
    ['a key in the path', '/sk_live_51Habcdef/users', {}],
    ['a body', '/', {method: 'POST', body: {type: 'json', mediaType: 'application/json', text: '{}'}}],
    ['a form', '/', {method: 'POST', body: {type: 'form', mediaType: 'a/b', fields: []}}],
  ])('%s of the reader stays with the server, and where the redirect leads is told', async (_, path, own) => {
    const other = await localServer();
    const {origin} = await localServer(response => {
      response.writeHead(308, {Location: `${other.origin}/elsewhere`}).end();
    });
    const result = asFailure(await send(requestTo(`${origin}${path}`, own)));
    expect(other.arrived).toHaveLength(0);
    expect(result).toMatchObject({cause: 'redirect'});
    expect(result.explanation).toContain(other.origin);
  });

  test('a redirect that a mock in the tab plays is an answer like any', async () => {
    const result = await send(requestTo('https://api.test/a?b=c'), {
      target: 'page-mock',
      fetch: async () => new Response(null, {status: 303, headers: {Location: 'https://other.test/'}}),
    });
    expect(asResponse(result)).toMatchObject({status: 303});
  });

  test('a redirect without a key is followed, and the result says where it ended', async () => {
    const other = await localServer(response => response.end('there'));
    const {origin} = await localServer(response => {
      response.writeHead(302, {Location: `${other.origin}/elsewhere`}).end();
    });
    const result = asResponse(await send(requestTo(origin)));
    expect(result).toMatchObject({status: 200, url: `${other.origin}/elsewhere`});
  });

  test('cookies, cache and referrer of this site stay out of it', async () => {
    let seen: Request | undefined;
    await send(requestTo('https://api.test/a'), {
      fetch: async request => {
        seen = request;
        return new Response();
      },
    });
    expect(seen).toMatchObject({credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer'});
  });
});

describe('the answer', () => {
  test('status, headers, body, size and time are told', async () => {
    const {origin} = await localServer(response => {
      response.writeHead(422, 'Nope', {'Content-Type': 'application/problem+json', 'X-Rate': '9'});
      response.end('{"title":"ü"}');
    });
    const result = asResponse(await send(requestTo(`${origin}/a`)));
    expect(result).toMatchObject({status: 422, statusText: 'Nope', size: 14, url: `${origin}/a`, notes: []});
    expect(result.body.text).toBe('{"title":"ü"}');
    expect(result.headers).toContainEqual({name: 'x-rate', value: '9'});
    expect(result.durationMs).toBeGreaterThanOrEqual(result.firstByteMs);
  });

  test('it is told whether the browser may have hidden headers, as it does across origins', async () => {
    const answered = async (type: ResponseType): Promise<unknown> => {
      const response = Object.defineProperty(new Response(), 'type', {value: type});
      return asResponse(await send(requestTo('https://a.test'), {fetch: async () => response})).headersHidden;
    };
    expect(await answered('cors')).toBe(true);
    expect(await answered('basic')).toBeUndefined();
    expect(await answered('default')).toBeUndefined();
  });

  test('text is decoded by its charset', async () => {
    const {origin} = await localServer(response => {
      response.setHeader('Content-Type', 'text/plain; charset="iso-8859-1"');
      response.end(Buffer.from([0xfc]));
    });
    expect(asResponse(await send(requestTo(origin))).body.text).toBe('ü');
  });

  test('bytes that are not text have no text', async () => {
    const {origin} = await localServer(response => {
      response.setHeader('Content-Type', 'application/octet-stream');
      response.end('looks like text');
    });
    const {body} = asResponse(await send(requestTo(origin)));
    expect(body.text).toBeUndefined();
    expect(body.bytes).toHaveLength(15);
  });

  test.each([
    ['UTF-8 bytes are text', Buffer.from('grüße'), 'grüße'],
    ['other bytes are not', Buffer.from([0xff, 0xfe]), undefined],
    ['a NUL makes it no text', Buffer.from('a\0b'), undefined],
  ])('without a media type, %s', async (_, bytes, text) => {
    const {origin} = await localServer(response => response.end(bytes));
    expect(asResponse(await send(requestTo(origin))).body.text).toBe(text);
  });

  test('a body over the limit is cut there, and said to be', async () => {
    const {origin} = await localServer(response => {
      const more = (): void => {
        while (response.write('x'.repeat(1000)));
        response.once('drain', more);
      };
      more();
    });
    const result = asResponse(await send(requestTo(origin), {maxBytes: 2500}));
    expect(result).toMatchObject({size: 2500, body: {cut: 'limit'}});
    expect(result.notes.join()).toContain('2,500 bytes');
  });

  test('an endless body is cut at 32 MiB where nobody sets a limit', async () => {
    const {origin} = await localServer(response => {
      const piece = Buffer.alloc(1024 * 1024, 'x');
      const more = (): void => {
        while (response.write(piece));
        response.once('drain', more);
      };
      more();
    });
    const result = asResponse(await send(requestTo(origin)));
    expect(result).toMatchObject({size: 32 * 1024 * 1024, body: {cut: 'limit'}});
    expect(result.notes.join()).toContain('the rest was not read');
  });

  test('a body of exactly the limit is whole', async () => {
    const {origin} = await localServer(response => response.end('x'.repeat(2500)));
    const result = asResponse(await send(requestTo(origin), {maxBytes: 2500}));
    expect(result).toMatchObject({size: 2500, notes: []});
    expect(result.body.cut).toBeUndefined();
  });

  test('a body that breaks off keeps what came', async () => {
    const {origin} = await localServer(response => {
      response.writeHead(200, {'Content-Length': '100', 'Content-Type': 'text/plain'});
      response.write('half', () => response.destroy());
    });
    expect(asResponse(await send(requestTo(origin)))).toMatchObject({
      body: {text: 'half', cut: 'interrupted'},
    });
  });

  test('a body that falls silent keeps what came', async () => {
    const {origin} = await localServer(response => {
      response.setHeader('Content-Type', 'text/plain');
      response.write('half');
    });
    expect(asResponse(await send(requestTo(origin), {timeoutMs: 100}))).toMatchObject({
      body: {text: 'half', cut: 'timeout'},
    });
  });

  test('a stream is told as it arrives, and stopped by the reader', async () => {
    let closed: () => void = () => undefined;
    const ended = new Promise<void>(resolve => (closed = resolve));
    const {origin} = await localServer(response => {
      response.setHeader('Content-Type', 'text/event-stream');
      response.write('data: 1\n\n');
      response.on('close', closed);
    });
    const reader = new AbortController();
    const events: string[] = [];
    const result = await send(requestTo(origin), {
      signal: reader.signal,
      onHeaders: head => events.push(`status ${head.status}`),
      onChunk: bytes => {
        events.push(new TextDecoder().decode(bytes));
        reader.abort();
      },
    });
    await ended;
    expect(events).toEqual(['status 200', 'data: 1\n\n']);
    expect(asResponse(result)).toMatchObject({body: {text: 'data: 1\n\n', cut: 'cancelled'}});
  });
});

describe('no answer', () => {
  test('cancelling before the answer is no failure, and closes the connection', async () => {
    const reader = new AbortController();
    let closed: () => void = () => undefined;
    const ended = new Promise<void>(resolve => (closed = resolve));
    const {origin} = await localServer(response => {
      response.on('close', closed);
      reader.abort();
    });
    expect((await send(requestTo(origin), {signal: reader.signal})).type).toBe('aborted');
    await ended;
  });

  test('a signal that was aborted before means that nothing is told but that', async () => {
    const result = await send(requestTo('https://api.test'), {
      signal: AbortSignal.abort(),
      fetch: () => new Promise(() => undefined),
    });
    expect(result.type).toBe('aborted');
  });

  test('so it does where what carries the request then rejects', async () => {
    const result = await send(requestTo('https://api.test'), {
      signal: AbortSignal.abort(),
      fetch: () => Promise.reject(new DOMException('signal is aborted without reason', 'AbortError')),
    });
    expect(result.type).toBe('aborted');
    // What nobody handles is told of after all that was promised.
    await new Promise(resolve => setImmediate(resolve));
  });

  test('a server that stays silent is a timeout', async () => {
    const {origin} = await localServer(() => undefined);
    const failure = asFailure(await send(requestTo(`${origin}/a`), {timeoutMs: 100}));
    expect(failure).toMatchObject({cause: 'timeout'});
    expect(failure.explanation).toContain(`${origin} did not respond within 0.1 seconds`);
  });

  test('a mock that breaks down in the page is told as such', async () => {
    const result = await send(requestTo('https://mock.invalid/v1'), {
      target: 'page-mock',
      fetch: () => {
        throw new Error('chunk failed to load');
      },
    });
    expect(asFailure(result)).toMatchObject({cause: 'page-mock-failed'});
  });

  test.each([
    ['a URL that is not absolute', requestTo('/users'), 'URL'],
    ['a URL with a password', requestTo('https://ann:secret@api.test/'), 'password'],
    [
      'a GET with a body',
      requestTo('https://a.test', {body: {type: 'text', mediaType: '', text: 'x'}}),
      'body',
    ],
    ['a method that browsers forbid', requestTo('https://a.test', {method: 'TRACE'}), 'method TRACE'],
    [
      'a header with a line break',
      requestTo('https://a.test', {headers: [{name: 'X-A', value: 'a\nb'}]}),
      'header "X-A"',
    ],
    [
      'a key that no header can carry',
      requestTo('https://a.test', {credentials: [{...bearer, value: 'sécret…'}]}),
      'header "Authorization"',
    ],
    [
      'a file that is not at hand',
      requestTo('https://a.test', {
        method: 'PUT',
        body: {type: 'file', mediaType: 'image/png', file: {id: 'gone', name: 'a.png'}},
      }),
      'a.png',
    ],
  ])('%s is explained and not sent', async (_, request, names) => {
    const failure = asFailure(await send(request, {fetch: () => Promise.reject(new Error('was sent'))}));
    expect(failure.cause).toBe('invalid-request');
    expect(failure.explanation).toContain(names);
    expect(JSON.stringify(failure)).not.toContain('cret');
  });
});
