import fc from 'fast-check';
import {expect, test} from 'vitest';

import {jsonTree, type JsonTree} from '../../../src/snippets/literals/jsonTree';

/** The JSON text of a tree, token by token. */
function written(tree: JsonTree): string {
  switch (tree.type) {
    case 'object':
      return `{${tree.members.map(({name, value}) => `${JSON.stringify(name)}:${written(value)}`).join(',')}}`;
    case 'array':
      return `[${tree.items.map(written).join(',')}]`;
    case 'string':
      return JSON.stringify(tree.value);
    case 'number':
      return tree.text;
    default:
      return tree.type;
  }
}

test('a tree holds every token of a JSON text, however it is laid out', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(4), (value, indent) => {
      const tree = jsonTree(JSON.stringify(value, null, indent));
      expect(tree && written(tree)).toBe(JSON.stringify(value));
    }),
  );
});

test('there is a tree of exactly the texts that are JSON', () => {
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const nearlyJson = fc
    .array(
      fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"', '1', '-', '.5', 'null', ' ', '\\u00', '//'),
    )
    .map(tokens => tokens.join(''));
  fc.assert(
    fc.property(fc.oneof(nearlyJson, fc.string()), text => {
      expect(jsonTree(text) !== undefined).toBe(isJson(text));
    }),
  );
});

test('numbers, repeated names and their order stand as they are written', () => {
  const text = '{"2":1.10,"1":1e400,"2":-0.0,"":9223372036854775807}';
  const tree = jsonTree(text);
  expect(tree && written(tree)).toBe(text);
});

test('a text that nests deeper than compilers read has no tree', () => {
  expect(jsonTree('['.repeat(64) + ']'.repeat(64))?.type).toBe('array');
  expect(jsonTree('['.repeat(65) + ']'.repeat(65))).toBeUndefined();
  expect(jsonTree('['.repeat(100_000) + ']'.repeat(100_000))).toBeUndefined();
});
