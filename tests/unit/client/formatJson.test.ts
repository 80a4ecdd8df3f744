import fc from 'fast-check';
import {describe, expect, test} from 'vitest';

import {formatJson} from '../../../src/client/formatJson';

/** Every token of JSON text, and nothing between them. */
function tokens(json: string): string[] {
  return json.match(/"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g) ?? [];
}

const jsonText = fc
  .tuple(fc.jsonValue(), fc.constantFrom('', ' ', '\t', '   '))
  .map(([value, indent]) => JSON.stringify(value, null, indent));

describe('laid-out JSON', () => {
  test('is what JSON.stringify writes, for any value that it keeps', () => {
    fc.assert(
      fc.property(jsonText, text => {
        expect(formatJson(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
      }),
    );
  });

  test('keeps digits, escapes, key order and repeated keys', () => {
    const text = '{"b":9007199254740993,"2":1.0e+400,"1":-0.10,"b":"\\u00e9\\/\\\\","e":[ ],"o":{\n}}';
    const formatted = formatJson(text) ?? '';
    expect(tokens(formatted)).toEqual(tokens(text));
    expect(formatted).toBe(
      '{\n  "b": 9007199254740993,\n  "2": 1.0e+400,\n  "1": -0.10,\n  "b": "\\u00e9\\/\\\\",\n  "e": [],\n  "o": {}\n}',
    );
  });

  test('laying out twice changes nothing', () => {
    fc.assert(
      fc.property(jsonText, text => {
        const once = formatJson(text) ?? '';
        expect(formatJson(once)).toBe(once);
      }),
    );
  });

  test.each(['', '{', '{"a":1,}', "{'a':1}", '[1 2]', 'NaN', '01', '"\n"', '{} {}', '\uFEFF{}', '<html>'])(
    '%j is not JSON',
    text => {
      expect(formatJson(text)).toBeUndefined();
    },
  );

  test('five megabytes are laid out with every token', () => {
    const text = JSON.stringify(
      Array.from({length: 60_000}, (_, id) => ({id, name: `"Ann" \\ ${id}`, tags: ['a', {}]})),
    );
    expect(text.length).toBeLessThan(5_000_000);
    const formatted = formatJson(text) ?? '';
    expect(JSON.stringify(JSON.parse(formatted))).toBe(text);
  });

  test('a hundred thousand brackets grow by no more than their limit', () => {
    const depth = 100_000;
    const formatted = formatJson('['.repeat(depth) + ']'.repeat(depth)) ?? '';
    expect(formatted.replace(/\s/g, '')).toHaveLength(2 * depth);
    expect(formatted.length).toBeLessThan(2 * depth * 130);
  });

  test('a string of a megabyte of backslashes is one string', () => {
    const text = JSON.stringify({a: '\\'.repeat(500_000)});
    expect(JSON.parse(formatJson(text) ?? '')).toEqual(JSON.parse(text));
  });
});
