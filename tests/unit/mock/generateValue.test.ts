import {expect, test} from 'vitest';

import type {Schema} from '../../../src/api/operation';
import {validateSchema} from '../../../src/api/validateSchema';
import {generateValue} from '../../../src/mock/generic/generateValue';
import {createRandom} from '../../../src/mock/random';

test.each<[string, Schema]>([
  ['an upper limit that is not reached', {type: 'integer', exclusiveMaximum: 1, minimum: 0}],
  ['an upper limit alone', {type: 'number', exclusiveMaximum: -5}],
  ['limits that are close', {type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 0.001}],
  ['limits of both kinds', {type: 'integer', minimum: 3, exclusiveMinimum: 3, maximum: 5}],
  ['a step within limits', {type: 'integer', multipleOf: 7, minimum: 1, maximum: 20}],
  ['a small step', {type: 'number', multipleOf: 0.5, minimum: 0.1, maximum: 2}],
  ['a tuple', {type: 'array', prefixItems: [{type: 'integer'}, {enum: ['a']}], items: false, minItems: 2}],
  [
    'items after a tuple',
    {type: 'array', prefixItems: [{type: 'integer'}], items: {type: 'string'}, minItems: 3},
  ],
  ['a property that may not be', {type: 'object', properties: {a: false, b: {type: 'boolean'}}}],
])('every value that is made for a schema with %s fits it', (_, schema) => {
  const random = createRandom(1);
  for (let count = 0; count < 200; count++) {
    const value = generateValue({schemas: {}}, schema, random);
    expect(validateSchema({schemas: {}}, schema, value), JSON.stringify(value)).toEqual([]);
  }
});
