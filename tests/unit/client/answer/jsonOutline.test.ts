import fc from 'fast-check';
import {expect, test} from 'vitest';

import {
  childrenOf,
  jsonOutline,
  kindOf,
  decodedName,
  valueText,
  type JsonOutline,
} from '../../../../src/client/answer/jsonOutline';

/** The text of a node, put together again from its parts. */
function written(outline: JsonOutline, node = 0): string {
  const children = [...childrenOf(outline, node)];
  switch (kindOf(outline, node)) {
    case 'object':
      return `{${children.map(child => `${JSON.stringify(decodedName(outline, child))}:${written(outline, child)}`).join(',')}}`;
    case 'array':
      return `[${children.map(child => written(outline, child)).join(',')}]`;
    default:
      return valueText(outline, node);
  }
}

test('an outline holds every value of a JSON text in its order, however it is laid out', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(4), (value, indent) => {
      const outline = jsonOutline(JSON.stringify(value, null, indent));
      expect(outline && written(outline)).toBe(JSON.stringify(value));
    }),
  );
});

test('there is an outline of exactly the texts that are JSON', () => {
  const tokens = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    '1',
    '-',
    '0',
    '.5',
    'e+1',
    'null',
    'tru',
    ' ',
    '\\u00',
  ];
  const nearlyJson = fc
    .array(fc.constantFrom(...tokens, '//', '\t', '\u0001', '\\n'))
    .map(parts => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(nearlyJson, fc.string(), fc.json()), text => {
      expect(jsonOutline(text) !== undefined).toBe(isJson(text));
    }),
    {numRuns: 2000},
  );
});

test('numbers, repeated names and their order stand as they are written', () => {
  const text = '{"2":1.10,"1":1e400,"2":-0.0,"":9223372036854775807}';
  const outline = jsonOutline(text);
  expect(outline && written(outline)).toBe(text);
});

test('each node knows its place, its depth and how much it holds', () => {
  const outline = jsonOutline('{"a": [1, {"b": 2}], "c": {}}');
  expect(outline?.count).toBe(6);
  expect([...(outline?.parent ?? [])]).toEqual([-1, 0, 1, 1, 3, 0]);
  expect([...(outline?.position ?? [])]).toEqual([0, 0, 0, 1, 0, 1]);
  expect([...(outline?.size ?? [])]).toEqual([2, 2, 0, 1, 0, 0]);
  expect([...(outline?.depth ?? [])]).toEqual([0, 1, 2, 2, 3, 1]);
});

test('a text that nests a hundred thousand levels deep has an outline', () => {
  expect(jsonOutline('['.repeat(100_000) + ']'.repeat(100_000))?.count).toBe(100_000);
  expect(jsonOutline('['.repeat(100_000))).toBeUndefined();
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
