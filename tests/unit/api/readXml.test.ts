import {expect, test} from 'vitest';

import {valueOfXml, XmlSyntaxError} from '../../../src/api/body/readXml';
import {xmlText} from '../../../src/api/body/xmlText';
import type {Json, Schema} from '../../../src/api/operation';

const schemas: Record<string, Schema> = {
  Pet: {
    type: 'object',
    xml: {name: 'pet'},
    properties: {
      id: {type: 'integer', xml: {attribute: true}},
      name: {type: 'string'},
      isTame: {type: 'boolean', xml: {name: 'tame'}},
      tags: {type: 'array', items: {type: 'string', xml: {name: 'tag'}}, xml: {wrapped: true}},
      photos: {type: 'array', items: {type: 'string'}},
      weight: {type: 'number', xml: {prefix: 'm', namespace: 'https://example.com/m'}},
      owner: {$ref: '#/schemas/Owner'},
    },
  },
  Owner: {type: 'object', properties: {name: {type: 'string'}, age: {type: ['integer', 'null']}}},
};

test.each<[string, Schema, Json]>([
  [
    'an object of all kinds',
    {$ref: '#/schemas/Pet'},
    {
      id: 5,
      name: 'Rex & Co <1>',
      isTame: true,
      tags: ['a', 'b'],
      photos: ['x', 'y'],
      weight: 1.5,
      owner: {name: 'Ann', age: null},
    },
  ],
  ['an empty object', {$ref: '#/schemas/Pet'}, {}],
  ['one item of a bare list', {$ref: '#/schemas/Pet'}, {photos: ['x']}],
  [
    'members that the schema does not name',
    {type: 'object', additionalProperties: {type: 'integer'}},
    {a: 1, b: 2},
  ],
])('%s is read as it is written', (_, schema, value) => {
  expect(valueOfXml({schemas}, schema, xmlText({schemas}, schema, value))).toEqual(value);
});

test('a text where a number belongs stays, for the schema to refuse', () => {
  expect(valueOfXml({schemas}, {$ref: '#/schemas/Pet'}, '<pet><weight>heavy</weight></pet>')).toEqual({
    weight: 'heavy',
  });
});

test('what is no XML is told', () => {
  expect(() => valueOfXml({schemas}, true, '<pet><name></pet>')).toThrow(XmlSyntaxError);
});
