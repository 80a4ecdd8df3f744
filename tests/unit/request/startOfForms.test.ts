import {expect, test} from 'vitest';

import type {Operation} from '../../../src/api/operation';
import {initialValues} from '../../../src/request/examples/initialValues';
import {asSchema} from '../../../src/api/schema/mergedSchema';
import {fieldsBelow} from '../../../src/request/form/formField';
import {formField} from '../../../src/request/form/formFields';
import {validateValues} from '../../../src/request/form/validate';
import {apiWith} from '../mock/support/mockOf';

function withBody(type: string, schema: object): Operation {
  const requestBody = {required: true, content: {[type]: {schema}}};
  const [operation] = apiWith({requestBody}, '/thing', 'post').operations;
  return operation ?? expect.fail('the document lost its operation');
}

const lists = {
  type: 'object',
  required: ['tags', 'sizes'],
  properties: {
    tags: {type: 'array', items: {type: 'string'}},
    sizes: {type: 'array', items: {type: 'integer'}, default: []},
    more: {type: 'array', items: {type: 'string'}},
  },
};

test.each(['application/x-www-form-urlencoded', 'multipart/form-data'])(
  'a form of %s starts with an item of each list that is required, as an empty one is not sent',
  type => {
    const operation = withBody(type, lists);
    const values = initialValues(operation);
    expect(values.bodies[type]).toEqual({
      type: 'fields',
      fields: [
        {name: 'tags', value: ''},
        {name: 'sizes', value: '0'},
      ],
    });
    expect(validateValues(operation, values)).toEqual([]);
  },
);

test('a query starts with an item where it may be a list or a text', () => {
  const schema = {anyOf: [{type: 'array', items: {type: 'string'}}, {type: 'string'}]};
  const [operation] = apiWith({parameters: [{name: 'q', in: 'query', required: true, schema}]}).operations;
  const values = operation && initialValues(operation);
  expect(operation && values && validateValues(operation, values)).toEqual([]);
});

test('an empty list is written in JSON', () => {
  const values = initialValues(withBody('application/json', lists));
  expect(values.bodies['application/json']).toMatchObject({
    text: JSON.stringify({tags: [], sizes: []}, null, 2),
  });
});

test('a value starts as something rather than as the constant null', () => {
  const schema = {
    type: 'object',
    required: ['id'],
    properties: {id: {anyOf: [{const: null}, {type: 'string', format: 'uuid'}]}},
  };
  const values = initialValues(withBody('application/json', schema));
  expect(values.bodies['application/json']).toMatchObject({
    text: expect.stringMatching(/"id": "[\da-f-]{36}"/),
  });
});

test('a listed number has all its digits in the menu', () => {
  const digits = {'12345678901234567000': '12345678901234567890'};
  const field = formField({schemas: {}, digits}, {enum: [Number('12345678901234567890'), 1]}, undefined, {
    base: 'body',
    name: 'n',
  });
  expect(field.kind).toMatchObject({options: [{text: '12345678901234567890'}, {text: '1'}]});
});

test.each([
  [{anyOf: [{type: 'string', maxLength: 5}, {type: 'null'}]}, 'string, or null, at most 5 characters'],
  [{oneOf: [{type: 'null'}, {type: 'object'}]}, 'object, or null'],
  [{oneOf: [{enum: ['a', 'b']}, {type: 'null'}]}, 'string, or null'],
  [{type: ['integer', 'null']}, 'integer, or null'],
  [{anyOf: [{type: 'string'}]}, 'string'],
  [{type: 'null'}, 'null'],
  [{anyOf: [{const: 7}, {type: 'null'}]}, ''],
])('the form says of %j: %s', (schema, rule) => {
  const properties = {value: schema};
  const form = formField({schemas: {}}, asSchema({type: 'object', properties}) ?? true, '{}', {
    base: 'body',
    name: '',
  });
  expect(fieldsBelow(form).map(field => field.rule)).toEqual([rule]);
});
