import {expect, test} from 'vitest';

import {valueOf} from '../../../src/api/schema/valueOf';
import type {Schema} from '../../../src/api/operation';
import {validateSchema} from '../../../src/api/schema/validateSchema';
import {createRandom} from '../../../src/mock/random';

const pair: Schema = {
  type: 'object',
  required: ['left', 'right'],
  properties: {left: {$ref: '#/schemas/Expr'}, right: {$ref: '#/schemas/Expr'}},
};
const schemas: Record<string, Schema> = {
  Expr: {oneOf: [{$ref: '#/schemas/And'}, {$ref: '#/schemas/Or'}, {$ref: '#/schemas/Leaf'}]},
  And: {allOf: [pair, {properties: {op: {const: 'and'}}, required: ['op']}]},
  Or: {allOf: [pair, {properties: {op: {const: 'or'}}, required: ['op']}]},
  Leaf: {
    type: 'object',
    required: ['value'],
    properties: {value: {type: 'integer'}},
    additionalProperties: false,
  },
  Tree: {
    type: 'object',
    properties: {children: {type: 'array', minItems: 0, items: {$ref: '#/schemas/Tree'}}},
  },
};

test.each<[string, Schema]>([
  ['branches that need themselves', {$ref: '#/schemas/Expr'}],
  ['children like itself', {$ref: '#/schemas/Tree'}],
  [
    'a member that two parts describe',
    {
      allOf: [
        {type: 'object', required: ['a', 'b'], properties: {a: {enum: ['x']}, b: {type: 'integer'}}},
        {properties: {a: {description: 'A letter'}, b: {minimum: 5}}},
      ],
    },
  ],
  [
    'a required member that a pattern describes',
    {type: 'object', required: ['x-a'], patternProperties: {'^x-': {type: 'integer'}}},
  ],
  ['an item that it must contain', {type: 'array', contains: {const: 5}}],
  [
    'several items that it must contain',
    {type: 'array', items: {type: 'integer'}, contains: {minimum: 5}, minContains: 3},
  ],
  [
    'contained items after a tuple',
    {type: 'array', prefixItems: [{const: 'a'}], items: {type: 'integer'}, contains: {const: 5}},
  ],
  [
    'two choices',
    {
      type: 'object',
      oneOf: [{required: ['a'], properties: {a: {const: 1}}}],
      anyOf: [{required: ['b'], properties: {b: {const: 2}}}],
    },
  ],
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
])('every value that is made for a schema with %s fits it, and so does its example', (_, schema) => {
  const random = createRandom(1);
  for (let count = 0; count < 200; count++) {
    const value = valueOf({schemas}, schema, {direction: 'response', as: 'random', random});
    expect(validateSchema({schemas}, schema, value), JSON.stringify(value)).toEqual([]);
  }
  const example = valueOf({schemas}, schema, {direction: 'response', as: 'example'});
  expect(validateSchema({schemas}, schema, example), JSON.stringify(example)).toEqual([]);
});

test('a text that no pattern lets be found is not made up', () => {
  const hard = {type: 'string', pattern: '^(?=qqqqq)[a-z]{40}$'} as const;
  const schema = {type: 'object', properties: {hard, easy: {type: 'string', pattern: '^[a-c]{2}$'}}} as const;
  const value = valueOf({schemas: {}}, schema, {
    direction: 'response',
    as: 'random',
    random: createRandom(1),
  });
  expect(Object.keys(value ?? {})).toEqual(['easy']);
});
