import {expect, test} from 'vitest';

import type {ApiRequest} from '../../../src/request/apiRequest';
import {generateSnippet, languages} from '../../../src/snippets';

const request: ApiRequest = {
  method: 'GET',
  url: 'https://a.test/1/boards?limit=5',
  headers: [],
  credentials: [],
  body: {type: 'none'},
  expects: {type: 'text'},
};

test.each(languages)('each key of the query is in the URL: $label', ({id}) => {
  const code = generateSnippet(
    {
      ...request,
      credentials: [
        {type: 'apiKey', in: 'query', name: 'key', env: 'TRELLO_KEY', value: 'k'},
        {type: 'apiKey', in: 'query', name: 'token', env: 'TRELLO_TOKEN', value: 't'},
      ],
    },
    id,
  );
  expect(code).toMatch(/boards\?limit=5&key=[\s\S]*&token=/);
  expect(code).toContain('TRELLO_KEY');
  expect(code).toContain('TRELLO_TOKEN');
});

test.each(languages)('a header that repeats, and cookies, stand as one: $label', ({id}) => {
  const code = generateSnippet(
    {
      ...request,
      headers: [
        {name: 'X-A', value: '1'},
        {name: 'x-a', value: '2'},
        {name: 'Cookie', value: 'theme=dark'},
      ],
      credentials: [{type: 'apiKey', in: 'cookie', name: 'sid', env: 'SID', value: 's'}],
    },
    id,
  );
  expect(code.match(/x-a/gi)).toHaveLength(1);
  expect(code).toContain('1, 2');
  expect(code.match(/cookie/gi)).toHaveLength(1);
  expect(code).toContain('theme=dark; sid=');
});

test('keys that have to be quoted stand in a variable each', () => {
  const code = generateSnippet(
    {
      ...request,
      credentials: [
        {type: 'apiKey', in: 'header', name: 'X-A', env: 'A', value: 'one two'},
        {type: 'apiKey', in: 'header', name: 'X-B', env: 'B', value: 'three four'},
      ],
    },
    'curl',
    {credentials: 'fallback'},
  );
  expect(code).toContain("api_key=${A:-'one two'}\napi_key_2=${B:-'three four'}\n");
  expect(code).toContain('"X-A: $api_key" \\\n  --header "X-B: $api_key_2"');
});

test('a body that starts with a hyphen is no option of printf', () => {
  const body = {type: 'text' as const, mediaType: 'text/plain', text: '-\0a'};
  expect(generateSnippet({...request, method: 'POST', body}, 'curl')).toContain(
    String.raw`printf '\055\000a' |`,
  );
});

test('a number that Python writes otherwise stands in a text', () => {
  const body = (text: string) => ({type: 'json' as const, mediaType: 'application/json', text});
  const code = (text: string): string =>
    generateSnippet({...request, method: 'POST', body: body(text)}, 'python');
  expect(code('{"a":0.00001}')).toContain(`data='{"a":0.00001}'`);
  expect(code('{"a":0.0001}')).toContain('"a": 0.0001,');
});
