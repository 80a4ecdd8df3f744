import {describe, expect, test} from 'vitest';

import {toJson} from '../../../src/api/json';
import type {Schema} from '../../../src/api/operation';
import {valueTypes} from '../../../src/api/schema/valueTypes';
import {buildRequest, isStructured} from '../../../src/request/wire/build';
import {validateValues} from '../../../src/request/form/validate';
import {apiOf, apiWith, ask} from './support/mockOf';

const done = {'200': {description: 'Done'}};

/** What the form makes of a typed text, and what form and mock say of it. */
async function sent(
  parameter: object,
  text: string,
): Promise<{url: string; faults: string[]; status: number}> {
  const api = apiWith({parameters: [{name: 'p', in: 'query', ...parameter}], responses: done});
  const [operation] = api.operations;
  if (!operation) {
    throw new Error('The document has no operation.');
  }
  const key = `${operation.parameters[0]?.in}.p`;
  const values = {parameters: {[key]: text}, headers: [], bodies: {}};
  const {request} = buildRequest(operation, values, {baseUrl: '', credentials: []});
  const headers = request.headers.map(({name, value}): [string, string] => [name, value]);
  return {
    url: request.url,
    faults: validateValues(operation, values).map(({message}) => message),
    status: (await ask(api, request.url, {headers})).status,
  };
}

describe('a parameter whose type is said further inside', () => {
  const integer: readonly Schema[] = [
    {anyOf: [{type: 'integer'}, {type: 'null'}]},
    {allOf: [{type: 'integer'}], minimum: 1},
    {oneOf: [{type: 'integer', maximum: 9}, {type: 'boolean'}]},
    {enum: [5, 6]},
    {const: 5},
  ];
  test.each(integer.map(schema => [JSON.stringify(schema), schema] as const))(
    'is an integer for the form and the mock: %s',
    async (_, schema) => {
      expect(await sent({schema}, '5')).toEqual({url: '/thing?p=5', faults: [], status: 200});
      const wrong = await sent({schema}, 'five');
      expect([wrong.faults.length, wrong.status]).toEqual([1, 422]);
    },
  );

  test('is null where it may be, and left a text where it may be that', async () => {
    const integerOrNull = {anyOf: [{type: 'integer'}, {type: 'null'}]};
    expect(await sent({schema: integerOrNull}, 'null')).toMatchObject({faults: [], status: 200});
    expect(await sent({schema: {type: ['string', 'null'], const: 'null'}}, 'null')).toMatchObject({
      faults: [],
      status: 200,
    });
  });

  test('is a list for the form and the mock', async () => {
    const schema = {anyOf: [{type: 'array', items: {type: 'integer'}}, {type: 'null'}]};
    expect(await sent({schema}, '[1, 2]')).toEqual({url: '/thing?p=1&p=2', faults: [], status: 200});
    expect(await sent({schema, explode: false}, '[1, 2]')).toEqual({
      url: '/thing?p=1,2',
      faults: [],
      status: 200,
    });
  });

  test('may be a text or a list of them', async () => {
    const schema = {
      anyOf: [
        {type: 'string', minLength: 3},
        {type: 'array', items: {type: 'string'}},
      ],
    };
    expect((await sent({schema}, 'abc')).status).toBe(200);
    expect((await sent({schema}, '["a","b"]')).status).toBe(200);
    expect((await sent({schema}, 'ab')).status).toBe(422);
  });

  test('may recur without a step into the value', async () => {
    const api = apiOf({
      paths: {
        '/thing': {
          get: {
            parameters: [{name: 'p', in: 'query', schema: {$ref: '#/components/schemas/A'}}],
            responses: done,
          },
        },
      },
      components: {schemas: {A: {anyOf: [{type: 'string'}, {$ref: '#/components/schemas/A'}]}}},
    });
    const [operation] = api.operations;
    expect(operation && valueTypes(operation, {$ref: '#/schemas/A'})).toEqual(['string']);
    expect(operation && isStructured(operation, {$ref: '#/schemas/A'})).toBe(false);
    expect((await ask(api, '/thing?p=a')).status).toBe(200);
  });
});

describe('what the form sends, the mock reads', () => {
  const free = {type: 'object', additionalProperties: {type: 'integer'}};
  const color = {type: 'object', properties: {R: {type: 'integer'}, G: {type: 'integer'}}};
  const tags = {type: 'array', items: {type: 'string'}};

  test.each<[string, object, string, string]>([
    ['an object in one value', {schema: color, explode: false}, '{"R":100,"G":200}', '?p=R,100,G,200'],
    ['an object part by part', {schema: color}, '{"R":100,"G":200}', '?R=100&G=200'],
    ['any names', {schema: free}, '{"a":1,"b":2}', '?a=1&b=2'],
    ['any names in one value', {schema: free, explode: false}, '{"a":1,"b":2}', '?p=a,1,b,2'],
    ['names in brackets', {schema: free, style: 'deepObject'}, '{"a":1}', '?p%5Ba%5D=1'],
    ['a comma in an item', {schema: tags, explode: false}, '["a,b","c"]', '?p=a%2Cb,c'],
    ['one item with a comma', {schema: tags, explode: false}, '["a,b"]', '?p=a%2Cb'],
    ['a comma in a member', {schema: {type: 'object'}, explode: false}, '{"a,b":"c,d"}', '?p=a%2Cb,c%2Cd'],
    ['pipes', {schema: tags, style: 'pipeDelimited', explode: false}, '["a","b c"]', '?p=a%7Cb%20c'],
    ['spaces', {schema: tags, style: 'spaceDelimited', explode: false}, '["a","b|c"]', '?p=a%20b%7Cc'],
    ['an object in a header', {schema: color, in: 'header'}, '{"R":100,"G":200}', ''],
    ['an exploded object in a header', {schema: color, in: 'header', explode: true}, '{"R":100}', ''],
    ['a list in a header', {schema: tags, in: 'header'}, '["a","b"]', ''],
  ])('%s', async (_, parameter, text, query) => {
    const given: unknown = 'schema' in parameter ? parameter.schema : {};
    const exactly = {allOf: [given, {const: toJson(JSON.parse(text))}]};
    expect(await sent({...parameter, schema: exactly}, text)).toEqual({
      url: `/thing${query}`,
      faults: [],
      status: 200,
    });
    expect((await sent({...parameter, schema: {allOf: [given, {not: exactly}]}}, text)).status).toBe(422);
  });

  test.each<[string, object, string, number]>([
    ['numbers', {type: 'array', items: {type: 'integer'}}, '?p=1%2C2', 200],
    ['numbers, one of which is none', {type: 'array', items: {type: 'integer'}}, '?p=1%2Cb', 422],
    ['texts, which may hold one', {...tags, maxItems: 1}, '?p=a%2Cb', 200],
  ])('and takes an encoded comma between %s', async (_, schema, query, status) => {
    const parameters = [{name: 'p', in: 'query', explode: false, schema}];
    expect((await ask(apiWith({parameters, responses: done}), `/thing${query}`)).status).toBe(status);
  });

  test('and still tells a name that nobody takes', async () => {
    const api = apiWith({parameters: [{name: 'p', in: 'query', schema: color}], responses: done});
    expect((await ask(api, '/thing?R=1&B=2')).status).toBe(422);
  });

  test('and gives any names to the object alone that takes them', async () => {
    const parameters = [
      {name: 'limit', in: 'query', schema: {type: 'integer'}},
      {name: 'p', in: 'query', schema: {...free, maxProperties: 1}},
    ];
    const api = apiWith({parameters, responses: done});
    expect((await ask(api, '/thing?limit=1&a=2')).status).toBe(200);
    expect((await ask(api, '/thing?limit=1&a=2&b=3')).status).toBe(422);
    expect((await ask(api, '/thing?a=text')).status).toBe(422);
  });
});

describe('a parameter that is described by its media type', () => {
  const content = {
    'application/json': {
      schema: {
        type: 'object',
        required: ['max'],
        properties: {max: {type: 'integer'}, tags: {type: 'array'}},
      },
    },
  };
  const api = apiWith({
    parameters: [
      {name: 'filter', in: 'query', content},
      {name: 'X-Filter', in: 'header', content},
      {name: 'note', in: 'query', content: {'text/plain': {schema: {type: 'string', maxLength: 5}}}},
    ],
    responses: {'200': {description: 'Done'}},
  });

  test.each([
    ['{"max": 3, "tags": ["a", "b"]}', 200],
    ['{"max": "three"}', 422],
    ['{"max": 3', 422],
  ])('is read as a whole: %s is %i, in the query and in a header', async (text, status) => {
    expect((await ask(api, `/thing?filter=${encodeURIComponent(text)}`)).status).toBe(status);
    expect((await ask(api, '/thing', {headers: {'X-Filter': text}})).status).toBe(status);
  });

  test('is a text where it is not JSON', async () => {
    expect((await ask(api, '/thing?note=1,2')).status).toBe(200);
    expect((await ask(api, '/thing?note=1,2,3,4')).status).toBe(422);
  });
});

describe('a parameter that the mock reads as its schema allows', () => {
  const integers = {type: 'array', items: {type: 'integer'}};
  const colours = {type: 'array', items: {type: 'string', enum: ['red', 'blue']}};
  test.each<[string, object, string, number]>([
    ['one number as a list by anyOf', {schema: {anyOf: [integers, {enum: ['all']}]}}, 'p=1', 200],
    ['the text beside that list', {schema: {anyOf: [integers, {enum: ['all']}]}}, 'p=all', 200],
    ['neither', {schema: {anyOf: [integers, {enum: ['all']}]}}, 'p=none', 422],
    [
      'one number as a list by oneOf',
      {schema: {oneOf: [integers, {type: 'string', maxLength: 0}]}},
      'p=7',
      200,
    ],
    ['encoded commas between numbers', {explode: false, schema: integers}, 'p=1%2C2', 200],
    ['encoded commas between listed texts', {explode: false, schema: colours}, 'p=red%2Cblue', 200],
    [
      'a number as the text that must be one',
      {schema: {type: ['integer', 'string'], pattern: '^9$', maximum: 5}},
      'p=9',
      200,
    ],
  ])('%s', async (_, parameter, query, status) => {
    const api = apiWith({parameters: [{name: 'p', in: 'query', ...parameter}], responses: done});
    expect((await ask(api, `/thing?${query}`)).status).toBe(status);
  });
});
