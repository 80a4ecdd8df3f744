import {expect, test} from 'vitest';

import type {Schema, SchemaObject} from '../../../src/api/operation';
import {mergedSchema} from '../../../src/api/schema/mergedSchema';
import {limitsInWords} from '../../../src/api/schema/rulesInWords';
import {valueOf} from '../../../src/api/schema/valueOf';

test.each<[schema: SchemaObject, words: string]>([
  [{minimum: 5}, 'At least 5.'],
  [{exclusiveMinimum: 5}, 'More than 5.'],
  [{maximum: 5}, 'At most 5.'],
  [{exclusiveMaximum: 5}, 'Less than 5.'],
  [{minimum: 1, maximum: 5}, 'From 1 to 5.'],
  [{exclusiveMinimum: 1, exclusiveMaximum: 5}, 'More than 1. Less than 5.'],
  [{minimum: 1, exclusiveMaximum: 5}, 'At least 1. Less than 5.'],
  [{multipleOf: 5}, 'A multiple of 5.'],
  [{minLength: 0}, ''],
  [{minLength: 1}, 'At least 1 character.'],
  [{minLength: 2}, 'At least 2 characters.'],
  [{maxLength: 0}, 'Exactly 0 characters.'],
  [{maxLength: 1}, 'At most 1 character.'],
  [{minLength: 1, maxLength: 1}, 'Exactly 1 character.'],
  [{minLength: 1, maxLength: 2}, '1 to 2 characters.'],
  [{minItems: 1}, 'At least 1 item.'],
  [{maxItems: 2}, 'At most 2 items.'],
  [{minItems: 2, maxItems: 2}, 'Exactly 2 items.'],
  [{minProperties: 1}, 'At least 1 key.'],
  [{maxProperties: 2}, 'At most 2 keys.'],
  [{minProperties: 1, maxProperties: 2}, '1 to 2 keys.'],
])('the limits %j read "%s"', (schema, words) => {
  expect(limitsInWords(schema)).toBe(words);
});

test.each<[keyword: keyof SchemaObject, wide: number, narrow: number]>([
  ['minimum', 1, 2],
  ['exclusiveMinimum', 1, 2],
  ['minLength', 1, 2],
  ['minItems', 1, 2],
  ['minProperties', 1, 2],
  ['maximum', 2, 1],
  ['exclusiveMaximum', 2, 1],
  ['maxLength', 2, 1],
  ['maxItems', 2, 1],
  ['maxProperties', 2, 1],
])('of two %s that both hold, the narrower one is the limit', (keyword, wide, narrow) => {
  for (const [first, second] of [
    [wide, narrow],
    [narrow, wide],
  ]) {
    const merged = mergedSchema({schemas: {}}, {allOf: [{[keyword]: first}, {[keyword]: second}]});
    expect(merged).toEqual({[keyword]: narrow});
  }
});

test('a number is a multiple of both factors that it has to be a multiple of', () => {
  const schema: Schema = {type: 'integer', minimum: 1, allOf: [{multipleOf: 4}, {multipleOf: 6}]};
  expect(valueOf({schemas: {}}, schema, {direction: 'response', as: 'example'})).toBe(12);
});

test.each<[least: number, items: readonly unknown[]]>([
  [0, ['a', 2]],
  [1, ['a', 2]],
  [2, ['a', 2]],
  [3, ['a', 2, true]],
  [4, ['a', 2, true, true]],
])('a list of at least %d items shows each that has a place of its own: %j', (minItems, items) => {
  const schema: Schema = {
    type: 'array',
    minItems,
    prefixItems: [{const: 'a'}, {const: 2}],
    ...(minItems > 2 ? {items: {const: true}} : {}),
  };
  expect(valueOf({schemas: {}}, schema, {direction: 'response', as: 'example'})).toEqual(items);
});
