import {describe, expect, test} from 'vitest';

import {apiOf, apiWith, ask, jsonOf} from './support/mockOf';

const done = {description: 'Done'};
const parameters = [{name: 'limit', in: 'query', schema: {type: 'integer'}}];

async function statusOf(responses: object, query = ''): Promise<number> {
  return (await ask(apiWith({parameters, responses}), `/thing${query}`)).status;
}

describe('a request that does not fit', () => {
  test.each<[number, readonly string[]]>([
    [422, ['200', '400', '422']],
    [400, ['200', '400']],
    [400, ['200', '400', '4XX']],
    [422, ['200', '4XX']],
    [422, ['200', 'default']],
    [422, ['200']],
  ])('is refused with %i where %j are documented', async (status, documented) => {
    const responses = Object.fromEntries(documented.map(key => [key, done]));
    expect(await statusOf(responses, '?limit=many')).toBe(status);
  });
});

test('an example for any status tells the one that is sent', async () => {
  const example = {type: 'about:blank', title: 'Broken', status: 500};
  const content = {'application/problem+json': {schema: {type: 'object'}, example}};
  const api = apiWith({parameters, responses: {'200': done, default: {...done, content}}});
  for (const [status, init, query] of [
    [422, {}, '?limit=many'],
    [404, {headers: {Prefer: 'code=404'}}, ''],
  ] as const) {
    const response = await ask(api, `/thing${query}`, init);
    expect([response.status, await jsonOf(response)]).toMatchObject([status, {status}]);
  }
});

test.each([
  'code=2',
  'code=299999',
  'code=200abc',
  'code=100',
  'code=',
  'code',
  'example=none',
  'dynamic',
  ';;=,',
  'é'.normalize(),
])('the preference "%s" means nothing here and is not applied', async preference => {
  const api = apiWith({responses: {'2XX': done, default: done}});
  const headers = new Headers({Prefer: encodeURI(preference)});
  const response = await ask(api, '/thing', {headers});
  // What names a status or an example that there is none of is refused, and all else is passed over.
  expect(response.status).toBe(/^(?:code|example)/.test(preference) ? 400 : 200);
  expect(response.headers.get('Preference-Applied')).toBeNull();
});

describe('a request that fits', () => {
  test.each<[number, readonly string[]]>([
    [201, ['400', '201']],
    [200, ['2XX', 'default']],
    [302, ['302', 'default']],
    [200, ['404', 'default']],
    [200, ['405', '4XX']],
  ])('is answered with %i where %j are documented', async (status, documented) => {
    expect(await statusOf(Object.fromEntries(documented.map(key => [key, done])))).toBe(status);
  });

  test('gets no body with a status that has none, whatever is documented', async () => {
    const content = {'application/json': {schema: {type: 'object'}}};
    const response = await ask(apiWith({responses: {'204': {...done, content}}}), '/thing');
    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  test('gets a header once, however the document spells it', async () => {
    const headers = {location: {required: true, schema: {type: 'string'}}};
    const created = {...done, headers, content: {'application/json': {schema: {type: 'object'}}}};
    const api = apiOf({
      paths: {
        '/things': {post: {responses: {'201': created}}},
        '/things/{id}': {
          parameters: [{name: 'id', in: 'path', required: true, schema: {type: 'string'}}],
          delete: {responses: {'204': done}},
        },
      },
    });
    const response = await ask(api, '/things', {method: 'POST'});
    expect(response.headers.get('Location')).toMatch(/^\/v1\/things\/[^,]+$/);
  });

  test('gets the headers that are documented as required', async () => {
    const headers = {
      Location: {required: true, schema: {type: 'string'}, example: '/elsewhere'},
      'X-Count': {required: true, schema: {type: 'integer', minimum: 4}},
      'X-Rare': {schema: {type: 'string'}},
    };
    const response = await ask(apiWith({responses: {'303': {...done, headers}}}), '/thing');
    expect(response.headers.get('Location')).toBe('/elsewhere');
    expect(response.headers.get('X-Count')).toBe('4');
    expect(response.headers.get('X-Rare')).toBeNull();
  });

  test('gets the headers that are documented with an example, but for those that tell of the connection', async () => {
    const headers = {
      'X-A': {schema: {type: 'integer', examples: [7]}},
      'X-B': {example: 'bee', schema: {type: 'string'}},
      'X-C': {schema: {type: 'string', enum: ['one', 'two']}},
      'X-D': {examples: {d: {value: 'dee'}}, schema: {type: 'string'}},
      'Content-Encoding': {example: 'gzip', schema: {type: 'string'}},
      'Content-Length': {example: 9, schema: {type: 'integer'}},
    };
    const response = await ask(apiWith({responses: {'200': {...done, headers}}}), '/thing');
    const names = ['X-A', 'X-B', 'X-C', 'X-D', 'Content-Encoding', 'Content-Length'];
    expect(names.map(name => response.headers.get(name))).toEqual(['7', 'bee', null, 'dee', null, null]);
  });

  test.each<[string, object | undefined, string]>([
    ['its example', {schema: {type: 'string'}, example: '/there'}, '/there'],
    ['an address of its own', {schema: {type: 'string'}}, 'https://example.com/'],
    ['an address that nobody documents', undefined, 'https://example.com/'],
  ])('that redirects is told where to: %s', async (_, location, value) => {
    const headers = location ? {Location: location} : {};
    const response = await ask(apiWith({responses: {'303': {...done, headers}}}), '/thing');
    expect(response.headers.get('Location')).toBe(value);
  });
});
