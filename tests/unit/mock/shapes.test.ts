import {expect, test} from 'vitest';

import {apiOf, ask, jsonOf} from './support/mockOf';

function ok(content: object) {
  return {responses: {'200': {description: 'Done', content}}};
}
const json = (schema: object) => ok({'application/json': {schema}});
const size = [{name: 'size', in: 'path', required: true, schema: {type: 'integer'}}];
const things = {type: 'array', items: {type: 'object', properties: {id: {type: 'integer'}}}};

test('pictures by their size are no items of a collection', async () => {
  const picture = ok({'image/png': {}});
  const api = apiOf({
    paths: {'/image': {get: picture}, '/image/{size}': {parameters: size, get: picture, delete: picture}},
  });
  for (const [path, method] of [
    ['/image', 'GET'],
    ['/image/64', 'GET'],
    ['/image/64', 'DELETE'],
  ] as const) {
    const response = await ask(api, path, {method});
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'image/png']);
  }
});

test('an answer that holds no list is answered as it is documented', async () => {
  const api = apiOf({
    paths: {
      '/status': {get: json({type: 'object', properties: {count: {type: 'integer'}}})},
      '/status/{size}': {parameters: size, get: json({type: 'string', enum: ['up']})},
    },
  });
  expect(await jsonOf(await ask(api, '/status'))).toEqual({count: 0});
  expect(await jsonOf(await ask(api, '/status/7'))).toBe('up');
});

test.each<[string, object, object]>([
  ['is one', json(things), [{id: 0}]],
  ['holds one', json({type: 'object', properties: {data: things}}), {data: [{id: 0}]}],
  [
    'shows one',
    ok({'application/json': {example: {data: [{id: 0}], more: false}}}),
    {data: [{id: 0}], more: false},
  ],
])('an answer that %s is the list of a collection', async (_, get, list) => {
  const item = json({type: 'object', properties: {id: {type: 'integer'}}});
  const api = apiOf({paths: {'/things': {get}, '/things/{size}': {parameters: size, get: item}}});
  expect(await jsonOf(await ask(api, '/things'))).toEqual(list);
  expect(await jsonOf(await ask(api, '/things/0'))).toEqual({id: 0});
});
