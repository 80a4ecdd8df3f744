import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';

import {toJson} from '../../../src/api/json';
import type {Json, Operation, Schema} from '../../../src/api/operation';
import {faultsByField, fieldAt} from '../../../src/request/form/fieldFaults';
import {jsonNode, type JsonNode} from '../../../src/request/json/jsonText';
import {asSchema} from '../../../src/api/schema/mergedSchema';
import {distinct, exampleDocuments, schemasOf, type GivenSchema} from './support/documentSchemas';
import {everyField, faultsIn, filledIn, formOf} from './support/fillIn';
import {keywordSchemas, namedSchemas, needTyping, unsatisfiable} from './support/keywordSchemas';

/** Values of every type, plain, nested and odd: most fit no schema. */
const values: readonly Json[] = [
  null,
  true,
  0,
  -1.5,
  '',
  'text',
  [],
  {},
  [null, 'a', 1, ['b'], {c: 1}],
  {a: 1, b: 'x', name: 2, kind: 'cat', next: {next: 3}, children: [{}, 'no'], 'a/b': 'x', n_1: 'x', pet: []},
  {kind: 'dog', lives: 'nine', left: {left: 'x', right: []}, right: null, deep: {x: {y: 'z'}}},
];

const byKeyword: readonly GivenSchema[] = Object.entries(keywordSchemas).flatMap(([keyword, schemas]) =>
  schemas.map((schema, index) => ({name: `${keyword} ${index}`, operation: {schemas: namedSchemas}, schema})),
);
let ofDocuments: readonly GivenSchema[] = [];

beforeAll(async () => {
  const files = ['static/openapi.yaml', ...(await exampleDocuments())];
  ofDocuments = distinct((await Promise.all(files.map(schemasOf))).flat());
}, 120_000);

test('there are over 800 schemas to try', () => {
  expect(byKeyword.length).toBeGreaterThan(120);
  expect(ofDocuments.length).toBeGreaterThan(700);
});

describe('the form of any schema', () => {
  test('shows all that is written, whatever it is, and each fault at a field', () => {
    const all = [...byKeyword, ...ofDocuments, ...given(needTyping), ...given(unsatisfiable)];
    for (const {name, operation, schema} of all) {
      for (const value of values) {
        expectAllShown(operation, schema, value, name);
      }
    }
  }, 120_000);

  test('does so for schemas that nobody wrote', () => {
    fc.assert(
      fc.property(anySchema(), fc.jsonValue({maxDepth: 3}), (schema, value) => {
        expectAllShown({schemas: namedSchemas}, schema, toJson(value), JSON.stringify(schema));
      }),
      {numRuns: 400},
    );
  }, 60_000);
});

describe('pressing what the form offers makes a valid value', () => {
  test.each(byKeyword.map(each => [each.name, each] as const))('for %s', (_name, {operation, schema}) => {
    const text = filledIn(operation, schema);
    expect(text, JSON.stringify(schema)).toBeDefined();
  });

  test('for the schemas of real documents, but for those that fit no value or that only an untyped part tells apart', () => {
    const left = ofDocuments.filter(({operation, schema}) => filledIn(operation, schema) === undefined);
    const overlapping = left.filter(({operation, schema}) => hasOverlap(operation, schema));
    const others = left.filter(each => !overlapping.includes(each)).map(({name}) => name);
    expect(others.toSorted()).toEqual([
      // Requires itself without end.
      'directCircular 1 application/json',
      // A text that is a number at once.
      'quirks_entirelyIncompatibleAllOf 0 application/json',
      'quirks_partiallyUsableIncompatibleAllOf 0 application/json',
    ]);
    // What one branch of their `oneOf` takes, another takes too.
    expect(overlapping.length).toBeLessThanOrEqual(35);
  }, 120_000);

  test.each(needTyping.map(schema => [JSON.stringify(schema), schema] as const))(
    'but not for %s, where the reader types',
    (_name, schema) => {
      expect(filledIn({schemas: {}}, schema)).toBeUndefined();
    },
  );
});

function given(schemas: readonly Schema[]): readonly GivenSchema[] {
  return schemas.map(schema => ({name: JSON.stringify(schema), operation: {schemas: namedSchemas}, schema}));
}

/** Every value of the text is at a field, or within one that shows it whole; every fault is at a field. */
function expectAllShown(
  operation: Pick<Operation, 'schemas'>,
  schema: Schema,
  value: Json,
  name: string,
): void {
  const text = JSON.stringify(value);
  const root = formOf(operation, schema, text);
  const fields = everyField(root);
  const shown = new Map(fields.map(field => [field.at, field]));
  const hidden = addresses(jsonNode(text), 'body').filter(at => !isShown(at));
  expect(hidden, `${name}: ${text}`).toEqual([]);

  function isShown(at: string): boolean {
    const field = fieldAt(root, at);
    // An option, and a value of a type that the schema does not know, are shown with all that is in them.
    return field.at === at || field.kind.type === 'enum' || field.kind.type === 'misfit';
  }

  const faults = faultsIn(operation, schema, text);
  const placed = [...faultsByField(root, faults)].flatMap(([at, messages]) => {
    expect(shown.has(at), `${name}: ${at}`).toBe(true);
    return messages;
  });
  expect(placed.length, `${name}: ${text}`).toBe(faults.length);
}

function addresses(node: JsonNode | undefined, at: string): readonly string[] {
  const step = (name: string): string => `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return node
    ? [
        at,
        ...[...node.members].flatMap(([name, member]) => addresses(member, step(name))),
        ...node.items.flatMap((item, index) => addresses(item, step(String(index)))),
      ]
    : [];
}

/** Whether all that keeps a first value from being valid is that it fits several branches. */
function hasOverlap(operation: Pick<Operation, 'schemas'>, schema: Schema): boolean {
  return JSON.stringify([schema, operation.schemas]).includes('"oneOf"');
}

/** Schemas made by chance: nested, recurring, contradicting themselves. */
function anySchema(): fc.Arbitrary<Schema> {
  const names = fc.constantFrom('a', 'b', 'name', 'a/b', 'toString');
  const types = ['string', 'integer', 'boolean', 'null', ['string', 'null'], ['array', 'object']];
  const {schema} = fc.letrec<{schema: unknown}>(tie => ({
    schema: fc.oneof(
      {maxDepth: 3, withCrossShrink: true},
      fc.record(
        {
          type: fc.constantFrom(...types),
          enum: fc.array(fc.jsonValue({maxDepth: 1}), {maxLength: 3}),
          minLength: fc.nat(5),
          minimum: fc.integer({min: -9, max: 9}),
        },
        {requiredKeys: []},
      ),
      fc.constantFrom(...Object.keys(namedSchemas)).map(name => ({$ref: `#/schemas/${name}`})),
      fc.record(
        {
          type: fc.constant('object'),
          properties: fc.dictionary(names, tie('schema'), {maxKeys: 3}),
          required: fc.uniqueArray(names, {maxLength: 2}),
          additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
        },
        {requiredKeys: ['type']},
      ),
      fc.record(
        {type: fc.constant('array'), items: tie('schema'), minItems: fc.nat(2)},
        {requiredKeys: ['type']},
      ),
      ...['oneOf', 'anyOf', 'allOf'].map(keyword =>
        fc.array(tie('schema'), {minLength: 1, maxLength: 3}).map(parts => ({[keyword]: parts})),
      ),
    ),
  }));
  return schema.map(made => asSchema(made) ?? true);
}
