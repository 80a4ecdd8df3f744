import {describe, expect, test} from 'vitest';

import {valueOf} from '../../../src/api/schema/valueOf';
import type {Schema} from '../../../src/api/operation';
import {resolveSchema} from '../../../src/api/schema/schema';
import {serverUrl} from '../../../src/api/serverUrl';

const schemas: Record<string, Schema> = {
  Name: {type: 'string', description: 'A name', minLength: 1},
  Alias: {$ref: '#/schemas/Name', title: 'Alias'},
  Loop: {$ref: '#/schemas/Loop'},
  Never: false,
  Tree: {
    type: 'object',
    properties: {name: {$ref: '#/schemas/Name'}, children: {type: 'array', items: {$ref: '#/schemas/Tree'}}},
  },
};

describe('a schema is resolved', () => {
  test('to itself when it refers to nothing', () => {
    expect(resolveSchema({schemas}, {type: 'null'})).toEqual({type: 'null'});
  });

  test('through references, with the words beside them', () => {
    expect(resolveSchema({schemas}, {$ref: '#/schemas/Alias', description: 'Another'})).toEqual({
      type: 'string',
      minLength: 1,
      title: 'Alias',
      description: 'Another',
    });
  });

  test('so that constraints on both sides hold', () => {
    expect(resolveSchema({schemas}, {$ref: '#/schemas/Name', minLength: 5, title: 'T'})).toEqual({
      title: 'T',
      allOf: [schemas['Name'], {minLength: 5}],
    });
  });

  test('to what allows anything when the reference leads to itself, to nothing, or to what objects inherit', () => {
    expect(resolveSchema({schemas}, {$ref: '#/schemas/Loop'})).toBe(true);
    expect(resolveSchema({schemas}, {$ref: '#/schemas/Absent'})).toBe(true);
    expect(resolveSchema({schemas}, {$ref: '#/schemas/constructor'})).toBe(true);
    expect(resolveSchema({schemas}, {$ref: '#/schemas/Never', title: 'T'})).toBe(false);
  });
});

describe('an example of a schema', () => {
  test.each<[string, Schema, unknown]>([
    ['its own example', {type: 'string', examples: ['a'], default: 'b'}, 'a'],
    ['its default', {type: 'integer', default: 0}, 0],
    ['its first value', {enum: ['x', 'y']}, 'x'],
    ['its own example, though it is null', {type: ['string', 'null'], examples: [null], default: 'b'}, null],
    [
      'the examples of its parts, and what they leave out',
      {
        allOf: [
          {type: 'object', properties: {a: {const: 1}}, examples: [{b: 5}]},
          {properties: {b: {type: 'integer'}}, examples: [{c: 3}]},
        ],
      },
      {a: 1, b: 5, c: 3},
    ],
    ['a value that fits', {type: ['null', 'number'], minimum: 3}, 3],
    ['a value of its format', {type: 'string', format: 'email'}, 'user@example.com'],
    [
      'all parts of allOf',
      {allOf: [{properties: {a: {const: 1}}}, {properties: {b: {const: 2}}}]},
      {a: 1, b: 2},
    ],
    ['the first choice', {oneOf: [{const: 'a'}, {const: 'b'}]}, 'a'],
    ['a tree that ends', {$ref: '#/schemas/Tree'}, {name: 'text', children: []}],
  ])('is %s', (_, schema, expected) => {
    expect(valueOf({schemas}, schema, {direction: 'response', as: 'example'})).toEqual(expected);
  });

  test('leaves out what does not go in its direction', () => {
    const schema: Schema = {
      type: 'object',
      properties: {id: {const: 1, readOnly: true}, password: {const: 2, writeOnly: true}},
    };
    expect(valueOf({schemas}, schema, {direction: 'request', as: 'example'})).toEqual({password: 2});
    expect(valueOf({schemas}, schema, {direction: 'response', as: 'example'})).toEqual({id: 1});
  });
});

test('a server URL has the defaults of its variables and no slash at its end', () => {
  const server = {url: 'https://{region}.example.com/{other}/', variables: {region: {default: 'eu'}}};
  expect(serverUrl(server)).toBe('https://eu.example.com/{other}');
});
