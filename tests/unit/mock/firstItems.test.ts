import {describe, expect, test} from 'vitest';

import type {Api} from '../../../src/api/operation';
import {toFetchRequest} from '../../../src/client/toFetchRequest';
import {createMock} from '../../../src/mock/mock';
import {sampleRequest} from '../../../src/request/examples/sampleRequest';
import {apiOf, ask, jsonOf, operationOf} from './support/mockOf';

type Members = {readonly [name: string]: unknown};

function json(content: Members): Members {
  return {content: {'application/json': content}};
}

const thing = {
  type: 'object',
  required: ['name'],
  properties: {id: {type: ['string', 'integer']}, name: {type: 'string'}},
};

/** An API of things, with the id that its paths take. */
function things(id: Members, methods: readonly string[], answer: Members = {schema: thing}): Api {
  const operations: Members = {
    get: {operationId: 'get', responses: {'200': {description: 'A thing', ...json(answer)}}},
    patch: {
      operationId: 'patch',
      requestBody: json({schema: {type: 'object', properties: {name: {type: 'string'}}}}),
      responses: {'200': {description: 'Changed', ...json({schema: thing})}},
    },
    put: {
      operationId: 'put',
      requestBody: json({schema: thing}),
      responses: {'200': {description: 'Replaced', ...json({schema: thing})}},
    },
    delete: {operationId: 'delete', responses: {'204': {description: 'Gone'}}},
  };
  return apiOf({
    paths: {
      '/things/{thing_id}': {
        parameters: [{name: 'thing_id', in: 'path', required: true, ...id}],
        ...Object.fromEntries(methods.map(method => [method, operations[method]])),
      },
    },
  });
}

/** The statuses of the samples, as the page sends them, each to a mock that nobody asked before. */
function sampleStatuses(api: Api): Promise<readonly number[]> {
  return Promise.all(
    api.operations.map(async operation => {
      const {request} = sampleRequest(operation);
      const sent = toFetchRequest(request, {files: new Map(), signal: new AbortController().signal});
      return (await createMock({api}).handle(sent.request)).status;
    }),
  );
}

const ids: readonly (readonly [string, Members])[] = [
  ['an integer', {schema: {type: 'integer'}}],
  ['an integer from 1', {schema: {type: 'integer', minimum: 1}}],
  ['a text', {schema: {type: 'string'}}],
  ['a UUID', {schema: {type: 'string', format: 'uuid'}}],
  ['a text with a pattern', {schema: {type: 'string', pattern: '^thg_[0-9a-z]{6}$'}}],
  ['a text of some length', {schema: {type: 'string', minLength: 7}}],
  ['one of a few', {schema: {enum: ['b', 'a']}}],
  ['one of a few, the first of them empty', {schema: {type: 'string', enum: ['', 'b']}}],
  ['a list of texts', {schema: {type: 'array', items: {type: 'string'}}}],
  ['a list of one of a few', {schema: {type: 'array', items: {enum: ['', 'a']}}}],
  ['a list of numbers', {schema: {type: 'array', items: {type: 'integer'}}}],
  ['one with a default', {schema: {type: 'string', default: 'main'}}],
  ['one with an example', {schema: {type: 'integer'}, example: 42}],
];

describe.each(ids)('where an id is %s', (_, id) => {
  test('the samples of a page find an item', async () => {
    expect(await sampleStatuses(things(id, ['get', 'patch', 'put', 'delete']))).toEqual([200, 200, 200, 204]);
  });

  test('they do so where the item cannot be read', async () => {
    expect(await sampleStatuses(things(id, ['put', 'delete']))).toEqual([200, 204]);
    expect(await sampleStatuses(things(id, ['delete']))).toEqual([204]);
  });

  test('they do so where the documented answer has another id', async () => {
    const api = things(id, ['get', 'delete'], {schema: thing, example: {id: 777, name: 'Lamp'}});
    expect(await sampleStatuses(api)).toEqual([200, 204]);
    expect((await ask(api, '/things/777')).status).toBe(200);
  });
});

test('an item has the id under which it is found', async () => {
  const schema = {type: 'object', properties: {id: {type: 'integer'}, name: {type: 'string'}}};
  const api = things({schema: {type: 'integer', minimum: 5}}, ['get'], {schema});
  expect(await jsonOf(await ask(api, '/things/5'))).toEqual({id: 5, name: 'text'});
});

test('an item has all that its own response requires, where a list shows less of it', async () => {
  const short = {type: 'object', properties: {id: {type: 'integer'}, name: {type: 'string'}}};
  const whole = {
    ...short,
    required: ['id', 'owner'],
    properties: {...short.properties, owner: {const: 'Ann'}},
  };
  const ok = (schema: Members): Members => ({responses: {'200': {description: 'ok', ...json({schema})}}});
  const parameters = [{name: 'id', in: 'path', required: true, schema: {type: 'integer'}}];
  const api = apiOf({
    paths: {
      '/things': {get: ok({type: 'array', minItems: 1, items: short})},
      '/things/{id}': {get: {...ok(whole), parameters}},
    },
  });
  const mock = createMock({api});
  const [listed] = [await jsonOf(await ask(mock, '/things'))].flat();
  expect(listed).not.toHaveProperty('owner');
  expect(await jsonOf(await ask(mock, '/things/0'))).toEqual({...Object(listed), owner: 'Ann'});
});

test('what nobody made is not there, and what was deleted is gone until a reset', async () => {
  const api = things({schema: {type: 'integer'}}, ['get', 'delete']);
  const mock = createMock({api});
  expect((await ask(mock, '/things/9')).status).toBe(404);
  await ask(mock, '/things/0', {method: 'DELETE'});
  expect((await ask(mock, '/things/0')).status).toBe(404);
  await mock.reset();
  expect((await ask(mock, '/things/0')).status).toBe(200);
});

test('an item below another one goes by its own part of the path', async () => {
  const parameter = (name: string, example: string) => ({
    ...{name, in: 'path', required: true, example},
    schema: {type: 'string'},
  });
  const api = apiOf({
    paths: {
      '/owners/{owner}/things/{thing}': {
        parameters: [parameter('owner', 'ada'), parameter('thing', 'lamp')],
        get: {operationId: 'get', responses: {'200': {description: 'A thing', ...json({schema: thing})}}},
      },
    },
  });
  expect(operationOf(api, 'get').parameters).toHaveLength(2);
  expect(await sampleStatuses(api)).toEqual([200]);
  expect((await ask(api, '/owners/eve/things/lamp')).status).toBe(200);
  expect((await ask(api, '/owners/ada/things/ada')).status).toBe(404);
});

test('the next id follows the ids that there are, whatever else is a number', async () => {
  const id = {anyOf: [{type: 'integer'}, {type: 'null'}]};
  const schema = {allOf: [{type: 'object', properties: {id}}, {properties: {price: {type: 'integer'}}}]};
  const list = {schema: {type: 'array', items: schema}, example: [{id: 3, price: 99_900}]};
  const api = apiOf({
    paths: {
      '/things': {
        get: {responses: {'200': {description: 'Things', ...json(list)}}},
        post: {
          requestBody: json({schema: {type: 'object', properties: {price: {type: 'integer'}}}}),
          responses: {'201': {description: 'Created', ...json({schema})}},
        },
      },
      '/things/{id}': {
        parameters: [{name: 'id', in: 'path', required: true, schema: {type: 'integer'}}],
        get: {responses: {'200': {description: 'A thing', ...json({schema})}}},
      },
    },
  });
  const created = await ask(api, '/things', {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: '{"price": 1}',
  });
  expect([created.status, await jsonOf(created)]).toEqual([201, {id: 4, price: 1}]);
});
