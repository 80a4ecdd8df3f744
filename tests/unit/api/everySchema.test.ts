import {readFileSync} from 'node:fs';
import type {Nodes} from 'mdast';
import {visit} from 'unist-util-visit';
import {expect, test} from 'vitest';

import type {Json, Schema} from '../../../src/api/operation';
import {isNever, listedValues, mergedSchema, schemaMap, asSchema} from '../../../src/api/schema/mergedSchema';
import {isObject, items} from '../../../src/api/json';
import {isLeftOut} from '../../../src/api/schema/direction';
import {schemaFaults} from '../../../src/api/schema/validateSchema';
import {valueOf, type Wanted} from '../../../src/api/schema/valueOf';
import {createRandom} from '../../../src/mock/random';
import {operationToMdast} from '../../../src/plugin/operationPage';
import {english} from '../../../src/words';
import {distinct, exampleDocuments, schemasOf, type GivenSchema} from '../request/support/documentSchemas';
import type {FormField} from '../../../src/request/form/formField';
import {everyFieldOffered, wordsOfForm} from '../request/support/offeredFields';
import {keywordSchemas, namedSchemas} from '../request/support/keywordSchemas';

/** The schemas of the test suite of JSON Schema that something fits and that refer to no other (see LICENSE beside it). */
const suite: readonly {name: string; schema: Schema}[] = JSON.parse(
  readFileSync('tests/fixtures/json-schema-suite/draft2020-12.json', 'utf8'),
);

const small: readonly GivenSchema[] = [
  ...suite.map(({name, schema}) => ({name, schema, operation: {schemas: {}}})),
  ...Object.entries(keywordSchemas).flatMap(([keyword, schemas]) =>
    schemas.map(schema => ({
      name: `${keyword}: ${JSON.stringify(schema)}`,
      schema,
      operation: {schemas: namedSchemas},
    })),
  ),
];

async function ofDocuments(): Promise<readonly GivenSchema[]> {
  const files = ['static/openapi.yaml', ...(await exampleDocuments())];
  return distinct((await Promise.all(files.map(schemasOf))).flat());
}

const uses: readonly (readonly [use: string, wanted: Wanted])[] = [
  ['example of a request', {direction: 'request', as: 'example'}],
  ['start of a form', {direction: 'request', as: 'start'}],
  ['example of a response', {direction: 'response', as: 'example'}],
  ['random response', {direction: 'response', as: 'random', random: createRandom(1)}],
];

/** The values that do not fit, each with what is wrong. */
function misfits({name, operation, schema}: GivenSchema): readonly string[] {
  return uses.flatMap(([use, wanted]) => {
    if (isLeftOut(operation, schema, wanted.direction)) {
      return [];
    }
    const value = valueOf(operation, schema, wanted);
    const faults = schemaFaults(operation, schema, value, english, wanted.direction) ?? [];
    return faults.map(
      ({pointer, message}) => `${name}, ${use} ${JSON.stringify(value)}: ${pointer} ${message}`,
    );
  });
}

test('each value that is made for a schema fits it', () => {
  expect(small.length).toBeGreaterThan(300);
  expect(small.flatMap(misfits)).toEqual([]);
});

test('each value that is made for a schema of a real document fits it, but where nothing does', async () => {
  const found = (await ofDocuments()).map(given => ({name: given.name, faults: misfits(given)}));
  const overlaps = (faults: readonly string[]): boolean =>
    faults.every(fault => fault.endsWith(': # must match one of the documented variants'));
  const wrong = found.filter(({faults}) => faults.length > 0);
  const overlapping = wrong.filter(({faults}) => overlaps(faults));
  expect(wrong.filter(one => !overlapping.includes(one)).map(({name}) => name)).toEqual([
    // Requires itself without end.
    'directCircular 1 application/json',
    // A text that is a number at once.
    'quirks_entirelyIncompatibleAllOf 0 application/json',
    'quirks_partiallyUsableIncompatibleAllOf 0 application/json',
  ]);
  // What one branch of their `oneOf` takes, all others take too.
  expect(overlapping.length).toBeLessThanOrEqual(24);
}, 60_000);

/** The words of the page of an operation whose body is of a schema, but for examples. */
function wordsOfPage({operation, schema}: GivenSchema): string {
  const page = operationToMdast({
    id: 'send',
    method: 'POST',
    path: '/',
    summary: 'Send',
    deprecated: false,
    tags: [],
    parameters: [],
    requestBody: {required: true, content: [{type: 'application/json', schema, examples: [], encoding: {}}]},
    responses: [],
    security: [],
    securitySchemes: [],
    servers: [{url: 'https://api.example.com', variables: {}}],
    schemas: operation.schemas,
  });
  const words: string[] = [];
  visit(page, (node: Nodes) => {
    if (node.type === 'text' || node.type === 'inlineCode') {
      words.push(node.value);
    }
  });
  return words.join(' ');
}

const limits = [
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
];

/**
 * What the merged view of a schema says, as it has to be told: limits, formats, patterns, values, names of members, what else
 * is demanded of it, and what is written about it.
 */
function factsOf({operation, schema}: GivenSchema): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<string>();

  function visitSchema(part: Schema | undefined): void {
    const key = JSON.stringify(part);
    if (
      part === undefined ||
      typeof part === 'boolean' ||
      seen.has(key) ||
      isLeftOut(operation, part, 'request')
    ) {
      return;
    }
    seen.add(key);
    const merged = mergedSchema(operation, part);
    const contains = asSchema(merged['contains']);
    for (const limit of contains === undefined ? limits : [...limits, 'minContains', 'maxContains']) {
      const value = merged[limit];
      if (typeof value === 'number' && (value !== 0 || limit.endsWith('imum'))) {
        found.add(String(value));
      }
    }
    [merged.format, merged.pattern, merged.contentMediaType, merged.contentEncoding].forEach(
      text => text !== undefined && found.add(text),
    );
    if (merged.uniqueItems === true) {
      found.add('repeats');
    }
    (listedValues(merged) ?? []).forEach(value => found.add(textOf(value)));
    for (const [name, member] of schemaMap(merged.properties)) {
      if (!isLeftOut(operation, member, 'request') && !isNever(mergedSchema(operation, member))) {
        found.add(name);
        visitSchema(member);
      }
    }
    schemaMap(merged['patternProperties']).forEach((member, pattern) => {
      found.add(pattern);
      visitSchema(member);
    });
    const dependent = isObject(merged['dependentRequired']) ? merged['dependentRequired'] : {};
    for (const [name, needed] of Object.entries(dependent)) {
      const names = items(needed).map(String);
      (names.length > 0 ? [name, ...names] : []).forEach(one => found.add(one));
    }
    schemaMap(merged['dependentSchemas']).forEach(visitSchema);
    const {if: test, then, else: otherwise, not, items: item, additionalProperties} = merged;
    const isTest = typeof test === 'object' && (then !== undefined || otherwise !== undefined);
    const branches = isTest
      ? [test, then, otherwise]
      : [test === true ? then : test === false ? otherwise : true];
    [item, additionalProperties, contains, merged['propertyNames'], ...branches, not].forEach(one =>
      visitSchema(asSchema(one)),
    );
    [merged.allOf, merged.oneOf, merged.anyOf, merged.prefixItems].forEach(list =>
      list?.forEach(visitSchema),
    );
  }

  visitSchema(schema);
  return found;
}

function textOf(value: Json): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}

/** Whose conditions on members of members, or on places in a list, are too much for a sentence. */
const tooMuch = [
  'not: not more complex schema',
  "not: collect annotations inside a 'not', even if collection is disabled",
  'unevaluatedItems: unevaluatedItems with if/then/else',
  // Members that may be anything.
  'dependentSchemas: dependent subschema incompatible with root',
  'unevaluatedProperties: dependentSchemas with unevaluatedProperties',
];

/** The facts that are not in the words. */
function untold(given: GivenSchema, words: string): readonly string[] {
  return [...factsOf(given)]
    .filter(fact => !words.includes(fact) && !words.includes(JSON.stringify(fact).slice(1, -1)))
    .map(fact => `${given.name} ${JSON.stringify(given.schema)}: ${fact} is not in ${words}`);
}

/** The members whose mark in the form is not what the schema says. */
function wronglyMarked({name, schema}: GivenSchema, fields: readonly FormField[]): readonly string[] {
  return fields.flatMap(({kind, schema: own, at}) =>
    kind.type === 'object'
      ? kind.fields
          .filter(field => field.required !== (own.required ?? []).includes(field.name))
          .map(field => `${name} ${JSON.stringify(schema)}: ${at} ${field.name}`)
      : [],
  );
}

const sayable = small.filter(({name}) => !tooMuch.includes(name));

test('each fact of a schema is told on the page', () => {
  expect(sayable.flatMap(given => untold(given, wordsOfPage(given)))).toEqual([]);
});

test('the form tells each fact of a schema, once all that it offers is added, and marks what is required', () => {
  const wrong = sayable.flatMap(given => {
    const fields = everyFieldOffered(given);
    return [...untold(given, wordsOfForm(fields)), ...wronglyMarked(given, fields)];
  });
  expect(wrong).toEqual([]);
}, 60_000);

test.each([
  ['minimum', 9],
  ['exclusiveMinimum', 9],
  ['minLength', 9],
  ['minItems', 9],
  ['minProperties', 9],
  ['maximum', 2],
  ['exclusiveMaximum', 2],
  ['maxLength', 2],
  ['maxItems', 2],
  ['maxProperties', 2],
])('of two parts that state %s the stricter one holds, whichever comes first', (keyword, stricter) => {
  const parts = [{[keyword]: 2}, {[keyword]: 9}];
  for (const allOf of [parts, parts.toReversed()]) {
    expect(mergedSchema({schemas: {}}, {allOf})).toEqual({[keyword]: stricter});
  }
});
