import type {Schema} from '../../../../src/api/operation';

const text: Schema = {type: 'string'};
const count: Schema = {type: 'integer'};
const cat: Schema = {
  title: 'Cat',
  type: 'object',
  required: ['kind', 'lives'],
  properties: {kind: {const: 'cat'}, lives: count},
};
const dog: Schema = {
  title: 'Dog',
  type: 'object',
  required: ['kind', 'barks'],
  properties: {kind: {const: 'dog'}, barks: {type: 'boolean'}},
};

/** Named schemas that the schemas below refer to; some recur. */
export const namedSchemas: {readonly [name: string]: Schema} = {
  Text: text,
  Tree: {
    type: 'object',
    required: ['name'],
    properties: {name: text, children: {type: 'array', items: {$ref: '#/schemas/Tree'}}},
  },
  List: {
    oneOf: [
      {type: 'null'},
      {type: 'object', required: ['next'], properties: {next: {$ref: '#/schemas/List'}}},
    ],
  },
  Expression: {
    oneOf: [
      {
        type: 'object',
        required: ['left', 'right'],
        properties: {left: {$ref: '#/schemas/Expression'}, right: {$ref: '#/schemas/Expression'}},
      },
      {type: 'number'},
    ],
  },
  Itself: {$ref: '#/schemas/Itself'},
  AllOfItself: {allOf: [{$ref: '#/schemas/AllOfItself'}, {type: 'object'}]},
  AnyOfItself: {anyOf: [{$ref: '#/schemas/AnyOfItself'}, {type: 'string'}]},
  Cat: {type: 'object', required: ['kind'], properties: {kind: text, lives: count}},
  Dog: {type: 'object', required: ['kind', 'barks'], properties: {kind: text, barks: {type: 'boolean'}}},
};

/** One schema or more for each keyword of JSON Schema 2020-12 that a form has to do with. */
export const keywordSchemas: {readonly [keyword: string]: readonly Schema[]} = {
  'rules that the first value breaks': [
    {type: 'string', not: {const: ''}},
    {type: 'integer', allOf: [{multipleOf: 4}, {multipleOf: 6}], minimum: 1},
  ],
  boolean: [true, {}],
  type: [
    text,
    count,
    {type: 'number'},
    {type: 'boolean'},
    {type: 'null'},
    {type: 'array'},
    {type: 'object'},
    {type: ['string', 'null']},
    {type: ['string', 'integer']},
    {type: ['number', 'boolean', 'null']},
    {type: ['object', 'array', 'string']},
  ],
  enum: [
    {enum: ['a', 'b']},
    {enum: [1, '1', null, true]},
    {type: 'string', enum: ['', 'a']},
    {type: ['string', 'null'], enum: ['a', null]},
    {enum: [{a: 1}, [2]]},
  ],
  const: [
    {const: 'a'},
    {const: null},
    {const: 0},
    {const: {a: [1]}},
    {type: 'object', required: ['v'], properties: {v: {const: 2}}},
  ],
  string: [
    {type: 'string', minLength: 3},
    {type: 'string', maxLength: 2, minLength: 1},
    {type: 'string', pattern: '^[A-Z]{3}-\\d+$'},
    {type: 'string', pattern: '^(red|green)$', minLength: 4},
    {type: 'string', pattern: '^(?=.*\\d)(?=.*[a-z]).{4,}$'},
    {minLength: 2},
    ...[
      'email',
      'uri',
      'uuid',
      'date',
      'time',
      'date-time',
      'duration',
      'ipv4',
      'ipv6',
      'hostname',
      'uri-reference',
      'json-pointer',
      'regex',
      'byte',
      'password',
      'int64',
    ].map(format => ({type: 'string' as const, format})),
    {type: 'string', contentEncoding: 'base64'},
  ],
  number: [
    {type: 'integer', minimum: 5},
    {type: 'integer', maximum: -5},
    {type: 'number', exclusiveMinimum: 0},
    {type: 'number', exclusiveMaximum: 0},
    {type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1},
    {type: 'integer', exclusiveMinimum: 3, multipleOf: 4},
    {type: 'number', multipleOf: 0.5, minimum: 1.2},
    {minimum: 3},
    {type: 'integer', maximum: -7, multipleOf: 2},
  ],
  object: [
    {required: ['a']},
    {type: 'object', required: ['a', 'toString'], properties: {a: text}},
    {type: 'object', properties: {a: text}, additionalProperties: count, required: ['b']},
    {type: 'object', additionalProperties: false},
    {type: 'object', properties: {a: false, b: text}},
    {type: 'object', patternProperties: {'^n_': count}, required: ['n_1', 'other']},
    {type: 'object', patternProperties: {'^n_': count}, additionalProperties: false, required: ['n_1']},
    {type: 'object', minProperties: 2},
    {type: 'object', minProperties: 2, properties: {a: text, b: count, c: text}},
    {type: 'object', maxProperties: 1, additionalProperties: text},
    {
      type: 'object',
      required: ['id', 'name'],
      properties: {id: {...{type: 'string'}, readOnly: true}, name: text},
    },
    {
      type: 'object',
      properties: {
        deep: {
          type: 'object',
          required: ['x'],
          properties: {x: {type: 'object', required: ['y'], properties: {y: count}}},
        },
      },
    },
    {
      type: 'object',
      properties: {'a/b': count, 'm~n': text, 'sp ace': text, 'ö%': count},
      required: ['a/b', 'm~n', 'sp ace', 'ö%'],
    },
    {type: 'object', propertyNames: {pattern: '^[a-z]+$'}, minProperties: 1},
    {type: 'object', propertyNames: {pattern: '^x'}, minProperties: 1},
  ],
  array: [
    {type: 'array', items: text, minItems: 2},
    {type: 'array', items: text, minItems: 2, uniqueItems: true},
    {type: 'array', items: {type: 'integer'}, minItems: 3, uniqueItems: true},
    {type: 'array', items: {enum: ['a', 'b', 'c']}, minItems: 3, uniqueItems: true},
    {type: 'array', prefixItems: [text, count], items: false, minItems: 2},
    {type: 'array', prefixItems: [text], items: {type: 'boolean'}, minItems: 3},
    {prefixItems: [{const: 1}]},
    {type: 'array', contains: {type: 'integer', minimum: 2}},
    {type: 'array', contains: {const: 'x'}, minContains: 2},
    {
      type: 'array',
      items: {type: 'array', items: {type: 'object', required: ['a'], properties: {a: text}}, minItems: 1},
      minItems: 1,
    },
    {items: false},
  ],
  oneOf: [
    {oneOf: [cat, dog]},
    {type: 'object', required: ['name'], properties: {name: text}, oneOf: [cat, dog]},
    {oneOf: [text, count]},
    {oneOf: [{type: 'null'}, cat]},
    {
      oneOf: [
        {const: 1, title: 'One'},
        {const: 2, title: 'Two'},
      ],
    },
    {oneOf: [{$ref: '#/schemas/Cat'}, {$ref: '#/schemas/Dog'}], discriminator: {propertyName: 'kind'}},
    {type: 'object', properties: {pet: {oneOf: [cat, dog]}}, required: ['pet']},
    {oneOf: [{required: ['a']}, {required: ['b']}], type: 'object', properties: {a: text, b: text}},
    {oneOf: [cat, {oneOf: [dog, text]}]},
  ],
  anyOf: [
    {anyOf: [text, {type: 'null'}]},
    {anyOf: [count, text], description: 'Either'},
    {anyOf: [cat, dog, {type: 'null'}]},
    {type: 'object', properties: {a: text, b: text}, anyOf: [{required: ['a']}, {required: ['b']}]},
    {
      anyOf: [
        {type: 'string', maxLength: 0},
        {type: 'array', items: text, minItems: 1},
      ],
    },
    {anyOf: [{type: 'integer', minimum: 2}], oneOf: [{type: 'integer', maximum: 9}, {type: 'boolean'}]},
    {
      anyOf: [{$ref: '#/schemas/Cat'}, {$ref: '#/schemas/Dog'}],
      discriminator: {propertyName: 'kind', mapping: {c: '#/schemas/Cat', d: '#/schemas/Dog'}},
    },
  ],
  allOf: [
    {
      allOf: [
        {type: 'object', required: ['a'], properties: {a: text}},
        {required: ['b'], properties: {b: count}},
      ],
    },
    {allOf: [{type: 'string', minLength: 2}, {maxLength: 3}]},
    {allOf: [{enum: ['a', 'b']}, {enum: ['b', 'c']}]},
    {allOf: [{type: 'number'}, {type: 'integer'}, {minimum: 4}]},
    {allOf: [{oneOf: [cat, dog]}, {type: 'object', required: ['name'], properties: {name: text}}]},
    {
      allOf: [
        {oneOf: [{required: ['a']}, {required: ['b']}]},
        {oneOf: [{required: ['c']}, {required: ['d']}]},
      ],
      type: 'object',
    },
    {
      allOf: [{properties: {a: {minLength: 2}}}, {properties: {a: {type: 'string', maxLength: 4}}}],
      required: ['a'],
    },
    {allOf: [{items: {minimum: 2}}, {items: {type: 'integer'}}], type: 'array', minItems: 1},
    {allOf: [true, text]},
  ],
  $ref: Object.keys(namedSchemas).map(name => ({$ref: `#/schemas/${name}`})),
  beside: [
    {$ref: '#/schemas/Text', description: 'A text', default: 'x'},
    {$ref: '#/schemas/Tree', required: ['children']},
    {$ref: '#/schemas/Text', minLength: 2},
  ],
  conditions: [
    {type: 'object', properties: {a: text}, dependentRequired: {a: ['b']}},
    {type: 'object', if: {required: ['a']}, then: {required: ['b']}},
    {type: 'object', properties: {a: text}, dependentSchemas: {a: {required: ['b']}}},
    {type: 'string', not: {const: 'x'}},
    {type: 'object', unevaluatedProperties: false, properties: {a: text}},
  ],
  annotations: [
    {type: 'string', default: 'x'},
    {type: 'integer', examples: [7]},
    {type: 'string', deprecated: true, writeOnly: true},
  ],
};

/**
 * Schemas for which pressing what the form offers makes no valid value, though typing does: a form cannot tell from them what
 * to offer. (None of the keywords above is left out.)
 */
export const needTyping: readonly Schema[] = [{type: 'string', pattern: '^(?!x)x'}];

/** Schemas that nothing fits. */
export const unsatisfiable: readonly Schema[] = [
  false,
  {allOf: [{type: 'string'}, {type: 'integer'}]},
  {type: 'object', required: ['me'], properties: {me: false}},
  {enum: []},
];
