import fc from 'fast-check';
import {describe, expect, test} from 'vitest';

import {exchangeAsMarkdown} from '../../../src/client/exchangeAsMarkdown';
import type {ResponseResult} from '../../../src/client/result';
import type {ApiRequest, Credential} from '../../../src/request/apiRequest';
import {generateSnippet} from '../../../src/snippets';

const env = 'CLOUDINDEX_API_KEY';

function exchange(
  credential: Credential,
  change: Partial<ResponseResult> = {},
  url = 'https://a.test/v1/users',
  sent: ApiRequest['headers'] = [],
) {
  const request: ApiRequest = {
    method: 'GET',
    url,
    headers: sent,
    credentials: [credential],
    body: {type: 'none'},
    expects: {type: 'text'},
  };
  const text = change.body?.text ?? '{"data": []}';
  const result: ResponseResult = {
    type: 'response',
    status: 200,
    statusText: 'OK',
    headers: [{name: 'content-type', value: 'application/json'}],
    url,
    firstByteMs: 1,
    durationMs: 2,
    size: text.length,
    notes: [],
    body: {bytes: new TextEncoder().encode(text), text},
    ...change,
  };
  return exchangeAsMarkdown({request, curl: generateSnippet(request, 'curl'), result});
}

const key: Credential = {type: 'bearer', env, value: 'sk_live_1234567890'};

describe('a request and its answer as Markdown', () => {
  test('are a heading, the command, the status, telling headers and the body', () => {
    const headers = [
      {name: 'content-type', value: 'application/json'},
      {name: 'x-request-id', value: 'req_1'},
      {name: 'set-cookie', value: 'session=abc'},
    ];
    expect(exchange(key, {headers})).toBe(
      `### GET /v1/users

\`\`\`bash
curl https://a.test/v1/users \\
  --fail-with-body \\
  --header "Authorization: Bearer \${CLOUDINDEX_API_KEY:?}"
\`\`\`

**200 OK**

\`\`\`http
content-type: application/json
x-request-id: req_1
\`\`\`

\`\`\`json
{
  "data": []
}
\`\`\``,
    );
  });

  test('hold no secret, wherever the server repeats it', () => {
    const secret = fc
      .string({minLength: 6, maxLength: 30, unit: 'grapheme-ascii'})
      .filter(one => one.trim() === one);
    const kinds = fc.constantFrom<Credential['type']>('bearer', 'basic', 'apiKey');
    fc.assert(
      fc.property(secret, kinds, fc.string(), (value, type, around) => {
        // What the page itself always says is no leak.
        fc.pre(!exchange(key).includes(value) && !around.includes(value) && !`$${env}`.includes(value));
        const credential: Credential =
          type === 'apiKey'
            ? {type, in: 'header', name: 'X-Key', env, value}
            : {type, env, value: type === 'basic' ? `user:${value}` : value};
        const text = JSON.stringify({echo: `${around}${value}${around}`, url: encodeURIComponent(value)});
        const body = {bytes: new TextEncoder().encode(text), text};
        const headers = [{name: 'x-request-id', value}];
        expect(exchange(credential, {body, headers, size: text.length})).not.toContain(value);
      }),
    );
  });

  test('hold no key that was typed as a plain header or query parameter', () => {
    const text = '{"echo": "hush-hush"}';
    const markdown = exchange(
      key,
      {body: {bytes: new TextEncoder().encode(text), text}, size: text.length},
      'https://a.test/v1/users?access_token=very-hush&limit=5',
      [{name: 'X-Api-Key', value: 'hush-hush'}],
    );
    expect(markdown).not.toMatch(/hush/);
    expect(markdown).toContain('$X_API_KEY');
    expect(markdown).toContain('limit=5');
  });

  test('keep a body that holds fences within one fence', () => {
    const text = 'before\n````\nafter';
    const headers = [{name: 'content-type', value: 'text/plain'}];
    const body = {bytes: new TextEncoder().encode(text), text};
    expect(exchange(key, {body, headers, size: text.length})).toContain(
      `\`\`\`\`\`text\n${text}\n\`\`\`\`\``,
    );
  });

  test('cut a long body and say so, and say what a binary one is', () => {
    const text = 'x'.repeat(30_000);
    const headers = [{name: 'content-type', value: 'text/plain'}];
    const long = exchange(key, {body: {bytes: new Uint8Array(), text}, headers, size: text.length});
    expect(long).toContain('Cut after 20,000 of 30,000 characters.');
    const binary = [{name: 'content-type', value: 'image/png'}];
    expect(exchange(key, {body: {bytes: new Uint8Array(9)}, headers: binary, size: 9})).toContain(
      'The body is binary: 9 bytes of image/png.',
    );
  });
});
