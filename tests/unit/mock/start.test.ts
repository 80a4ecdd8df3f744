import {request} from 'node:http';
import {afterEach, describe, expect, test} from 'vitest';

import type {Api} from '../../../src/api/operation';
import {createMock} from '../../../src/mock/mock';
import {usesCookies} from '../../../src/mock/node/access';
import {createMockServer} from '../../../src/mock/node/server';
import {startWords} from '../../../src/mock/node/startWords';
import type {MockRules} from '../../../src/mock/rules';
import {apiOf} from './support/mockOf';

const done = {responses: {'200': {description: 'Done', headers: {'X-A': {example: 'a'}}}}};
const securitySchemes = {
  head: {type: 'apiKey', in: 'header', name: 'X-K'},
  jar: {type: 'apiKey', in: 'cookie', name: 'sid'},
};

function apiWithKey(scheme: keyof typeof securitySchemes): Api {
  return apiOf({
    info: {title: 'T', version: '1', 'x-mock-rules': 'own'},
    paths: {'/thing': {get: {operationId: 'getThing', ...done}, post: {operationId: 'makeThing', ...done}}},
    components: {securitySchemes},
    security: [{[scheme]: []}],
  });
}

function rulesFor(...ids: readonly string[]): MockRules {
  const handlers = Object.fromEntries(ids.map(id => [id, () => ({status: 200})]));
  return {name: 'own', handlers: () => handlers, entries: [], files: new Map()};
}

describe('at its start the mock says', () => {
  const said = (api: Api, rules?: MockRules): string =>
    startWords(api, rules, createMock({api, ...(rules ? {rules} : {})}).unmatched).join('\n');

  test('which key it accepts', () => {
    expect(said(apiWithKey('head'), rulesFor('getThing', 'makeThing'))).toBe('It accepts X-K: mock-head');
  });

  test('which operations have no rules, and which rules no operation', () => {
    const words = said(apiWithKey('head'), rulesFor('getThing', 'gone'));
    expect(words).toContain('No rules for makeThing: responses come from schemas and examples.');
    expect(words).toContain('The document has no operation for the rules gone.');
  });

  test('that the rules which the document names are not here', () => {
    expect(said(apiWithKey('head'))).toContain('The document names the rules "own", which were not loaded.');
  });
});

describe('a page of another origin', () => {
  let close = (): void => {};
  afterEach(() => close());

  /** The headers of an answer to a page, and of its preflight. */
  async function headersFor(api: Api): Promise<Record<string, string | undefined>[]> {
    const server = createMockServer({
      mock: createMock({api}),
      allowedOrigins: ['https://docs.example'],
      withCookies: usesCookies(api),
      log: () => {},
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    close = () => void server.close();
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const ask = (method: string, more: object): Promise<Record<string, string | undefined>> =>
      new Promise((resolve, reject) => {
        const headers = {Origin: 'https://docs.example', Cookie: 'sid=mock-jar', 'X-K': 'mock-head', ...more};
        request({port, method, path: '/v1/thing', headers}, response => {
          response.resume();
          resolve(
            Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
            ),
          );
        })
          .on('error', reject)
          .end();
      });
    return [await ask('GET', {}), await ask('OPTIONS', {'Access-Control-Request-Method': 'QUERY'})];
  }

  test('may send cookies where a key is one', async () => {
    const [answer, preflight] = await headersFor(apiWithKey('jar'));
    expect(answer).toMatchObject({
      'access-control-allow-origin': 'https://docs.example',
      'access-control-allow-credentials': 'true',
      vary: 'Origin',
      'x-a': 'a',
    });
    expect(answer?.['access-control-expose-headers']).toMatch(/X-A/i);
    expect(preflight).toMatchObject({
      'access-control-allow-origin': 'https://docs.example',
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'QUERY',
    });
  });

  test('may not where none is', async () => {
    const [answer, preflight] = await headersFor(apiWithKey('head'));
    expect(answer).toMatchObject({
      'access-control-allow-origin': 'https://docs.example',
      'access-control-expose-headers': '*',
    });
    expect([
      answer?.['access-control-allow-credentials'],
      preflight?.['access-control-allow-origin'],
    ]).toEqual([undefined, 'https://docs.example']);
  });
});
