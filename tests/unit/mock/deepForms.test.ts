import {expect, test} from 'vitest';

import {encodedForm} from '../../../src/api/http/form';
import {valuesFromRequest} from '../../../src/request/back/valuesFromRequest';
import {initialValues} from '../../../src/request/examples/initialValues';
import {sampleRequest} from '../../../src/request/examples/sampleRequest';
import {apiWith, ask, operationOf} from './support/mockOf';

const type = 'application/x-www-form-urlencoded';
const deep = {style: 'deepObject', explode: true};
const price = {
  type: 'object',
  required: ['price'],
  properties: {price: {type: 'string'}, count: {type: 'integer'}},
};
const properties = {
  items: {type: 'array', items: price},
  expand: {type: 'array', items: {type: 'string'}},
  recurring: {
    type: 'object',
    properties: {every: {type: 'integer'}, on: {type: 'array', items: {type: 'string'}}},
  },
};

function apiOfForm(example: object): ReturnType<typeof apiWith> {
  const schema = {type: 'object', required: ['items'], properties};
  const encoding = {items: deep, expand: deep, recurring: deep};
  const content = {[type]: {schema, encoding, example}};
  return apiWith(
    {operationId: 'send', requestBody: {required: true, content}, responses: {}},
    '/thing',
    'post',
  );
}

test.each([
  [{items: [{price: 'p', count: 2}]}, ['items[0][price]=p', 'items[0][count]=2']],
  [{items: [{price: 'p'}, {price: '7'}]}, ['items[0][price]=p', 'items[1][price]=7']],
  [{items: [{price: 'p'}], expand: ['a', 'b']}, ['items[0][price]=p', 'expand[0]=a', 'expand[1]=b']],
  [
    {items: [{price: 'p'}], recurring: {every: 3, on: ['mon']}},
    ['items[0][price]=p', 'recurring[every]=3', 'recurring[on][0]=mon'],
  ],
])(
  '%j in a form is written as deep as it is, read back the same, and taken by the mock',
  async (example, pairs) => {
    const api = apiOfForm(example);
    const operation = operationOf(api, 'send');
    const {request} = sampleRequest(operation);
    const fields = request.body.type === 'form' ? request.body.fields : [];
    expect(fields.map(({name, value}) => `${name}=${value}`)).toEqual(pairs);
    expect(valuesFromRequest(operation, request).bodies).toEqual(initialValues(operation).bodies);
    const init = {method: 'POST', body: encodedForm(fields), headers: {'Content-Type': type}};
    expect((await ask(api, '/thing', init)).status).toBe(200);
  },
);

test.each([
  ['items[0][count]=2', '#/items/0/price'],
  ['items[0][price]=p&items[1][price]=q&items[1][count]=x', '#/items/1/count'],
])('the mock names what is wrong in %s', async (body, pointer) => {
  const headers = {'Content-Type': type};
  const response = await ask(apiOfForm({}), '/thing', {method: 'POST', body, headers});
  expect(response.status).toBe(422);
  expect(await response.text()).toContain(`"${pointer}"`);
});

const filter = {
  type: 'object',
  additionalProperties: false,
  properties: {...properties, name: {type: 'string'}},
};

function apiOfQuery(example?: object, schema: object = filter): ReturnType<typeof apiWith> {
  const parameter = {name: 'filter', in: 'query', required: true, style: 'deepObject', schema, example};
  return apiWith({operationId: 'find', parameters: [parameter], responses: {}});
}

test.each([
  [{name: '[1]', expand: ['a', '2']}, 'filter[name]=[1]&filter[expand][0]=a&filter[expand][1]=2'],
  [
    {items: [{price: '7', count: 2}, {price: 'p'}]},
    'filter[items][0][price]=7&filter[items][0][count]=2&filter[items][1][price]=p',
  ],
  [{recurring: {every: 3, on: ['mon']}}, 'filter[recurring][every]=3&filter[recurring][on][0]=mon'],
])(
  '%j in a query is written as in a form, read back the same, and taken by the mock',
  async (value, query) => {
    const api = apiOfQuery(value);
    const operation = operationOf(api, 'find');
    const {request} = sampleRequest(operation);
    const {search} = new URL(request.url);
    expect(decodeURIComponent(search.slice(1))).toBe(query);
    const {parameters} = valuesFromRequest(operation, request);
    expect(JSON.parse(parameters['query.filter'] ?? '')).toEqual(value);
    expect((await ask(api, `/thing${search}`)).status).toBe(200);
  },
);

test.each([
  ['filter[expand]=a&filter[expand]=b', {expand: ['a', 'b']}],
  ['filter[expand][]=a', {expand: ['a']}],
  ['filter[expand]=a', {expand: ['a']}],
  ['filter[expand]=["a","b"]', {expand: ['a', 'b']}],
  ['filter[recurring]={"every":3}', {recurring: {every: 3}}],
])('a client that writes %s means %j', async (query, value) => {
  const api = apiOfQuery();
  const operation = operationOf(api, 'find');
  const {request} = sampleRequest(operation);
  const url = `https://t.test/v1/thing?${query}`;
  const {parameters} = valuesFromRequest(operation, {...request, url});
  expect(JSON.parse(parameters['query.filter'] ?? '')).toEqual(value);
  expect((await ask(api, `/thing?${query}`)).status).toBe(200);
});

test.each([
  ['filter[recurring][every]=x', '#/filter/recurring/every'],
  ['filter[items][0][count]=2', '#/filter/items/0/price'],
])('the mock says where %s is invalid', async (query, pointer) => {
  const response = await ask(apiOfQuery(), `/thing?${query}`);
  expect(await response.json()).toMatchObject({errors: [{pointer}]});
});
