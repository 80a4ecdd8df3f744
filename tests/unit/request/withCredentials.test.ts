import {expect, test} from 'vitest';

import type {ApiRequest, Credential} from '../../../src/request/apiRequest';
import {wireHeaders, wireUrl} from '../../../src/request/withCredentials';
import {sampleHeaders} from '../../../src/snippets/snippet';

const url = 'https://a.test/things?limit=5';

function requestWith(credentials: readonly Credential[], headers: ApiRequest['headers'] = []): ApiRequest {
  return {method: 'GET', url, headers, credentials, body: {type: 'none'}, expects: {type: 'text'}};
}

const bearer = {type: 'bearer', env: 'E', value: 'k'} as const;
const basic = {type: 'basic', env: 'E', value: 'ann:pässword'} as const;
const key = {type: 'apiKey', env: 'E', name: 'Key', value: 'a&b'} as const;

test.each<[credential: Credential, headers: ApiRequest['headers'], url: string]>([
  [bearer, [{name: 'Authorization', value: 'Bearer k'}], url],
  [basic, [{name: 'Authorization', value: 'Basic YW5uOnDDpHNzd29yZA=='}], url],
  [{...key, in: 'header'}, [{name: 'Key', value: 'a&b'}], url],
  [{...key, in: 'cookie'}, [{name: 'Cookie', value: 'Key=a&b'}], url],
  [{...key, in: 'query'}, [], `${url}&Key=a%26b`],
])('%j goes where its scheme says', (credential, headers, expectedUrl) => {
  const request = requestWith([credential]);
  expect([wireHeaders(request), wireUrl(request)]).toEqual([headers, expectedUrl]);
});

test('what is typed under the name of a credential makes one list with it, and cookies one field', () => {
  const typed = [
    {name: 'X-Trace', value: '1'},
    {name: 'key', value: 'typed'},
    {name: 'Cookie', value: 'theme=dark'},
  ];
  const request = requestWith([bearer, {...key, in: 'header'}, {...key, in: 'cookie'}], typed);
  expect(wireHeaders(request)).toEqual([
    {name: 'Authorization', value: 'Bearer k'},
    {name: 'key', value: 'typed, a&b'},
    {name: 'Cookie', value: 'theme=dark; Key=a&b'},
    {name: 'X-Trace', value: '1'},
  ]);
});

test('a sample has the headers that are sent, but basic authentication is left to its client', () => {
  const names = sampleHeaders(requestWith([bearer, basic])).map(({name, value}) => [name, value]);
  expect(names).toEqual([['Authorization', ['Bearer ', {credential: bearer, index: 0}]]]);
});

test('the first key of a URL without a query begins one', () => {
  const request = {...requestWith([{...key, in: 'query'}]), url: 'https://a.test/things'};
  expect(wireUrl(request)).toBe('https://a.test/things?Key=a%26b');
});
