import fc from 'fast-check';
import {describe, expect, test} from 'vitest';

import type {Schema} from '../../../src/api/operation';
import {completionsAt, type Completion} from '../../../src/request/form/completions';

const user: Schema = {
  type: 'object',
  properties: {
    id: {type: 'string', readOnly: true},
    nickname: {type: 'string', deprecated: true},
    role: {enum: ['admin', 'user'], default: 'user', description: 'What the user may do.'},
    email: {type: 'string', format: 'email', examples: ['ada@example.com']},
    active: {type: 'boolean'},
    age: {type: ['integer', 'null'], minimum: 18},
    metadata: {type: 'object', additionalProperties: {enum: ['red', 'blue']}},
    tags: {type: 'array', items: {const: 'new'}},
  },
  required: ['email'],
};
const pet: Schema = {
  oneOf: [{$ref: '#/schemas/Cat'}, {$ref: '#/schemas/Dog'}],
  discriminator: {propertyName: 'kind', mapping: {katze: '#/schemas/Cat', hund: '#/schemas/Dog'}},
};
const schemas: Readonly<Record<string, Schema>> = {
  User: user,
  Named: {properties: {name: {type: 'string'}}, required: ['name']},
  Cat: {
    allOf: [{$ref: '#/schemas/Named'}],
    type: 'object',
    properties: {kind: {type: 'string'}, lives: {type: 'integer'}},
  },
  Dog: {
    allOf: [{$ref: '#/schemas/Named'}],
    type: 'object',
    properties: {kind: {type: 'string'}, barks: {type: 'boolean'}},
  },
  Tree: {
    type: 'object',
    properties: {left: {$ref: '#/schemas/Tree'}, leaf: {const: 1}},
  },
  Loop: {oneOf: [{$ref: '#/schemas/Loop'}, {type: 'string', enum: ['end']}]},
};

/** What can follow at the `|` of a text. */
function at(marked: string, schema: Schema = user): readonly Completion[] {
  const offset = marked.indexOf('|');
  return completionsAt(marked.replace('|', ''), offset, {schemas}, schema)?.options ?? [];
}

function labels(marked: string, schema?: Schema): string[] {
  return at(marked, schema).map(({label}) => label);
}

/** The text after the option of this label is taken, the part that is then selected between `‹` and `›`. */
function taken(marked: string, label: string, schema: Schema = user): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const completions = completionsAt(text, offset, {schemas}, schema);
  const option = completions?.options.find(one => one.label === label);
  if (!completions || !option) {
    throw new Error(`${label} is not offered.`);
  }
  const {from, to, comma} = completions;
  const {selected} = option;
  const before = comma
    ? text.slice(0, comma.at) + comma.text + text.slice(comma.at, from)
    : text.slice(0, from);
  return (
    before +
    option.text.slice(0, selected.from) +
    '‹' +
    option.text.slice(selected.from, selected.to) +
    '›' +
    option.text.slice(selected.to) +
    text.slice(to)
  );
}

describe('the names of properties', () => {
  test('come required first, deprecated last, without those that only the server writes', () => {
    expect(labels('{|}')).toEqual(['email', 'role', 'active', 'age', 'metadata', 'tags', 'nickname']);
  });

  test('leave out what is written already, and keep the one that is being changed', () => {
    expect(labels('{"email": "a@b.c", "ro|le": "user", "age": 1}')).toEqual([
      'role',
      'active',
      'metadata',
      'tags',
      'nickname',
    ]);
  });

  test('say their type, what they mean and whether they are required', () => {
    expect(at('{"|"}')[0]).toMatchObject({label: 'email', detail: 'string, email', required: true});
    expect(at('{"|"}')[1]).toMatchObject({label: 'role', description: 'What the user may do.'});
  });

  test.each([
    ['{|}', 'email', '{"email": "‹ada@example.com›"}'],
    ['{"em|"}', 'email', '{"email": "‹ada@example.com›"}'],
    ['{em|}', 'email', '{"email": "‹ada@example.com›"}'],
    ['{"em|', 'email', '{"email": "‹ada@example.com›"'],
    ['{"em|": 1}', 'email', '{"email"‹›: 1}'],
    ['{|\n  "age": 1}', 'role', '{"role": "‹user›",\n  "age": 1}'],
    ['{"age": 1|}', 'role', undefined],
    ['{"email": "a@b.c"|}', 'role', '{"email": "a@b.c", "role": "‹user›"}'],
    ['{"age": 1 |}', 'role', '{"age": 1, "role": "‹user›"}'],
    ['{"age": 1 // years\n  "|"}', 'role', '{"age": 1, // years\n  "role": "‹user›"}'],
    ['{\n  |\n}', 'metadata', '{\n  "metadata": {‹›}\n}'],
    ['{|}', 'active', '{"active": ‹false›}'],
    ['{|}', 'age', '{"age": ‹18›}'],
  ])('%s is completed to what is valid', (marked, label, expected) => {
    if (expected === undefined) {
      expect(labels(marked)).not.toContain(label);
    } else {
      expect(taken(marked, label)).toBe(expected);
    }
  });

  test('are offered through comments, and none within one', () => {
    expect(labels('{// a note\n|}')).toContain('email');
    expect(labels('{/* a | note */}')).toEqual([]);
    expect(labels('{// a | note\n}')).toEqual([]);
    expect(labels('{"url": "http://|"}')).toEqual([]);
  });
});

describe('values', () => {
  test.each([
    ['{"role": |}', ['"admin"', '"user"']],
    ['{"role": "a|"}', ['"admin"', '"user"']],
    ['{"role": a|}', ['"admin"', '"user"']],
    ['{"active": |}', ['true', 'false']],
    ['{"active": t|}', ['true', 'false']],
    ['{"age": |}', ['null']],
    ['{"email": |}', ['"ada@example.com"']],
    ['{"tags": [|]}', ['"new"']],
    ['{"tags": ["new", |]}', ['"new"']],
    ['{"metadata": {"wall": |}}', ['"red"', '"blue"']],
    ['{"metadata": |}', ['{}']],
    ['{"email": "x" |}', ['role', 'active', 'age', 'metadata', 'tags', 'nickname']],
    ['{"email" |}', []],
    ['{} |', []],
  ])('at %s are %j', (marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  test('say which one holds by default', () => {
    expect(at('{"role": |}').map(({detail}) => detail)).toEqual(['', 'default']);
  });

  test('replace the whole value that the caret is in', () => {
    expect(taken('{"role": "ad|xx"}', '"admin"')).toBe('{"role": "admin"‹›}');
  });
});

describe('choices', () => {
  test('offer the names of all branches that are open, those of every branch first', () => {
    expect(labels('{|}', pet)).toEqual(['name', 'kind', 'lives', 'barks']);
  });

  test('narrow to the branch that the discriminator names', () => {
    expect(labels('{"kind": "hund", |}', pet)).toEqual(['name', 'barks']);
    expect(labels('[{"kind": "katze", |}]', {type: 'array', items: pet})).toEqual(['name', 'lives']);
  });

  test('narrow by constants and by types', () => {
    const schema: Schema = {
      anyOf: [
        {type: 'string', enum: ['all']},
        {properties: {op: {const: 'and'}, all: {type: 'array'}}},
        {properties: {op: {const: 'not'}, of: {type: 'object'}}},
      ],
    };
    expect(labels('|', schema)).toContain('"all"');
    expect(labels('{"op": "not", |}', schema)).toEqual(['of']);
    expect(labels('{"op": "|not"}', schema)).toEqual(['"and"', '"not"']);
  });

  test('that recur end', () => {
    expect(labels('{"left": {"left": {|}}}', {$ref: '#/schemas/Tree'})).toEqual(['left', 'leaf']);
    expect(labels('|', {$ref: '#/schemas/Loop'})).toEqual(['"end"']);
  });
});

test('any text at any offset gives ways to go on or none, and never a fault', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    '"kind"',
    '"hund"',
    ' ',
    '\n',
    '//',
    '/*',
    '*/',
    '1',
    'tr',
    '\\',
  );
  fc.assert(
    fc.property(
      fc.array(piece, {maxLength: 14}),
      fc.nat(),
      fc.constantFrom(user, pet),
      (pieces, place, schema) => {
        const text = pieces.join('');
        const offset = place % (text.length + 1);
        const completions = completionsAt(text, offset, {schemas}, schema);
        expect(completions?.from ?? 0).toBeLessThanOrEqual(offset);
        expect(completions?.to ?? text.length).toBeGreaterThanOrEqual(offset);
      },
    ),
  );
});
