import {readFile} from 'node:fs/promises';
import {parseYaml} from '@redocly/openapi-core';
import {expect, test} from 'vitest';

import {fingerprint, newestEntry} from '../../../scripts/changelogEntry';
import {isObject, type JsonObject} from '../../../src/api/json';
import {loadApi} from '../../../src/api/document/load';
import {readApi} from '../../../src/api/operations';
import {apiSurface} from '../../../src/api/surface';

const source = await readFile('tests/fixtures/openapi/users.yaml', 'utf8');

function surfaceOf(text: string): readonly string[] {
  const document: unknown = parseYaml(text);
  const root: JsonObject = isObject(document) ? document : {};
  return apiSurface(readApi(root, {version: '3.1', url: 'http://localhost/'}));
}

/** The document of users, changed in one place. */
function changed(from: string | RegExp, to: string): readonly string[] {
  const text = source.replace(from, to);
  expect(text).not.toBe(source);
  return surfaceOf(text);
}

test('the newest entry of the changelog is about the API as the document describes it', async () => {
  const api = await loadApi('static/openapi.yaml');
  expect(
    newestEntry(),
    'The API has changed, or its version. Run `npm run changelog`: it lists the changes and starts the entry.',
  ).toEqual({version: api.version, fingerprint: fingerprint(apiSurface(api))});
});

test('a changelog without an entry is told how to write one', () => {
  expect(() => newestEntry('# Changelog\n\n## 1.0.0\n\nText.')).toThrow(
    'docs/changelog.mdx has no entry: "## VERSION", and below it "{/* API FINGERPRINT */}".',
  );
});

test('a change of words is no change of the API', () => {
  expect(changed(/(description: )[\w ]+/g, '$1Other words')).toEqual(surfaceOf(source));
});

/** The facts of an operation whose answer has these headers and this schema. */
function surfaceWith(schema: JsonObject, headers: JsonObject = {}): readonly string[] {
  const content = {'application/json': {schema}};
  const responses = {'200': {description: 'Done', headers, content}};
  const document = {openapi: '3.1.0', info: {title: 'T', version: '1'}, paths: {'/a': {get: {responses}}}};
  return apiSurface(readApi(document, {version: '3.1', url: 'http://localhost/'}));
}

test.each<[string, JsonObject, JsonObject]>([
  ['in a part', {allOf: [{type: 'object', description: 'Words'}]}, {allOf: [{type: 'object', title: 'Other'}]}],
  [
    'of a member of a branch',
    {oneOf: [{properties: {title: {type: 'string', description: 'Words'}}}]},
    {oneOf: [{properties: {title: {type: 'string'}}}]},
  ],
  ['in the order of branches', {anyOf: [{type: 'string'}, {type: 'null'}]}, {anyOf: [{type: 'null'}, {type: 'string'}]}],
  ['in the order of values', {enum: [1, 'b', null]}, {enum: [null, 1, 'b']}],
])('a change of words %s is none', (_, before, after) => {
  expect(surfaceWith(after)).toEqual(surfaceWith(before));
});

test.each<[string, JsonObject, JsonObject]>([
  ['a rule in a part', {allOf: [{type: 'string', maxLength: 1}]}, {allOf: [{type: 'string', maxLength: 2}]}],
  ['a member of a branch', {oneOf: [{properties: {title: {}}}]}, {oneOf: [{properties: {}}]}],
  ['a member by a pattern', {patternProperties: {'x-a': {}}}, {patternProperties: {}}],
  [
    'a name of a discriminator',
    {discriminator: {propertyName: 'kind', mapping: {title: 'A'}}},
    {discriminator: {propertyName: 'kind', mapping: {}}},
  ],
  ['a part of a value', {default: {title: 'a'}}, {default: {title: 'b'}}],
  ['the type of a value', {const: true}, {const: 'true'}],
  ['the order of a tuple', {prefixItems: [{type: 'string'}, {}]}, {prefixItems: [{}, {type: 'string'}]}],
])('%s is part of the API too', (_, before, after) => {
  expect(surfaceWith(after)).not.toEqual(surfaceWith(before));
});

test('a header is part of the API, whatever its name starts with', () => {
  const header = {schema: {type: 'string'}};
  expect(surfaceWith({}, {'x-request-id': header})).not.toEqual(surfaceWith({}));
});

test.each([
  ['a limit', /maxLength: \d+/, 'maxLength: 7'],
  ['the name of a field', /^( +)email: \{/gm, '$1mail: {'],
  ['the path of an operation', '/users:', '/people:'],
  ['a status', /'409'/, "'410'"],
  ['the server', 'api.cloudindex.com', 'api.example.com'],
])('%s is part of the API', (_, from, to) => {
  expect(changed(from, to)).not.toEqual(surfaceOf(source));
});
