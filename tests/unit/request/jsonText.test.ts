import fc from 'fast-check';
import {describe, expect, test} from 'vitest';

import {withJsonAt} from '../../../src/request/json/jsonEdits';
import {jsonFault, jsonFaults} from '../../../src/request/json/jsonFault';
import {isReadable, jsonNode} from '../../../src/request/json/jsonText';

describe('an edit of JSON text', () => {
  test('changes its own place and nothing else', () => {
    const text = '{\n  "id":  12345678901234567890,\n  "name": "A", "price": 1.10\n}';
    expect(withJsonAt(text, ['name'], '"B"')).toBe(text.replace('"A"', '"B"'));
  });

  test('writes the value as it is given, every digit of it', () => {
    expect(jsonNode(withJsonAt('{}', ['n'], '1.10'))?.members?.get('n')?.text).toBe('1.10');
    expect(jsonNode(withJsonAt('{"n": 1}', ['n'], '12345678901234567890'))?.members?.get('n')?.text).toBe(
      '12345678901234567890',
    );
  });

  test('makes the parents that are missing, and takes out the last member', () => {
    const made = withJsonAt('{}', ['metadata', 'team'], '"search"');
    expect(JSON.parse(made)).toEqual({metadata: {team: 'search'}});
    expect(JSON.parse(withJsonAt(made, ['metadata', 'team'], undefined))).toEqual({metadata: {}});
  });

  test('changes and takes out the member that counts, where several have its name', () => {
    expect(withJsonAt('{"a":1,"a":2}', ['a'], '3')).toBe('{"a":1,"a":3}');
    expect(withJsonAt('{"a":{"b":1},"a":{"b":2}}', ['a', 'b'], '3')).toBe('{"a":{"b":1},"a":{"b":3}}');
    expect(withJsonAt('{"a":1,"b":2,"a":3}', ['a'], undefined)).toBe('{"b":2}');
  });

  test('takes out the comma itself, not one of a comment', () => {
    expect(withJsonAt('{"a": 1 // one, two\n, "b": 2}', ['b'], undefined)).toBe('{"a": 1 // one, two\n}');
    expect(withJsonAt('{"a": 1 /* x */ // y, z\n, "b": 2}', ['a'], undefined)).toBe('{"b": 2}');
    expect(withJsonAt('[1, /* a, b */ 2]', [1], undefined)).toBe('[1]');
  });

  test('leaves text alone that is not JSON', () => {
    expect(withJsonAt('{"a": ', ['a'], '1')).toBe('{"a": ');
  });

  test('puts any value at any name where it is read again', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.string(),
        fc.jsonValue(),
        (object, name, value) => {
          fc.pre(name !== '__proto__' && !Object.hasOwn(object, '__proto__'));
          const edited = withJsonAt(JSON.stringify(object, null, 2), [name], JSON.stringify(value));
          expect(JSON.parse(edited)).toEqual(JSON.parse(JSON.stringify({...object, [name]: value})));
        },
      ),
    );
  });
});

describe('a fault of JSON text', () => {
  test.each([
    ['{"a": }', 1, 7],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ['{"a": 1,}', 1, 9],
    ['// note\n1', 1, 1],
    ['', 1, 1],
  ])('of %j is at line %i, column %i', (text, line, column) => {
    expect(jsonFault(text)).toMatchObject({line, column});
  });

  test('is found exactly where JSON.parse finds one', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.json().map(text => text.slice(1)),
        ),
        text => {
          expect(jsonFault(text) === undefined).toBe(parses(text));
        },
      ),
    );
  });
});

describe('JSON text that nests', () => {
  const nested = (levels: number): string => '[\n'.repeat(levels) + ']'.repeat(levels);

  test.each([
    ['200 levels', nested(200)],
    ['brackets in strings', JSON.stringify(['['.repeat(5000), `"${'{'.repeat(5000)}`])],
    ['brackets in comments', `// ${'['.repeat(5000)}\n/* ${'{'.repeat(5000)} */ 1`],
    ['many lists beside each other', `[${'[[]],'.repeat(5000)}[]]`],
  ])('%s can be read', (_, text) => {
    expect(isReadable(text)).toBe(true);
    expect(jsonNode(text)).toBeDefined();
  });

  test.each([
    ['201 levels', nested(201), 201],
    ['a hundred thousand', nested(100_000), 201],
    ['a hundred thousand that are not closed', '{"a":\n'.repeat(100_000), 201],
  ])('%s is told at its place and let be', (_, text, line) => {
    expect(jsonFault(text)).toMatchObject({line, message: expect.stringContaining('200 levels')});
    expect(jsonFaults(text)).toHaveLength(1);
    expect(jsonNode(text)).toBeUndefined();
    expect(withJsonAt(text, ['a'], '1')).toBe(text);
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('a number that is not finished is said to be one', () => {
  for (const text of ['{"a": 1.}', '[1e]']) {
    expect(jsonFault(text)?.message, text).toBe('This is not a valid JSON number.');
  }
});
