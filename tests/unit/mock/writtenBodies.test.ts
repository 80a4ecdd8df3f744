import {describe, expect, test} from 'vitest';

import {sampleRequest} from '../../../src/request/examples/sampleRequest';
import {operationToMdast} from '../../../src/plugin/operationPage';
import type {Api} from '../../../src/api/operation';
import {apiOf, ask} from './support/mockOf';
import {visit} from 'unist-util-visit';

const order = {
  type: 'object',
  xml: {name: 'order'},
  required: ['id', 'name'],
  properties: {id: {type: 'integer', xml: {attribute: true}}, name: {type: 'string'}},
};
const written = '<?xml version="1.0" encoding="UTF-8"?>\n<order id="0">\n  <name>text</name>\n</order>';
const brief = '<order id="1"><name>a</name></order>';
const shown = '<?xml version="1.0" encoding="UTF-8"?>\n<order id="7">\n  <name>shown</name>\n</order>';

function apiOfType(type: string, media: object, paths: object = {}): Api {
  const content = {[type]: media};
  const post = {
    operationId: 'make',
    requestBody: {required: true, content},
    responses: {'200': {description: 'Done', content}},
  };
  return apiOf({paths: {'/orders': {post}, ...paths}});
}

/** The example of the request on the page, the body of the sample, and what the mock answers to it. */
async function threeOf(api: Api, type: string): Promise<readonly unknown[]> {
  const [operation] = api.operations;
  if (!operation) {
    throw new Error('The document has no operation.');
  }
  const fences: string[] = [];
  visit(operationToMdast(operation), 'code', node => {
    if (node.lang !== 'http') {
      fences.push(node.value);
    }
  });
  const {body} = sampleRequest(operation).request;
  const sent = 'text' in body ? body.text : '';
  const response = await ask(api, '/orders', {method: 'POST', body: sent, headers: {'Content-Type': type}});
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, type]);
  return [fences[0], sent, await response.text()];
}

describe('page, sample and mock write a value as its media type does', () => {
  test.each<[string, object, string]>([
    ['application/xml', {schema: order}, written],
    ['application/vnd.order+xml', {schema: order}, written],
    ['text/xml', {schema: order, example: {id: 7, name: 'shown'}}, shown],
    ['application/xml', {schema: order, examples: {a: {value: brief}}}, brief],
    ['text/csv', {schema: {type: 'array', items: order}}, 'id,name\n0,text\n'],
    ['application/x-ndjson', {schema: {type: 'array', items: order}}, '{"id":0,"name":"text"}\n'],
    ['application/jsonl', {itemSchema: order}, '{"id":0,"name":"text"}\n'],
  ])('%s %j', async (type, media, text) => {
    expect(await threeOf(apiOfType(type, media), type)).toEqual([text, text, text]);
  });
});

describe('an answer comes in the media type that is asked for', () => {
  const content = {'application/json': {schema: order}, 'application/xml': {schema: order}};
  const id = [{name: 'id', in: 'path', required: true, schema: {type: 'integer'}}];
  const done = {responses: {'200': {description: 'Done', content}}};
  const api = apiOf({
    paths: {'/orders/{id}': {parameters: id, get: done}, '/status': {get: done}},
  });
  test.each([
    ['/orders/0', 'application/xml', written],
    ['/status', 'application/xml', written],
    ['/status', 'application/xml;q=0.5, application/json', '{\n  "id": 0,\n  "name": "text"\n}'],
    ['/orders/0', '*/*', '{\n  "id": 0,\n  "name": "text"\n}'],
  ])('%s, %s', async (path, accept, text) => {
    const response = await ask(api, path, {headers: {Accept: accept}});
    expect(await response.text()).toBe(text);
  });
});

test('an error in XML says what was wrong', async () => {
  const schema = {type: 'object', xml: {name: 'fault'}, properties: {message: {type: 'string'}}};
  const parameters = [{name: 'limit', in: 'query', schema: {type: 'integer'}}];
  const responses = {'400': {description: 'Wrong', content: {'application/xml': {schema}}}};
  const response = await ask(apiOf({paths: {'/orders': {get: {parameters, responses}}}}), '/orders?limit=x');
  expect(response.headers.get('Content-Type')).toBe('application/xml');
  expect(await response.text()).toContain(
    '<message>One value is invalid. query #/limit must be an integer.</message>',
  );
});

test('the example of a form is a form', () => {
  const schema = {
    type: 'object',
    properties: {name: {type: 'string', examples: ['Ann & Bob']}, tags: {type: 'array', items: {const: 'a'}}},
  };
  const [operation] = apiOfType('application/x-www-form-urlencoded', {schema}).operations;
  const fences: string[] = [];
  visit(operation ? operationToMdast(operation) : {type: 'root', children: []}, 'code', node => {
    fences.push(node.value);
  });
  expect(fences).toContain('name=Ann%20%26%20Bob&tags=a');
});

const named = {type: 'array', xml: {name: 'orders', wrapped: true}, items: order};
const rows = {type: 'array', minItems: 1, items: order};

describe('a body that is no JSON is judged by its schema', () => {
  test.each<[string, object, string, number, string?]>([
    ['application/xml', named, '<orders><order id="1"><name>a</name></order></orders>', 200],
    ['application/xml', named, '<orders><order><name>a</name></order></orders>', 422, '#/0/id'],
    ['application/xml', named, '<orders>', 400],
    ['text/csv', rows, 'id,name\n1,a\n', 200],
    ['text/csv', rows, 'id,name\r\n1,"a, ""b"""\r\n', 200],
    ['text/csv', rows, 'id,name\nx,a\n', 422, '#/0/id'],
    ['text/csv', rows, 'id,name\n1,a\n,b\n', 422, '#/1/id'],
    ['text/csv', rows, 'id,name\n', 422, '#'],
    ['text/csv', rows, 'id,name\n1,"a\n', 400],
    [
      'text/csv',
      {type: 'array', items: {type: 'array', items: {type: 'integer'}}},
      '1,2\n3,x\n',
      422,
      '#/1/1',
    ],
    ['application/x-ndjson', rows, '{"id": 1, "name": "a"}\n{"id": "x", "name": "b"}\n', 422, '#/1/id'],
    ['application/x-ndjson', rows, '{"id": 1, "name": "a"}\n', 200],
    ['text/plain', {type: 'string', maxLength: 3}, 'abcd', 422, '#'],
    ['text/plain', {type: 'string', maxLength: 3}, 'abc', 200],
  ])('%s %j %j', async (type, schema, body, status, pointer) => {
    const responses = {
      '200': {description: 'Done'},
      '422': {
        description: 'Wrong',
        content: {'application/problem+json': {schema: {type: 'object'}}},
      },
    };
    const requestBody = {required: true, content: {[type]: {schema}}};
    const api = apiOf({paths: {'/orders': {post: {requestBody, responses}}}});
    const response = await ask(api, '/orders', {method: 'POST', body, headers: {'Content-Type': type}});
    expect(response.status).toBe(status);
    if (pointer !== undefined) {
      expect(await response.text()).toContain(`"${pointer}"`);
    }
  });
});

test('the data of an event is the JSON that its schema says', async () => {
  const data = {
    type: 'string',
    contentSchema: {type: 'object', properties: {n: {type: 'integer', minimum: 3}}},
  };
  const itemSchema = {type: 'object', required: ['data'], properties: {event: {const: 'tick'}, data}};
  const responses = {'200': {description: 'Done', content: {'text/event-stream': {itemSchema}}}};
  const response = await ask(apiOf({paths: {'/ticks': {get: {responses}}}}), '/ticks');
  expect(await response.text()).toBe('event: tick\ndata: {"n":3}\n\n');
});

test('items of a list in XML have its name where they have none', async () => {
  const schema = {type: 'array', xml: {name: 'tag', wrapped: true}, items: {type: 'string', examples: ['a']}};
  const text = '<?xml version="1.0" encoding="UTF-8"?>\n<tag>\n  <tag>a</tag>\n</tag>';
  expect(await threeOf(apiOfType('application/xml', {schema}), 'application/xml')).toEqual([
    text,
    text,
    text,
  ]);
});
