import {toString} from 'mdast-util-to-string';
import {expect, test} from 'vitest';

import {operationToMdast} from '../../../src/plugin/operationPage';
import {apiWith} from '../mock/support/mockOf';

function pageWith(schema: unknown, type = 'application/json'): string {
  const content = {[type]: {schema}};
  const responses = {'200': {description: 'Done', content}};
  const [operation] = apiWith({requestBody: {content}, responses}, '/thing', 'post').operations;
  return operation ? toString(operationToMdast(operation)) : expect.fail('there is no operation');
}

test.each([
  [{type: 'boolean'}, 'boolean'],
  [{type: 'array', items: {type: 'string', format: 'email'}}, 'array of string'],
  [{oneOf: [{type: 'string'}, {type: 'integer'}]}, 'string or integer'],
  [{type: ['string', 'null']}, 'string or null'],
])('a JSON body without fields has its type: %j', (schema, type) => {
  expect(pageWith(schema).split(`Type: ${type}.`)).toHaveLength(3);
});

test.each([
  ['object', {type: 'object', properties: {a: {type: 'string'}}}, 'application/json'],
  ['list of objects', {type: 'array', items: {type: 'object', properties: {a: {}}}}, 'application/json'],
  ['value of any type', true, 'application/json'],
  ['text of another media type', {type: 'string'}, 'text/plain'],
])('the type of a body that is an %s is told otherwise', (_, schema, type) => {
  expect(pageWith(schema, type)).not.toContain('Type: ');
});

test('an example that is written as the text of JSON is what the text holds', () => {
  const schema = {type: 'object', properties: {a: {type: 'integer'}}};
  const api = (type: object, example: string) =>
    apiWith({requestBody: {content: {'application/json': {schema: type, example}}}}, '/thing', 'post')
      .operations[0]?.requestBody?.content[0]?.examples[0]?.value;
  expect(api(schema, '{"a": 1}')).toEqual({a: 1});
  expect(api(schema, '{"a": 1')).toBe('{"a": 1');
  expect(api({type: 'string'}, '{"a": 1}')).toBe('{"a": 1}');
  expect(api({}, '{"a": 1}')).toBe('{"a": 1}');
});
