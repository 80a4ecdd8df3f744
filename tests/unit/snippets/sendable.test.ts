import {describe, expect, test} from 'vitest';

import type {ApiRequest} from '../../../src/request/apiRequest';
import {
  generateSnippet,
  languageOf,
  languages,
  sampleOrReason,
  UnprintableRequest,
} from '../../../src/snippets';

const request: ApiRequest = {
  method: 'GET',
  url: 'https://a.test/x',
  headers: [],
  credentials: [],
  body: {type: 'none'},
  expects: {type: 'text'},
};
const body = {type: 'json', mediaType: 'application/json', text: '{"a":1}'} as const;

describe.each(languages)('in $label', ({id}) => {
  test('what every client encodes in a URL is encoded', () => {
    const code = generateSnippet({...request, url: 'https://a.test/ü b/{c}?filter[x]=50%25'}, id);
    expect(code).toContain('https://a.test/%C3%BC%20b/%7Bc%7D?filter%5Bx%5D=50%25');
  });

  test('a file is read from its path and sent under its name', () => {
    const file = {id: '1', name: 'sent.pdf', path: 'disk/read.pdf'};
    const code = generateSnippet(
      {...request, method: 'POST', body: {type: 'multipart', parts: [{name: 'doc', file}]}},
      id,
    );
    expect(code).toContain('disk/read.pdf');
    expect(code).toContain('sent.pdf');
  });
});

test.each(['curl', 'python', 'go', 'ruby', 'php'] as const)('a GET with a body is printed in %s', id => {
  expect(generateSnippet({...request, body}, id)).toContain('a');
});

test.each(['GET', 'HEAD'])('fetch, which sends no body with %s, is not printed', method => {
  expect(() => generateSnippet({...request, method, body}, 'node')).toThrow(UnprintableRequest);
  expect(sampleOrReason({...request, method, body}, languageOf('node'))).toMatch(
    /^\/\/ fetch sends no body with /,
  );
  expect(generateSnippet({...request, method}, 'node')).toContain('fetch');
});

test('a HEAD with a body, for whose answer cURL would wait, is not printed', () => {
  expect(() => generateSnippet({...request, method: 'HEAD', body}, 'curl')).toThrow(UnprintableRequest);
  expect(sampleOrReason({...request, method: 'HEAD', body}, languageOf('curl'))).toMatch(/^# cURL waits/);
});

test('a header whose last hyphen Ruby would remove is not printed in Ruby', () => {
  const named = (name: string): ApiRequest => ({...request, headers: [{name, value: '1'}]});
  expect(() => generateSnippet(named('X-A-'), 'ruby')).toThrow(UnprintableRequest);
  expect(sampleOrReason(named('X-A-'), languageOf('ruby'))).toMatch(/^# Ruby removes the hyphen/);
  expect(generateSnippet(named('X-A'), 'ruby')).toContain("request['X-A'] = '1'");
});

test('a HEAD with a body, for whose response PHP would wait, is not printed', () => {
  expect(sampleOrReason({...request, method: 'HEAD', body}, languageOf('php'))).toMatch(/^\/\/ PHP waits/);
  expect(generateSnippet({...request, method: 'HEAD'}, 'php')).toContain('CURLOPT_NOBODY');
});

test('a part whose name has an equals sign goes out whole, or not at all', () => {
  const named = (name: string): ApiRequest => ({
    ...request,
    method: 'POST',
    body: {type: 'multipart', parts: [{name, value: '2'}]},
  });
  expect(() => generateSnippet(named('a=b'), 'curl')).toThrow(UnprintableRequest);
  expect(generateSnippet(named('ab'), 'curl')).toContain('--form-string ab=2');
  for (const id of ['node', 'python', 'go', 'ruby', 'php'] as const) {
    expect(generateSnippet(named('a=b'), id)).toContain('a=b');
  }
});
