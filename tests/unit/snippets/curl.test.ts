import fc from 'fast-check';
import {describe, expect, test} from 'vitest';

import type {ApiRequest} from '../../../src/request/apiRequest';
import {isForWindows, parseCurl} from '../../../src/snippets/parse/curl/curl';
import * as windows from '../../../src/snippets/parse/curl/windows';
import {generateSnippet} from '../../../src/snippets';

function read(command: string): ApiRequest {
  const parsed = parseCurl(command, isForWindows(command) ? windows : undefined);
  if ('problems' in parsed) {
    throw new Error(parsed.problems.map(({message}) => message).join(' '));
  }
  return parsed.request;
}

describe('a cURL command', () => {
  test.each<[string, string, Partial<ApiRequest>]>([
    ['with nothing but a URL', 'curl https://a.test/x', {method: 'GET', url: 'https://a.test/x'}],
    ['behind a prompt', '$ curl https://a.test/x', {url: 'https://a.test/x'}],
    ['without a scheme', 'curl a.test/x', {url: 'http://a.test/x'}],
    ['with short options in one word', 'curl -sSLXPUT https://a.test', {method: 'PUT'}],
    ['with a value after =', 'curl --request=DELETE https://a.test', {method: 'DELETE'}],
    ['with --head', 'curl -I https://a.test', {method: 'HEAD'}],
    [
      'with data in two options',
      'curl https://a.test -d a=1 -d b=2',
      {
        method: 'POST',
        body: {
          type: 'form',
          mediaType: 'application/x-www-form-urlencoded',
          fields: [
            {name: 'a', value: '1'},
            {name: 'b', value: '2'},
          ],
        },
      },
    ],
    ['with data in the query', 'curl -G https://a.test -d a=1', {method: 'GET', url: 'https://a.test?a=1'}],
    [
      'with --json',
      `curl --json '{"a": 1.10}' https://a.test`,
      {method: 'POST', body: {type: 'json', mediaType: 'application/json', text: '{"a": 1.10}'}},
    ],
    [
      'with parts',
      `curl https://a.test -F 'f=@a b.txt;type=text/plain' --form-string 'n=@x;y'`,
      {
        body: {
          type: 'multipart',
          parts: [
            {name: 'f', file: {id: 'disk:a b.txt', name: 'a b.txt'}, mediaType: 'text/plain'},
            {name: 'n', value: '@x;y'},
          ],
        },
      },
    ],
    [
      'with basic credentials',
      'curl -u me:secret https://a.test',
      {credentials: [{type: 'basic', env: 'API_KEY', value: 'me:secret'}]},
    ],
    [
      'with a key from a variable',
      'curl https://a.test -H "Authorization: Bearer ${MY_KEY:-abc}"',
      {credentials: [{type: 'bearer', env: 'MY_KEY', value: 'abc'}]},
    ],
    [
      'with a placeholder for the key',
      'curl https://a.test -H "Authorization: Bearer your-api-key"',
      {credentials: [{type: 'bearer', env: 'API_KEY', value: ''}]},
    ],
    [
      'as Chrome copies it',
      `curl 'https://a.test/api' \\
  -H 'accept: */*' \\
  -H 'content-type: application/json' \\
  --data-raw $'{"name":"It\\'s \\u0021"}' \\
  --compressed`,
      {
        method: 'POST',
        headers: [{name: 'accept', value: '*/*'}],
        body: {type: 'json', mediaType: 'application/json', text: '{"name":"It\'s !"}'},
      },
    ],
    [
      'as Chrome copies it for Windows',
      'curl ^"https://a.test/api^" ^\r\n  -H ^"content-type: application/json^" ^\r\n  --data-raw ^"^{^\\^"a^\\^": 1^}^"',
      {body: {type: 'json', mediaType: 'application/json', text: '{"a": 1}'}},
    ],
  ])('%s is read', (_, command, expected) => {
    expect(read(command)).toMatchObject(expected);
  });

  test.each([
    [`curl 'https://a.test`, 1, 6, 'not closed'],
    ['wget https://a.test', 1, 1, 'starts with "curl"'],
    ['curl -X', 1, 6, 'needs a value'],
    ['curl -s', 1, 8, 'has no URL'],
    ['curl \\\n  "ftp://a.test"', 2, 3, 'is not a URL'],
  ])('%j is refused at line %i, column %i', (command, line, column, words) => {
    const parsed = parseCurl(command);
    expect('problems' in parsed ? parsed.problems : []).toEqual([
      expect.objectContaining({line, column, message: expect.stringContaining(words)}),
    ]);
  });

  test('with an option that is not known here is read, and the option named', () => {
    const parsed = parseCurl('curl --quantum https://a.test');
    expect('notes' in parsed ? parsed.notes : []).toEqual(['The unknown option --quantum is ignored.']);
  });

  test('of any text is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), text => {
        expect(Object.keys(parseCurl(`curl ${text}`))).not.toEqual([]);
      }),
      {numRuns: 1000},
    );
  });

  test('that was made from a request gives this request again', () => {
    const header = fc.record({
      name: fc.constantFrom('X-A', 'X-B', 'Accept'),
      value: fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/),
    });
    fc.assert(
      fc.property(
        fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
        fc.uniqueArray(header, {maxLength: 3, selector: ({name}) => name}),
        fc.option(fc.string({unit: 'grapheme'}).filter(text => text.isWellFormed() && !text.includes('\0'))),
        (method, headers, text) => {
          const request: ApiRequest = {
            method,
            url: 'https://a.test/v1/things?q=%20',
            headers,
            credentials: [{type: 'bearer', env: 'MY_KEY', value: 'abc'}],
            body: text === null ? {type: 'none'} : {type: 'text', mediaType: 'text/plain', text},
            expects: {type: 'text'},
          };
          expect(read(generateSnippet(request, 'curl', {credentials: 'fallback'}))).toEqual(request);
        },
      ),
    );
  });
});
