import {readFile} from 'node:fs/promises';
import {parseYaml} from '@redocly/openapi-core';
import {expect, test} from 'vitest';

import {fingerprint, newestEntry} from '../../../scripts/changelogEntry';
import {isObject, type JsonObject} from '../../../src/api/json';
import {loadApi} from '../../../src/api/load';
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

test.each([
  ['a limit', /maxLength: \d+/, 'maxLength: 7'],
  ['the name of a field', /^( +)email: \{/gm, '$1mail: {'],
  ['the path of an operation', '/users:', '/people:'],
  ['a status', /'409'/, "'410'"],
  ['the server', 'api.cloudindex.com', 'api.example.com'],
])('%s is part of the API', (_, from, to) => {
  expect(changed(from, to)).not.toEqual(surfaceOf(source));
});
