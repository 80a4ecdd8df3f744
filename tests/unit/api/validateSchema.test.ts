import {Validator} from '@cfworker/json-schema';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';

import {toJson} from '../../../src/api/json';
import type {Json, Schema, SchemaObject} from '../../../src/api/operation';
import {schemaFaults, validateSchema} from '../../../src/api/schema/validateSchema';
import {validateText} from '../../../src/request/form/validate';
import {apiWith, ask} from '../mock/support/mockOf';

const schemas: Record<string, Schema> = {
  Loop: {allOf: [{$ref: '#/schemas/Loop'}]},
  Text: {anyOf: [{type: 'string'}, {$ref: '#/schemas/Text'}]},
};

describe('what nobody can judge', () => {
  test.each<[string, Schema, string]>([
    ['a pattern of another language', {type: 'string', pattern: '(?i)a'}, '"a"'],
    ['half a character in a name', {additionalProperties: {type: 'string'}}, '{"\\ud800": 1}'],
    ['a schema that leads to itself', {$ref: '#/schemas/Loop'}, '1'],
  ])('is left to the server: %s', (_, schema, text) => {
    expect(schemaFaults({schemas}, schema, JSON.parse(text))).toBeUndefined();
    expect(validateSchema({schemas}, schema, JSON.parse(text))).toEqual([]);
    expect(validateText({schemas}, schema, text, 'body')).toEqual([]);
  });

  test('is taken by the mock', async () => {
    const api = apiWith({
      parameters: [{name: 'a', in: 'query', schema: {type: 'string', pattern: '(?i)a'}}],
      responses: {'200': {description: 'Done'}},
    });
    expect((await ask(api, '/thing?a=b')).status).toBe(200);
  });
});

describe('the faults of a value', () => {
  test.each<[string, Schema, unknown, readonly string[]]>([
    [
      'below a property called not',
      {properties: {not: {type: 'string'}}},
      {not: 5},
      ['#/not must be a string'],
    ],
    [
      'below properties called as choices are',
      {properties: {oneOf: {properties: {anyOf: {type: 'string'}}}}},
      {oneOf: {anyOf: 5}},
      ['#/oneOf/anyOf must be a string'],
    ],
    [
      'below one called propertyNames',
      {properties: {propertyNames: {type: 'string'}}},
      {propertyNames: 5},
      ['#/propertyNames must be a string'],
    ],
    ['an item too many', {prefixItems: [{type: 'integer'}], items: false}, [1, 2], ['#/1 must be left out']],
    [
      'an item that may not be',
      {prefixItems: [true], unevaluatedItems: false},
      [1, 2],
      ['#/1 must be left out'],
    ],
    ['an unknown property', {additionalProperties: false}, {a: 1}, ['#/a is not a known property']],
    [
      'an unknown property beside parts',
      {allOf: [{properties: {a: true}}], unevaluatedProperties: false},
      {a: 1, b: 2},
      ['#/b is not a known property'],
    ],
    [
      'an unevaluated property of another type',
      {unevaluatedProperties: {type: 'string'}},
      {b: 2},
      ['#/b must be a string'],
    ],
    [
      'a choice',
      {anyOf: [{type: 'string'}, false, {minimum: 9}]},
      5,
      ['# must match one of the documented variants'],
    ],
    ['a choice of nothing', {anyOf: [false, false]}, 5, ['# must match one of the documented variants']],
    [
      'a part that allows nothing',
      {allOf: [{type: 'string'}, false]},
      5,
      ['# must be a string', '# must be left out'],
    ],
    ['what no item is', {contains: {type: 'string'}}, [1, 2], ['# violates the rule "contains"']],
    [
      'a name',
      {propertyNames: {maxLength: 1}},
      {ab: 1},
      ['#/ab has a name that must have at most 1 characters'],
    ],
    ['what follows from a name', {dependentSchemas: {a: {required: ['b']}}}, {a: 1}, ['#/b is required']],
    [
      'what follows from a rule',
      {if: {required: ['a']}, then: {properties: {a: {const: 1}}}},
      {a: 2},
      ['#/a must be 1'],
    ],
    ['a required name of two lines', {required: ['a\nb']}, {}, ['#/a%0Ab is required']],
  ])('name %s once', (_, schema, value, expected) => {
    const faults = validateSchema({schemas}, schema, toJson(value));
    expect(faults.map(({pointer, message}) => `${pointer} ${message}`)).toEqual(expected);
  });

  test('are never none where the value does not fit', () => {
    const isValid = (schema: SchemaObject, instance: Json): boolean => {
      const plain: Record<string, unknown> = {...schema};
      return new Validator(plain, '2020-12', false).validate(instance).valid;
    };
    const name = fc.constantFrom('not', 'oneOf', 'anyOf', 'allOf', 'items', 'a', 'properties', 'contains');
    const leaf = fc.constantFrom<Schema>(
      false,
      true,
      {type: 'string'},
      {minimum: 3},
      {const: 'x'},
      {required: ['not']},
    );
    const schemaOf = fc.letrec<{schema: Schema}>(tie => ({
      schema: fc.oneof(
        {depthSize: 'small'},
        leaf,
        fc.dictionary(name, tie('schema'), {maxKeys: 2}).map(properties => ({properties})),
        fc
          .array(tie('schema'), {minLength: 1, maxLength: 2})
          .chain(schemas =>
            fc.constantFrom('oneOf', 'anyOf', 'allOf', 'prefixItems').map(keyword => ({[keyword]: schemas})),
          ),
        tie('schema').chain(schema =>
          fc
            .constantFrom(
              'not',
              'items',
              'contains',
              'additionalProperties',
              'unevaluatedProperties',
              'propertyNames',
            )
            .map(keyword => ({[keyword]: schema})),
        ),
      ),
    })).schema;
    const value = fc.letrec<{value: Json}>(tie => ({
      value: fc.oneof(
        {depthSize: 'small'},
        fc.constantFrom<Json>(1, 'x', null),
        fc.array(tie('value'), {maxLength: 2}),
        fc.dictionary(name, tie('value'), {maxKeys: 2}),
      ),
    })).value;
    fc.assert(
      fc.property(schemaOf, value, (schema, instance) => {
        const fits = typeof schema === 'boolean' ? schema : isValid(schema, instance);
        expect(validateSchema({schemas: {}}, schema, instance).length === 0).toBe(fits);
      }),
      {numRuns: 1000},
    );
  });
});
