import {expect, test} from 'vitest';

import {valueOf} from '../../../src/api/schema/valueOf';
import type {Schema} from '../../../src/api/operation';
import {validateSchema} from '../../../src/api/schema/validateSchema';

const schemas = {
  Node: {type: 'object', properties: {next: {$ref: '#/schemas/Node'}, name: {type: 'string'}}},
} as const;

test.each<[string, Schema]>([
  ['a pattern', {type: 'string', pattern: '^[A-Z]{3}-\\d{4}$'}],
  ['a shortest length', {type: 'string', minLength: 12}],
  ['a longest length', {type: 'string', maxLength: 2}],
  ['a format', {type: 'string', format: 'date-time'}],
  ['a format without a type', {format: 'uuid'}],
  ['an open upper limit', {type: 'number', exclusiveMaximum: 0}],
  ['open limits on both sides', {type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1}],
  ['a multiple above a limit', {type: 'integer', multipleOf: 5, minimum: 7}],
  ['a fewest of items', {type: 'array', items: {type: 'string'}, minItems: 3}],
  [
    'items of which none is twice',
    {type: 'array', items: {enum: ['a', 'b']}, minItems: 2, uniqueItems: true},
  ],
  ['a tuple', {type: 'array', prefixItems: [{type: 'integer'}, {type: 'string'}], items: false, minItems: 2}],
  ['a list that must be empty', {type: 'array', items: {type: 'string'}, maxItems: 0}],
  ['a property that may not be', {type: 'object', properties: {a: false, b: {type: 'string'}}}],
  ['a fewest of properties', {type: 'object', additionalProperties: {type: 'integer'}, minProperties: 2}],
  [
    'a most of properties',
    {type: 'object', properties: {a: true, b: true}, required: ['b'], maxProperties: 1},
  ],
  [
    'a required property without a schema',
    {type: 'object', required: ['a'], additionalProperties: {type: 'integer'}},
  ],
  [
    'a choice that starts with null',
    {type: 'object', properties: {a: {oneOf: [{type: 'null'}, {type: 'string'}]}}},
  ],
  ['limits beside a choice', {type: 'integer', minimum: 3, anyOf: [{maximum: 9}, {maximum: 99}]}],
  ['limits in several parts', {allOf: [{type: 'string', minLength: 3}, {maxLength: 3}]}],
  ['a constant', {const: 'x', default: 'y'}],
  ['itself', {$ref: '#/schemas/Node'}],
])('the example of a schema with %s fits it', (_, schema) => {
  const value = valueOf({schemas}, schema, {direction: 'response', as: 'example'});
  expect(validateSchema({schemas}, schema, value)).toEqual([]);
});

test.each<[limits: object, example: number]>([
  [{}, 0],
  [{minimum: -3, maximum: 3}, 0],
  [{minimum: 1000}, 1000],
  [{exclusiveMinimum: 1000}, 1001],
  [{minimum: 1000, exclusiveMinimum: 10}, 1000],
  [{minimum: 10, exclusiveMinimum: 1000}, 1001],
  [{maximum: -1000}, -1000],
  [{exclusiveMaximum: -1000}, -1001],
  [{maximum: -1000, exclusiveMaximum: -10}, -1000],
  [{maximum: -10, exclusiveMaximum: -1000}, -1001],
  [{minimum: 8, multipleOf: 5}, 10],
  [{maximum: -8, multipleOf: 5}, -10],
])('the example of an integer with %j is %d, of those that fit the nearest to 0', (limits, example) => {
  const schema = {type: 'integer', ...limits} as const;
  expect(valueOf({schemas}, schema, {direction: 'response', as: 'example'})).toBe(example);
});

test.each<[string, Schema, unknown]>([
  ['a whole body', {type: 'object', readOnly: true, required: ['a'], properties: {a: {const: 1}}}, {a: 1}],
  ['a member', {type: 'object', required: ['a'], properties: {a: {const: 1, readOnly: true}}}, {}],
])('a request starts right where %s is marked readOnly', (_, schema, expected) => {
  expect(valueOf({schemas: {}}, schema, {direction: 'request', as: 'start'})).toEqual(expected);
});

test('an example shows a value where null would do as well', () => {
  expect(
    valueOf({schemas}, {oneOf: [{type: 'null'}, {type: 'string'}]}, {direction: 'response', as: 'example'}),
  ).toBe('text');
  expect(
    valueOf({schemas}, {type: ['null', 'integer'], minimum: 1}, {direction: 'response', as: 'example'}),
  ).toBe(1);
});

test('an example leaves out what does not go in its direction', () => {
  const schema: Schema = {
    properties: {id: {type: 'integer', readOnly: true}, secret: {type: 'string', writeOnly: true}},
  };
  expect(valueOf({schemas}, schema, {direction: 'request', as: 'example'})).toEqual({secret: 'text'});
  expect(valueOf({schemas}, schema, {direction: 'response', as: 'example'})).toEqual({id: 0});
});
