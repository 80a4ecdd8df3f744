import fc from 'fast-check';
import {mkdtemp, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';

import {loadDocument} from '../../../src/api/document/load';
import type {Operation, Schema} from '../../../src/api/operation';
import {generateMatch} from '../../../src/api/schema/generateMatch';
import {linearMatch, matchesPattern} from '../../../src/api/schema/linearMatch';
import {withLinearPatterns} from '../../../src/api/schema/linearPatterns';
import {schemaFaults} from '../../../src/api/schema/validateSchema';
import {UnboundedPatternError} from '../../../src/api/schema/parsePattern';
import {valueOf} from '../../../src/api/schema/valueOf';
import {checkAnswer} from '../../../src/client/answer/checkAnswer';
import {validateText} from '../../../src/request/form/validate';
import {apiWith, ask, operationOf} from '../mock/support/mockOf';

/** What an engine that tries one way after another needs years for, at a text of some thirty characters. */
const hostile: readonly (readonly [pattern: string, start: string, part: string, end: string])[] = [
  ['^(a+)+$', '', 'a', '!'],
  ['^(a|a)*$', '', 'a', '!'],
  ['^(a|b|ab)*c$', '', 'ab', '!'],
  ['^([a-zA-Z0-9]+\\s?)*$', '', 'a', '!'],
  ['^(\\w+\\.?)+@example\\.com$', '', 'a', '@example.org'],
  ['(x+x+)+y', '', 'x', ''],
  ['^((a*)*b)*$', '', 'a', 'c'],
  ['^(?=(a+)+$)', '', 'a', '!'],
  ['(?<!(a+)+b)$(?!$)', 'b', 'a', '!'],
  ['\\s+$', '', ' ', 'x'],
  ['^.*.*.*=.*$', '', 'x', ''],
];

const NONE = {schemas: {}};

describe('a pattern that others would try for years', () => {
  test.each(hostile)('is told in time in proportion to the text: %s', (pattern, start, part, end) => {
    const steps = (count: number): number => {
      const budget = {left: 1e9};
      expect(linearMatch(pattern, start + part.repeat(count) + end, budget)).toBe(false);
      return 1e9 - budget.left;
    };
    expect(steps(2000)).toBeGreaterThan(2000);
    expect(steps(4000)).toBeLessThan(2.1 * steps(2000));
  });

  test.each(['((a{1000}){1000}){1000}', '^a{999999999}$', '(a)\\1', '(?<q>.)\\k<q>'])(
    'or left to the server, where no bound can be kept: %s',
    pattern => {
      expect(schemaFaults(NONE, {pattern}, 'aa')).toBeUndefined();
      expect(matchesPattern(pattern, 'aa')).toBe(false);
    },
  );

  test('is told so to a validator of which a minifier has left out the `new`', () => {
    const [withNew, without] = withLinearPatterns(() => [
      new RegExp('^(a+)+$', 'u').test(`${'a'.repeat(40)}!`),
      RegExp('^(a+)+$', 'u').test(`${'a'.repeat(40)}!`),
    ]);
    expect([withNew, without]).toEqual([false, false]);
    expect(withLinearPatterns(() => RegExp('^[a-c]+$', 'u').test('abc'))).toBe(true);
  });

  test('is left to the server when the text is too long for its states', () => {
    const text = `${'a'.repeat(500)}x`;
    expect(linearMatch('.{100}x', text, {left: 100_000})).toBe(true);
    expect(() => linearMatch('.{100}x', text, {left: 10_000})).toThrow(UnboundedPatternError);
  });

  test('makes no text that fills the memory', () => {
    const patterns = [
      '^a{999999999}$',
      '((a{1000}){1000}){1000}',
      '(((a{99}){99}){99}){99}',
      '(){999999999}',
    ];
    for (const pattern of patterns) {
      expect(generateMatch(pattern, () => 0).length).toBeLessThan(20_000);
    }
    valueOf(NONE, {type: 'string', pattern: '^a{999999999}$'}, {direction: 'request', as: 'start'});
  });
});

test('the engine finds what that of the platform finds', () => {
  const atom = fc.constantFrom(
    ...'a b . \\d \\W \\s [ab] [^a] \\b \\B ^ $ \\u{1F600} \\p{L} [\\w-] x{0}'.split(' '),
    '(?:)',
    '\\ud83d\\ude00',
  );
  const {pattern} = fc.letrec<{pattern: string}>(tie => ({
    pattern: fc.oneof(
      {maxDepth: 4, depthSize: 'small'},
      atom,
      fc.tuple(tie('pattern'), tie('pattern')).map(parts => parts.join('')),
      fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(${one}|${other})`),
      fc
        .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{0,2}', '{1,}', '*?', '+?'))
        .map(([part, count]) => `(?:${part})${count}`),
      fc
        .tuple(fc.constantFrom('?=', '?!', '?<=', '?<!', '?<name>'), tie('pattern'))
        .map(([kind, part]) => `(${kind}${part})`),
    ),
  }));
  const text = fc.string({unit: fc.constantFrom('a', 'b', '1', ' ', '-', 'é'), maxLength: 8});
  fc.assert(
    fc.property(pattern, text, (source, given) => {
      fc.pre(isRegExp(source));
      expect(linearMatch(source, given)).toBe(new RegExp(source, 'u').test(given));
    }),
    {numRuns: 3000},
  );
});

/** V8 also looks between the halves of a character, where ECMA-262 (§22.2.7.2) has no place. */
test.each([
  ['^.$', true],
  ['^..$', false],
  ['^\\u{1F600}$', true],
  ['^\\ud83d\\ude00$', true],
  ['^[^a]$', true],
  ['^[😀]{1}$', true],
  ['(?<!\\p{S}|^)', false],
])('a character of two halves is one: %s', (source, matches) => {
  expect(linearMatch(source, '😀')).toBe(matches);
});

/** Two groups of one name are none. */
function isRegExp(source: string): boolean {
  try {
    return new RegExp(source, 'u').test('') || true;
  } catch {
    return false;
  }
}

/** Of an engine that goes back, the first would be a fault, before the second never ends. */
const unbounded: Schema = {type: 'string', pattern: '^(a)\\1$'};
const slow: Schema = {type: 'string', pattern: '^(a+)+$'};
const TEXT = `${'a'.repeat(5000)}!`;

describe('holds up', () => {
  test('no field and no text of the form', () => {
    expect(validateText(NONE, unbounded, '"b"', 'body')).toEqual([]);
    expect(validateText(NONE, slow, JSON.stringify(TEXT), 'body')).toHaveLength(1);
  });

  test('no member whose name it is for', () => {
    const named = (pattern: string): Schema => ({
      patternProperties: {[pattern]: {type: 'integer'}},
      additionalProperties: false,
    });
    expect(schemaFaults(NONE, named('^(a)\\1$'), {b: 1})).toBeUndefined();
    expect(schemaFaults(NONE, named('^(a+)+$'), {[TEXT]: 1})).toHaveLength(1);
    expect(schemaFaults(NONE, named('^(a+)+$'), {aaaa: 1})).toEqual([]);
  });

  function thing(schema: Schema, example?: string) {
    return {
      operationId: 'thing',
      parameters: [{name: 'q', in: 'query', schema, ...(example === undefined ? {} : {example})}],
      responses: {'200': {description: 'Done', content: {'application/json': {schema}}}},
    };
  }

  test('no check of a response', () => {
    const check = (schema: Schema, value: string) => {
      const operation: Operation = operationOf(apiWith(thing(schema)), 'thing');
      const text = JSON.stringify(value);
      const result = {
        status: 200,
        headers: [{name: 'content-type', value: 'application/json'}],
        size: text.length,
        body: {text, cut: undefined},
      };
      return checkAnswer({operation, result, allHeaders: true, method: 'GET'});
    };
    expect(check(unbounded, 'b').differences).toEqual([]);
    expect(check(unbounded, 'b').unchecked).toHaveLength(1);
    expect(check(slow, TEXT).differences).toHaveLength(1);
  });

  test('no mock', async () => {
    expect((await ask(apiWith(thing(unbounded)), '/thing?q=b')).status).toBe(200);
    expect((await ask(apiWith(thing(slow)), `/thing?q=${TEXT}`)).status).toBe(422);
  });

  test('no build that checks examples', async () => {
    const load = async (schema: Schema, example: string) => {
      const file = join(await mkdtemp(join(tmpdir(), 'hostile-')), 'api.json');
      const document = {
        openapi: '3.1.0',
        info: {title: 'T', version: '1'},
        servers: [{url: '/'}],
        security: [],
        paths: {'/thing': {get: thing(schema, example)}},
      };
      await writeFile(file, JSON.stringify(document));
      return (await loadDocument(file)).faults.map(({message}) => message);
    };
    expect(await load(unbounded, 'b')).toEqual([]);
    expect(await load(slow, TEXT)).toEqual([expect.stringContaining('must match pattern')]);
    expect(await load(slow, 'aaa')).toEqual([]);
  });

  test('no names that stand for the next one twice', () => {
    const count = 40;
    const schemas = Object.fromEntries(
      Array.from({length: count}, (_, index): [string, Schema] => [
        `A${index}`,
        index === count - 1
          ? {type: 'string'}
          : {allOf: [{$ref: `#/schemas/A${index + 1}`}, {$ref: `#/schemas/A${index + 1}`}]},
      ]),
    );
    expect(schemaFaults({schemas}, {$ref: `#/schemas/A${count - 3}`}, 1)).toHaveLength(1);
    expect(schemaFaults({schemas}, {$ref: '#/schemas/A0'}, 'a')).toBeUndefined();
  });
});
