import {describe, expect, test} from 'vitest';

import {createMock} from '../../../src/mock/mock';
import {apiOf, apiWith, ask, jsonOf} from './support/mockOf';

const schema = {type: 'object', properties: {id: {type: 'string'}, name: {type: 'string'}}};

function answer(description: string, ...types: readonly string[]) {
  return {description, content: Object.fromEntries(types.map(type => [type, {schema}]))};
}

describe('JSON of a media type of its own', () => {
  const list = {'application/vnd.x.list+json': {schema: {type: 'array', items: schema}}};
  const api = apiOf({
    paths: {
      '/things': {
        get: {responses: {'200': {description: 'Things', content: list}}},
        post: {
          requestBody: {content: {'application/json': {schema}}},
          responses: {'201': answer('Created', 'application/vnd.x.new+json')},
        },
      },
      '/things/{id}': {
        parameters: [{name: 'id', in: 'path', required: true, schema: {type: 'string'}}],
        get: {responses: {'200': answer('A thing', 'application/json', 'application/vnd.x+json')}},
        put: {
          requestBody: {content: {'application/json': {schema}}},
          responses: {'200': answer('Replaced', 'application/vnd.x+json; charset=utf-8')},
        },
      },
      '/state': {get: {responses: {'200': answer('State', 'application/vnd.x.state+json')}}},
    },
  });
  const json = {'Content-Type': 'application/json'};

  test.each<[string, string, RequestInit]>([
    ['/things', 'application/vnd.x.list+json', {}],
    ['/things', 'application/vnd.x.new+json', {method: 'POST', headers: json, body: '{}'}],
    ['/things/id', 'application/json', {}],
    ['/things/id', 'application/vnd.x+json', {headers: {Accept: 'application/vnd.x+json'}}],
    ['/things/id', 'application/vnd.x+json; charset=utf-8', {method: 'PUT', headers: json, body: '{}'}],
    ['/state', 'application/vnd.x.state+json', {}],
  ])('%s is answered in %s', async (path, type, init) => {
    const response = await ask(api, path, init);
    expect(response.headers.get('Content-Type')).toBe(type);
    await jsonOf(response);
  });

  test('is not sent again to whoever holds it', async () => {
    const mock = createMock({api});
    const etag = (await ask(mock, '/things/id')).headers.get('ETag') ?? '';
    expect((await ask(mock, '/things/id', {headers: {'If-None-Match': etag}})).status).toBe(304);
  });
});

test('a range is no media type to answer in', async () => {
  const response = await ask(apiWith({responses: {'200': answer('State', '*/*')}}), '/thing');
  expect(response.headers.get('Content-Type')).toBe('application/json');
});
