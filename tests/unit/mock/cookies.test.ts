import {describe, expect, test} from 'vitest';

import {createMock} from '../../../src/mock/mock';
import {createPageMock} from '../../../src/mock/page';
import {apiOf} from './support/mockOf';

const api = apiOf({
  components: {
    securitySchemes: {
      session: {type: 'apiKey', in: 'cookie', name: 'sid', 'x-mock-credential': 'mock-session'},
      key: {type: 'apiKey', in: 'header', name: 'X-Key', 'x-mock-credential': 'mock-key'},
    },
  },
  paths: {
    '/thing': {get: {security: [{session: []}], responses: {'200': {description: 'Done'}}}},
    '/both': {get: {security: [{session: [], key: []}], responses: {'200': {description: 'Done'}}}},
  },
});

describe('an API that asks for a cookie', () => {
  test('is answered in a page, which can send none', async () => {
    const mock = createPageMock({api});
    const ask = async (path: string, headers: HeadersInit = {}): Promise<number> =>
      (await mock.fetch(new Request(mock.baseUrl + path, {headers}))).status;
    expect(await ask('/thing')).toBe(200);
    expect(await ask('/both')).toBe(401);
    expect(await ask('/both', {'X-Key': 'mock-key'})).toBe(200);
  });

  test('gets it from everybody else', async () => {
    const mock = createMock({api});
    const ask = async (headers: Readonly<Record<string, string>>): Promise<number> => {
      const request = {
        ...{method: 'GET', url: `https://mock.invalid${mock.basePath}/thing`, body: null},
        headers: {get: (name: string) => headers[name] ?? null},
        signal: new AbortController().signal,
      };
      return (await mock.answer(request)).status;
    };
    expect(await ask({})).toBe(401);
    expect(await ask({Cookie: 'sid=mock-session'})).toBe(200);
    expect(await ask({Cookie: 'side=a; sid=mock-session; b=c=d'})).toBe(200);
  });
});

test('a credential may hold what parts others', async () => {
  const signedIn = apiOf({
    components: {
      securitySchemes: {
        session: {type: 'apiKey', in: 'cookie', name: 'sid', 'x-mock-credential': 'abc=='},
        basic: {type: 'http', scheme: 'basic', 'x-mock-credential': 'josé:p:w'},
      },
    },
    paths: {
      '/cookie': {get: {security: [{session: []}], responses: {'200': {description: 'Done'}}}},
      '/basic': {get: {security: [{basic: []}], responses: {'200': {description: 'Done'}}}},
    },
  });
  const mock = createMock({api: signedIn});
  const ask = async (path: string, headers: Readonly<Record<string, string>>): Promise<number> => {
    const request = {
      ...{method: 'GET', url: `https://mock.invalid${mock.basePath}${path}`, body: null},
      headers: {get: (name: string) => headers[name] ?? null},
      signal: new AbortController().signal,
    };
    return (await mock.answer(request)).status;
  };
  const basic = (text: string, encoding: 'utf8' | 'latin1'): {Authorization: string} => ({
    Authorization: `Basic ${Buffer.from(text, encoding).toString('base64')}`,
  });
  expect(await ask('/cookie', {Cookie: 'sid=abc=='})).toBe(200);
  expect(await ask('/cookie', {Cookie: 'sid=abc'})).toBe(401);
  expect(await ask('/basic', basic('josé:p:w', 'utf8'))).toBe(200);
  expect(await ask('/basic', basic('josé:p:w', 'latin1'))).toBe(401);
  expect(await ask('/basic', {Authorization: 'Basic %'})).toBe(401);
});
