import {describe, expect, test} from 'vitest';

import {announcesBreaking} from '../../../scripts/changelogEntry';
import {changesInWords} from '../../../src/api/changes/changesInWords';
import {compareApis} from '../../../src/api/changes/compareApis';
import type {JsonObject} from '../../../src/api/json';
import {readApi} from '../../../src/api/operations';

/** An API of one operation that takes and gives a value of a schema. */
function apiWith(schema: JsonObject, operation: JsonObject = {}, method = 'post') {
  const content = {'application/json': {schema: {$ref: '#/components/schemas/Thing'}}};
  const document = {
    openapi: '3.1.0',
    info: {title: 'Things', version: '1'},
    servers: [{url: 'https://api.example.com'}],
    paths: {
      '/things': {
        [method]: {
          operationId: 'createThing',
          requestBody: {required: true, content},
          responses: {'201': {description: 'Made', content}},
          ...operation,
        },
      },
    },
    components: {schemas: {Thing: schema}, securitySchemes: {key: {type: 'http', scheme: 'bearer'}}},
  };
  return readApi(document, {version: '3.1', url: 'http://localhost/'});
}

function changes(before: ReturnType<typeof apiWith>, after: ReturnType<typeof apiWith>): readonly string[] {
  return compareApis(before, after).map(({weight, what}) => `${weight}: ${what}`);
}

function ofField(before: JsonObject | undefined, after: JsonObject | undefined): readonly string[] {
  const withField = (field: JsonObject | undefined) =>
    apiWith({type: 'object', properties: field === undefined ? {} : {size: field}});
  return changes(withField(before), withField(after));
}

const integer = {type: 'integer'};

describe('what a program sends breaks where less is taken, and what it receives where more may come', () => {
  test.each<[string, JsonObject | undefined, JsonObject | undefined, string, string]>([
    [
      'a field that is gone',
      integer,
      undefined,
      'breaking: the request field `size` is gone',
      'breaking: the response 201 field `size` is gone',
    ],
    [
      'a new field',
      undefined,
      integer,
      'added: the request field `size` is new',
      'added: the response 201 field `size` is new',
    ],
    [
      'a lower limit',
      {...integer, maximum: 9},
      {...integer, maximum: 5},
      'breaking: the request field `size` has maximum 5, 9 before',
      'other: the response 201 field `size` has maximum 5, 9 before',
    ],
    [
      'a higher limit',
      {...integer, maximum: 5},
      {...integer, maximum: 9},
      'added: the request field `size` has maximum 9, 5 before',
      'other: the response 201 field `size` has maximum 9, 5 before',
    ],
    [
      'a wider type',
      integer,
      {type: 'number'},
      'added: the request field `size` is number, integer before',
      'breaking: the response 201 field `size` is number, integer before',
    ],
    [
      'a narrower type',
      {type: ['integer', 'null']},
      integer,
      'breaking: the request field `size` is integer, integer or null before',
      'added: the response 201 field `size` is integer, integer or null before',
    ],
    [
      'another type',
      integer,
      {type: 'string'},
      'breaking: the request field `size` is string, integer before',
      'breaking: the response 201 field `size` is string, integer before',
    ],
    [
      'a further value',
      {enum: ['s', 'm']},
      {enum: ['s', 'm', 'l']},
      'added: the request field `size` may be `l` now',
      'breaking: the response 201 field `size` may be `l` now',
    ],
    [
      'a value less',
      {enum: ['s', 'm']},
      {enum: ['s']},
      'breaking: the request field `size` is never `m` now',
      'other: the response 201 field `size` is never `m` now',
    ],
  ])('%s', (_, before, after, sent, received) => {
    expect(ofField(before, after)).toEqual([sent, received]);
  });

  test('a field that becomes required breaks requests, and one that may be missing breaks readers', () => {
    const schema = {type: 'object', properties: {size: integer}};
    const [optional, required] = [apiWith(schema), apiWith({...schema, required: ['size']})];
    expect(changes(optional, required)).toEqual([
      'breaking: the request field `size` is required now',
      'added: the response 201 field `size` is required now',
    ]);
    expect(changes(required, optional)).toEqual([
      'added: the request field `size` is no longer required',
      'breaking: the response 201 field `size` may be missing now',
    ]);
  });

  test('what only the service writes is no part of a request', () => {
    expect(ofField(undefined, {...integer, readOnly: true})).toEqual([
      'added: the response 201 field `size` is new',
    ]);
  });
});

test('a schema that leads to itself is followed once', () => {
  const tree = (name: JsonObject) => ({
    type: 'object',
    properties: {name, children: {type: 'array', items: {$ref: '#/components/schemas/Thing'}}},
  });
  expect(changes(apiWith(tree({type: 'string'})), apiWith(tree({type: 'string', maxLength: 3})))).toEqual([
    'breaking: the request field `name` has maxLength 3, none before',
    'other: the response 201 field `name` has maxLength 3, none before',
  ]);
});

test.each<[string, JsonObject, readonly string[]]>([
  [
    'a query parameter that is needed',
    {parameters: [{name: 'q', in: 'query', required: true, schema: {type: 'string'}}]},
    ['breaking: the query parameter `q` is new, and required'],
  ],
  [
    'a query parameter that may be left out',
    {parameters: [{name: 'q', in: 'query', schema: {type: 'string'}}]},
    ['added: the query parameter `q` is new'],
  ],
  ['no body', {requestBody: undefined}, ['breaking: the request body is gone']],
  [
    'another success',
    {responses: {'200': {description: 'Made'}}},
    ['breaking: the response 201 is gone', 'breaking: the response 200 is new'],
  ],
  ['a key', {security: [{key: []}]}, ['breaking: the operation asks for key, nothing before']],
  ['deprecation', {deprecated: true}, ['other: the operation is deprecated']],
])('an operation with %s', (_, operation, told) => {
  expect(changes(apiWith({}), apiWith({}, operation))).toEqual(told);
});

test('an operation that is gone breaks, and a new one does not', () => {
  expect(changes(apiWith({}), apiWith({}, {}, 'put'))).toEqual([
    'breaking: POST /things is gone',
    'added: PUT /things (createThing) is new',
  ]);
});

test('a change that many operations share is one line with their names, and breaking changes come first', () => {
  const text = changesInWords([
    {weight: 'added', what: 'POST /teams (createTeam) is new'},
    {weight: 'breaking', operation: 'getUser', what: 'the response 200 field `email` is gone'},
    {weight: 'breaking', operation: 'createUser', what: 'the response 201 field `email` is gone'},
  ]);
  expect(text).toBe(
    '### Breaking\n\n- The response 200, 201 field `email` is gone: getUser, createUser.\n\n### New\n\n- POST /teams (createTeam) is new.',
  );
});

test.each([
  ['- **Breaking:** send `mail` in place of `email`.', true],
  ['**Breaking:** the limit is 50.', true],
  ['- Nothing is **Breaking:** here.', false],
  ['A new field.\n\n## 1.0.0\n\n- **Breaking:** before.', false],
])('%j in the newest entry announces a breaking change: %s', (text, is) => {
  expect(announcesBreaking(`# Changelog\n\n## 2.0.0\n\n${text}\n`)).toBe(is);
});
