import fc from 'fast-check';
import {mkdtemp, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';

import {loadApi} from '../../../src/api/document/load';
import type {Api} from '../../../src/api/operation';
import {unicodePattern} from '../../../src/api/schema/pattern';
import {validateSchema} from '../../../src/api/schema/validateSchema';
import {valueOf} from '../../../src/api/schema/valueOf';
import {createMock} from '../../../src/mock/mock';
import {ask} from '../mock/support/mockOf';

/** A document with a parameter of this pattern, and an example of it where one is given. */
async function load(pattern: string, example?: string): Promise<Api> {
  const file = join(await mkdtemp(join(tmpdir(), 'pattern-')), 'api.json');
  const parameter = {
    name: 'phone',
    in: 'query',
    schema: {type: 'string', pattern},
    ...(example === undefined ? {} : {example}),
  };
  const get = {parameters: [parameter], responses: {'200': {description: 'Done'}}};
  await writeFile(
    file,
    JSON.stringify({
      openapi: '3.1.0',
      info: {title: 'T', version: '1'},
      servers: [{url: '/'}],
      security: [],
      paths: {'/x': {get}},
    }),
  );
  return loadApi(file, {strict: true});
}

const loose = [
  '^\\d{3}\\-\\d{4}$',
  '^[\\w-.]+\\@[\\w-]+$',
  '^{[a-z]}$',
  '^[^\\<\\>\\"]*$',
  'a{,3}',
  '^\\_\\Z',
  'x]|[]\\-]',
  '\\u00e9\\-\\x41\\cA',
];

describe('a pattern that needs escapes to mean nothing', () => {
  test('judges what is sent, with an example or without', async () => {
    for (const example of [undefined, '555-1234']) {
      const mock = createMock({api: await load('^\\d{3}\\-\\d{4}$', example)});
      expect((await ask(mock, '/x?phone=555-1234')).status).toBe(200);
      expect((await ask(mock, '/x?phone=5551234')).status).toBe(422);
    }
  });

  test.each(loose)('is written with the same meaning, so that it compiles with the flag u: %s', pattern => {
    const [before, after] = [new RegExp(pattern), new RegExp(unicodePattern(pattern), 'u')];
    const character = fc.constantFrom(...'aA1_-.@{}<>[]",x3Zé\\'.split(''));
    fc.assert(
      fc.property(fc.string({unit: character, maxLength: 9}), text => {
        expect(after.test(text)).toBe(before.test(text));
      }),
    );
  });

  test('keeps its sets of Unicode', () => {
    const pattern = unicodePattern('^\\p{L}+\\-\\d$');
    expect(validateSchema({schemas: {}}, {type: 'string', pattern}, 'é-1')).toEqual([]);
    expect(validateSchema({schemas: {}}, {type: 'string', pattern}, 'p-1')).toEqual([]);
    expect(validateSchema({schemas: {}}, {type: 'string', pattern}, '1-1')).toHaveLength(1);
  });

  test('stays as it is written where it compiles', () => {
    fc.assert(
      fc.property(fc.constantFrom('^\\p{L}$', '[\\-a]', '(?<n>a)\\k<n>', '\\u{1F600}'), pattern => {
        expect(unicodePattern(pattern)).toBe(pattern);
      }),
    );
  });
});

test.each(['(?i)abc', '[a-', '(a'])('what is no pattern is told with its place: %s', async pattern => {
  await expect(load(pattern)).rejects.toThrow(
    /#\/paths\/~1x\/get\/parameters\/0\/schema\/pattern {2}.* is no regular expression of ECMA-262/,
  );
  await expect(load(pattern, 'a')).rejects.toThrow(/has 1 problem/);
});

test.each([
  ['^[a-z]+$', '^.{3,5}$'],
  ['^abc', 'xyz$'],
  ['xyz$', '^abc'],
  ['[A-Z]', '[0-9]', '^[a-zA-Z0-9]{8,20}$'],
  ['[A-Z]', '[a-z]', '\\d', '[^\\w]'],
])('a value is found that %s and %s match, joined by allOf', (pattern, ...others) => {
  const schema = {type: 'string', pattern, allOf: others.map(other => ({pattern: other}))} as const;
  for (const as of ['example', 'start'] as const) {
    const value = valueOf({schemas: {}}, schema, {direction: 'request', as});
    expect(validateSchema({schemas: {}}, schema, value)).toEqual([]);
  }
});

test('nothing is made up where no text matches all patterns', () => {
  const pin = {type: 'string', pattern: '^\\d+$', allOf: [{pattern: '^[a-z]+$'}]} as const;
  const schema = {type: 'object', properties: {pin}} as const;
  expect(valueOf({schemas: {}}, schema, {direction: 'request', as: 'example'})).toEqual({});
});
