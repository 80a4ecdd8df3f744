import {describe, expect, test} from 'vitest';

import {createMock} from '../../../src/mock/mock';
import {apiOf, ask} from './support/mockOf';

const done = (text: string) => ({
  responses: {'200': {description: 'Done', content: {'text/plain': {example: text}}}},
});

describe('of templates that a path fits alike', () => {
  test.each([
    ['/jobs/7', 'job'],
    ['/jobs/7:stop', 'stop'],
  ])('the one that says more of it is asked: %s', async (path, id) => {
    const api = apiOf({
      paths: {'/jobs/{id}': {get: done('job')}, '/jobs/{id}:stop': {get: done('stop')}},
    });
    expect(await (await ask(api, path)).text()).toBe(id);
  });
});

test('paths that differ only in the names of their parameters are one, and each operation has its own names', async () => {
  const id = (name: string) => ({name, in: 'path', required: true, schema: {type: 'integer'}});
  const thing = {'application/json': {schema: {properties: {id: {type: 'integer'}}}}};
  const api = apiOf({
    paths: {
      '/things/{id}': {
        get: {parameters: [id('id')], responses: {'200': {description: 'A thing', content: thing}}},
      },
      '/things/{thing}': {
        delete: {parameters: [id('thing')], responses: {'204': {description: 'Gone'}}},
      },
    },
  });
  const mock = createMock({api});
  const statusOf = async (method: string): Promise<number> => (await ask(mock, '/things/0', {method})).status;
  expect([await statusOf('GET'), await statusOf('DELETE'), await statusOf('GET')]).toEqual([200, 204, 404]);
  const response = await ask(mock, '/things/0', {method: 'PUT'});
  expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, DELETE, HEAD']);
});

describe('two schemes that are asked for together', () => {
  const api = apiOf({
    security: [{one: [], two: []}],
    paths: {
      '/thing': {get: done('thing')},
      '/other': {get: {...done('other'), security: [{one: [], key: []}]}},
    },
    components: {
      securitySchemes: {
        one: {type: 'oauth2', flows: {}, 'x-mock-credential': 'a'},
        two: {type: 'http', scheme: 'bearer', 'x-mock-credential': 'b'},
        key: {type: 'apiKey', in: 'header', name: 'X-Key', 'x-mock-credential': 'c'},
      },
    },
  });
  const status = async (path: string, headers: Record<string, string>): Promise<number> =>
    (await ask(api, path, {headers})).status;

  test('and write the same header are content with the credential of either', async () => {
    expect(await status('/thing', {Authorization: 'Bearer a'})).toBe(200);
    expect(await status('/thing', {Authorization: 'Bearer b'})).toBe(200);
    expect(await status('/thing', {Authorization: 'Bearer c'})).toBe(401);
  });

  test('and write different headers need both', async () => {
    expect(await status('/other', {Authorization: 'Bearer a'})).toBe(401);
    expect(await status('/other', {Authorization: 'Bearer a', 'X-Key': 'c'})).toBe(200);
  });
});
