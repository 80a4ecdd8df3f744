import {expect, test} from 'vitest';

import {fieldsOf, type Fields} from '../../../src/api/schema/fields';
import type {Schema} from '../../../src/api/operation';

const needs = (name: string): Schema => ({
  type: 'object',
  required: [name],
  properties: {[name]: {type: 'string'}},
});

/** Fields by their paths, and choices by their labels with what is in them. */
function told({fields, choices}: Fields): readonly unknown[] {
  return [...fields.map(({path}) => path), ...choices.map(({label, inside}) => ({[label]: told(inside)}))];
}

const second = [{'with c': ['c']}, {'with d': ['d']}];

test.each<[string, Schema]>([
  ['oneOf and anyOf', {oneOf: [needs('a'), needs('b')], anyOf: [needs('c'), needs('d')]}],
  ['parts', {allOf: [{oneOf: [needs('c'), needs('d')]}, {oneOf: [needs('a'), needs('b')]}]}],
])('of two choices by %s, the second is told within each branch of the first', (_, schema) => {
  expect(told(fieldsOf({schemas: {}}, schema, 'request'))).toEqual([
    {'with a': ['a', ...second]},
    {'with b': ['b', ...second]},
  ]);
});

test('a single choice is told once', () => {
  expect(told(fieldsOf({schemas: {}}, {oneOf: [needs('a'), needs('b')]}, 'request'))).toEqual([
    {'with a': ['a']},
    {'with b': ['b']},
  ]);
});
