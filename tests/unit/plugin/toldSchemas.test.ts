import {mkdtemp, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Nodes} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import {expect, test} from 'vitest';

import {loadApi} from '../../../src/api/document/load';
import type {Api, Operation, Schema} from '../../../src/api/operation';
import {valueOf} from '../../../src/api/schema/valueOf';
import {validateSchema} from '../../../src/api/schema/validateSchema';
import {operationToMdast} from '../../../src/plugin/operationPage';
import {formField} from '../../../src/request/form/formFields';
import {initialValues} from '../../../src/request/examples/initialValues';
import {apiWith} from '../mock/support/mockOf';
import {parameterFields} from '../../../src/request/form/parameterFields';

interface Written {
  readonly version?: string;
  readonly parameters?: readonly unknown[];
  readonly body?: unknown;
  readonly answer?: unknown;
  readonly schemas?: Readonly<Record<string, unknown>>;
}

/** The operation of a document that holds no other. */
async function operationOf({
  version = '3.1.0',
  parameters = [],
  body,
  answer,
  schemas = {},
}: Written): Promise<Operation> {
  const content = (schema: unknown): object => ({content: {'application/json': {schema}}});
  const post = {
    operationId: 'make',
    summary: 'Make',
    parameters,
    ...(body === undefined ? {} : {requestBody: content(body)}),
    responses: {'200': {description: 'Done', ...(answer === undefined ? {} : content(answer))}},
  };
  const file = join(await mkdtemp(join(tmpdir(), 'told-')), 'api.json');
  const info = {title: 'T', version: '1'};
  await writeFile(
    file,
    JSON.stringify({
      openapi: version,
      info,
      servers: [{url: 'https://api.example.com'}],
      security: [],
      paths: {'/x': {post}},
      components: {schemas},
    }),
  );
  const {operations}: Api = await loadApi(file);
  const [operation] = operations;
  if (!operation) {
    throw new Error('The document lost its operation.');
  }
  return operation;
}

/** Every line that the page lists: a name, its type and marks, then its words. */
function linesOf(operation: Operation): string[] {
  const found: string[] = [];
  visit(operationToMdast(operation), (node: Nodes) => {
    if (node.type === 'listItem') {
      const own = node.children.filter(child => child.type !== 'mdxJsxFlowElement' && !isFieldList(child));
      found.push(own.map(child => wordsOf(child)).join(' | '));
    }
  });
  return found;
}

function isFieldList(node: Nodes): boolean {
  return node.type === 'list' && node.data !== undefined;
}

function wordsOf(node: Nodes): string {
  return node.type === 'list'
    ? node.children.map(item => `- ${toString(item)}`).join(' ')
    : toString(node).trim();
}

const nullBranch = {type: 'null'};

test.each<[string, Written, string]>([
  [
    'limits of a value that may be null',
    {
      body: {
        type: 'object',
        properties: {age: {anyOf: [{type: 'integer', minimum: 0, maximum: 150}, nullBranch]}},
      },
    },
    'age integer or null | From 0 to 150.',
  ],
  [
    'the values of a map that are lists',
    {
      body: {
        type: 'object',
        properties: {
          tags: {
            type: 'object',
            additionalProperties: {type: 'array', items: {type: 'string'}},
          },
        },
      },
    },
    'tags object | Each value: array of string.',
  ],
  [
    'what follows the named items of a list',
    {
      body: {
        type: 'object',
        properties: {row: {type: 'array', prefixItems: [{type: 'string'}], items: {type: 'boolean'}}},
      },
    },
    'row array of [string, …] | Each further item: boolean.',
  ],
  [
    'that nothing follows the items that an older document lists',
    {
      body: {
        type: 'object',
        properties: {row: {type: 'array', items: [{type: 'string'}], additionalItems: false}},
      },
    },
    'row array of [string]',
  ],
  [
    'that an object which is put together has no other keys',
    {
      body: {
        type: 'object',
        properties: {
          size: {
            allOf: [{properties: {width: {type: 'integer'}}}],
            properties: {height: {type: 'integer'}},
            unevaluatedProperties: false,
          },
        },
      },
    },
    'size object | No other keys.',
  ],
  [
    'the type of branches that add no more than a format',
    {
      body: {
        type: 'object',
        properties: {host: {type: 'string', anyOf: [{format: 'ipv4'}, {format: 'ipv6'}]}},
      },
    },
    'host string | One of these: | - string. Format: ipv4. - string. Format: ipv6.',
  ],
  [
    'fields of JSON that stands in a text',
    {
      answer: {
        type: 'object',
        properties: {
          data: {
            type: 'string',
            contentMediaType: 'application/json',
            contentSchema: {type: 'object', properties: {size: {type: 'integer', minimum: 1}}},
          },
        },
      },
    },
    'data.size integer | At least 1.',
  ],
  [
    'values of a named schema that may be null',
    {
      body: {
        type: 'object',
        properties: {colour: {anyOf: [{$ref: '#/components/schemas/Colour'}, nullBranch]}},
      },
      schemas: {Colour: {type: 'string', enum: ['red', 'blue'], description: 'A colour'}},
    },
    'colour string or null | A colour. One of red, blue.',
  ],
  [
    'values that OpenAPI 3.0 makes nullable through allOf',
    {
      version: '3.0.3',
      body: {
        type: 'object',
        properties: {colour: {nullable: true, allOf: [{$ref: '#/components/schemas/Colour'}]}},
      },
      schemas: {Colour: {type: 'string', enum: ['red', 'blue']}},
    },
    'colour string or null | One of red, blue.',
  ],
  [
    'each branch that has no fields',
    {
      body: {
        type: 'object',
        properties: {
          id: {
            anyOf: [
              {type: 'integer', minimum: 1},
              {type: 'string', format: 'uuid', description: 'Key'},
            ],
          },
        },
      },
    },
    'id integer or string | One of these: | - integer. At least 1. - string. Key. Format: uuid.',
  ],
  [
    'no branches that say nothing but their types',
    {body: {type: 'object', properties: {id: {oneOf: [{type: 'integer'}, {type: 'string'}]}}}},
    'id integer or string',
  ],
  [
    'what allOf adds to a field',
    {
      body: {
        allOf: [
          {
            type: 'object',
            properties: {name: {description: 'The name', allOf: [{type: 'string', minLength: 2}]}},
          },
          {required: ['name'], properties: {name: {maxLength: 5}}},
        ],
      },
    },
    'name string, required | The name. 2 to 5 characters.',
  ],
  [
    'fields that a pattern names',
    {body: {type: 'object', patternProperties: {'^x-[a-z]+$': {type: 'integer', description: 'Count'}}}},
    '/^x-[a-z]+$/ integer | Count',
  ],
  [
    'rules for keys, and for the values of a map',
    {
      body: {
        type: 'object',
        properties: {
          map: {type: 'object', propertyNames: {pattern: '^k'}, additionalProperties: {type: 'integer'}},
        },
      },
    },
    'map object | Each key matches ^k. Each value: integer.',
  ],
  [
    'conditions between members',
    {
      body: {
        type: 'object',
        properties: {
          pay: {
            type: 'object',
            dependentRequired: {card: ['code']},
            if: {properties: {kind: {const: 'card'}}},
            then: {required: ['number']},
            not: {required: ['cash', 'card']},
          },
        },
      },
    },
    'pay object | With card: code is required. Not allowed: cash is given, card is given. If kind is card: number is required.',
  ],
  [
    'what each item of a tuple is',
    {
      body: {
        type: 'object',
        properties: {
          pair: {prefixItems: [{type: 'string', description: 'Left'}, {type: 'integer'}], items: false},
        },
      },
    },
    'pair[0] string | Left',
  ],
  [
    'that a schema comes again within itself',
    {
      body: {$ref: '#/components/schemas/Node'},
      schemas: {Node: {type: 'object', properties: {next: {$ref: '#/components/schemas/Node'}}}},
    },
    'next object | Same fields as Node.',
  ],
  [
    'names and meanings of values',
    {
      parameters: [
        {
          in: 'query',
          name: 'code',
          schema: {
            type: 'integer',
            enum: [1, 2],
            'x-enum-varnames': ['On', 'Off'],
            'x-enum-descriptions': ['Runs', 'Rests'],
          },
        },
      ],
    },
    'code integer | - 1 On. Runs - 2 Off. Rests',
  ],
  [
    'names of the values of items',
    {
      parameters: [
        {
          in: 'query',
          name: 'codes',
          schema: {type: 'array', items: {enum: [1, 2], 'x-enumNames': ['On', 'Off']}},
          example: [2, 1],
        },
      ],
    },
    'codes array of number | Each item: one of 1 (On), 2 (Off). Written as codes=2&codes=1.',
  ],
  [
    'constants with titles as a list of values',
    {
      parameters: [
        {
          in: 'query',
          name: 'sky',
          schema: {
            oneOf: [
              {const: 1, title: 'Sunny'},
              {const: 2, title: 'Grey'},
            ],
          },
        },
      ],
    },
    'sky number | One of 1 (Sunny), 2 (Grey).',
  ],
  [
    'examples of a parameter that need not be there',
    {parameters: [{in: 'query', name: 'n', schema: {type: 'integer', examples: [0, 7]}}]},
    'n integer | Example: 0, 7.',
  ],
  [
    'the fields of an object in a query, and how it is written',
    {
      parameters: [
        {
          in: 'query',
          name: 'filter',
          style: 'deepObject',
          schema: {type: 'object', properties: {a: {type: 'string'}}},
          example: {a: 'b'},
        },
      ],
    },
    'filter object | Written as filter[a]=b.',
  ],
  [
    'which fields of an answer may be missing, where it says which are always present',
    {
      answer: {
        type: 'object',
        required: ['must'],
        properties: {must: {type: 'string'}, may: {type: 'string'}},
      },
    },
    'may string, may be missing',
  ],
  [
    'which fields of an answer are always there',
    {answer: {type: 'object', required: ['must'], properties: {must: {type: 'string'}}}},
    'must string, always present',
  ],
])('a page tells %s', async (_, written, line) => {
  expect(linesOf(await operationOf(written))).toContain(line);
});

test('of fields of an answer that does not say which are always there, neither is told', async () => {
  const properties = {one: {type: 'string'}};
  expect(linesOf(await operationOf({answer: {type: 'object', properties}}))).toContain('one string');
});

test('of members of which one is required, all are fields and the rule is told; the example keeps to it', async () => {
  const schema = (keyword: string): object => ({
    type: 'object',
    properties: {iban: {type: 'string'}, bic: {type: 'string'}},
    [keyword]: [{required: ['iban']}, {required: ['bic']}],
  });
  const exactly = await operationOf({body: schema('oneOf')});
  const least = await operationOf({body: schema('anyOf')});
  expect(toString(operationToMdast(exactly))).toContain('Exactly one of these is required: iban, bic.');
  expect(toString(operationToMdast(least))).toContain('At least one of these is required: iban, bic.');
  expect(linesOf(exactly)).toEqual(expect.arrayContaining(['iban string', 'bic string']));
  expectValid(exactly);
  expectValid(least);
});

const pets = {
  Pet: {
    type: 'object',
    required: ['petType'],
    properties: {
      petType: {type: 'string', description: 'What it is'},
      friend: {$ref: '#/components/schemas/Pet'},
    },
    discriminator: {
      propertyName: 'petType',
      mapping: {dog: '#/components/schemas/Dog', hound: '#/components/schemas/Dog'},
    },
  },
  Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: 'object', properties: {bark: {type: 'string'}}}]},
  Cat: {
    allOf: [{$ref: '#/components/schemas/Pet'}, {type: 'object', properties: {lives: {type: 'integer'}}}],
  },
  Kitten: {
    allOf: [{$ref: '#/components/schemas/Cat'}, {type: 'object', properties: {weeks: {type: 'integer'}}}],
  },
};

test('the heirs of a schema are its choices, by the names of the mapping or their own', async () => {
  const operation = await operationOf({body: {$ref: '#/components/schemas/Pet'}, schemas: pets});
  const lines = linesOf(operation);
  expect(lines.filter(line => line.startsWith('One variant:'))).toEqual(
    expect.arrayContaining(['One variant: dog, hound', 'One variant: Cat', 'One variant: Kitten']),
  );
  expect(lines).toEqual(
    expect.arrayContaining([
      'petType string, required | What it is. One of dog, hound.',
      'petType string, required | What it is. Always Cat.',
      'bark string',
      'weeks integer',
    ]),
  );
  const {schema = true} = bodyOf(operation);
  const {kind} = formField(operation, schema, '{"petType": "hound"}', {base: 'body', name: 'body'});
  expect(kind.type === 'choice' && kind.branches.map(({label}) => label)).toEqual([
    'dog, hound',
    'Cat',
    'Kitten',
  ]);
  expectValid(operation);
  expect(validateSchema(operation, schema, {petType: 'Cat', lives: 9})).toEqual([]);
  expect(validateSchema(operation, schema, {petType: 'Cat', lives: 'nine'})).not.toEqual([]);
  expect(validateSchema(operation, schema, {petType: 'cow'})).not.toEqual([]);
});

test('a schema that nobody extends is no choice, whatever its discriminator', async () => {
  const {Pet} = pets;
  const operation = await operationOf({
    body: {$ref: '#/components/schemas/Pet'},
    schemas: {Pet: {...Pet, discriminator: {propertyName: 'petType'}}},
  });
  expect(linesOf(operation)).toContain('petType string, required | What it is');
});

test('a parameter that may be null has the values, limits and default of its other branch in the form', async () => {
  const operation = await operationOf({
    parameters: [
      {
        in: 'query',
        name: 'limit',
        schema: {anyOf: [{type: 'integer', minimum: 1, maximum: 9}, nullBranch], default: 5},
      },
      {in: 'query', name: 'colour', schema: {anyOf: [{type: 'string', enum: ['red', 'blue']}, nullBranch]}},
      {in: 'query', name: 'note', schema: {type: 'string'}, example: 'hello'},
    ],
  });
  const [limit, colour, note] = parameterFields(operation, {parameters: {}, headers: [], bodies: {}});
  expect(limit).toMatchObject({rule: 'integer, from 1 to 9', numeric: true, placeholder: '5'});
  expect(colour?.options).toEqual([{text: 'red'}, {text: 'blue'}]);
  expect(note?.placeholder).toBe('hello');
});

test.each([
  [
    'keys that another asks for',
    {properties: {card: {type: 'string'}}, dependentRequired: {card: ['cvc']}},
    'With card: cvc is required.',
  ],
  [
    'a condition',
    {if: {properties: {kind: {const: 'card'}}}, then: {required: ['cvc']}, else: {required: ['iban']}},
    'If kind is card: cvc is required; otherwise iban is required.',
  ],
  [
    'keys by a pattern',
    {patternProperties: {'^n_': {type: 'integer'}}},
    'Each key that matches ^n_: is of type integer.',
  ],
  ['how names are written', {propertyNames: {maxLength: 9}}, 'Each key at most 9 characters.'],
])('the form tells %s where the fields are', async (_, rules, words) => {
  const schema = {type: 'object', ...rules};
  const parameter = {in: 'query', name: 'filter', content: {'application/json': {schema}}};
  const operation = await operationOf({
    body: {type: 'object', properties: {inner: schema}},
    parameters: [parameter],
  });
  const [media] = operation.requestBody?.content ?? [];
  const body = formField(operation, media?.schema ?? true, '{"inner": {}}', {base: 'body', name: 'Body'});
  const [inner] = body.kind.type === 'object' ? body.kind.fields : [];
  expect(inner?.conditions).toBe(words);
  const [filter] = parameterFields(operation, {parameters: {}, headers: [], bodies: {}});
  expect(filter?.conditions).toBe(words);
});

test.each([
  ['x-enum-varnames', {enum: [0, 1], 'x-enum-varnames': ['Off', 'On']}],
  [
    'a choice of constants with titles',
    {
      oneOf: [
        {const: 0, title: 'Off'},
        {const: 1, title: 'On'},
      ],
    },
  ],
])('the values of a parameter have the names of %s in the form', async (_, schema) => {
  const operation = await operationOf({parameters: [{in: 'query', name: 'mode', schema}]});
  const [mode] = parameterFields(operation, {parameters: {}, headers: [], bodies: {}});
  expect(mode?.options).toEqual([
    {text: '0', label: 'Off'},
    {text: '1', label: 'On'},
  ]);
});

test('of a response header it is told that it is deprecated', () => {
  const headers = {'X-Old': {deprecated: true, description: 'Count', schema: {type: 'integer'}}};
  const [operation] = apiWith({responses: {200: {description: 'Done', headers}}}).operations;
  expect(operation && toString(operationToMdast(operation))).toContain('X-Old integerDeprecated. Count');
});

test.each([
  ['get', undefined, undefined],
  ['delete', undefined, undefined],
  ['delete', {a: 1}, 'application/json'],
  ['post', undefined, 'application/json'],
])('a sample of %s sends an optional body where that is usual: example %j', (method, example, mediaType) => {
  const content = {'application/json': {schema: {type: 'object'}, ...(example && {example})}};
  const [operation] = apiWith({requestBody: {content}, responses: {}}, '/x', method).operations;
  expect(operation && initialValues(operation).mediaType).toBe(mediaType);
});

test('every pattern that the name of a member matches counts in the form', async () => {
  const schema = {
    type: 'object',
    properties: {foo: {type: 'integer', maximum: 9}},
    patternProperties: {'^f': {minimum: 1}, o$: {multipleOf: 2}},
  };
  const operation = await operationOf({body: schema});
  const [media] = operation.requestBody?.content ?? [];
  const body = formField(operation, media?.schema ?? true, '{"foo": 2, "fo": 2}', {
    base: 'body',
    name: 'Body',
  });
  const {fields, entries} = body.kind.type === 'object' ? body.kind : {fields: [], entries: []};
  expect([...fields, ...entries].map(({name, rule}) => `${name} ${rule}`)).toEqual([
    'foo integer, from 1 to 9, a multiple of 2',
    'fo at least 1, a multiple of 2',
  ]);
});

test.each([
  ['a pattern that looks ahead', {type: 'string', pattern: '^(?=.*[A-Z])(?=.*\\d).{8,}$'}],
  ['a pattern of a script', {type: 'string', pattern: '^\\p{Lu}'}],
  ['names of keys', {type: 'object', propertyNames: {pattern: '^k'}, minProperties: 2}],
  [
    'keys by a pattern alone',
    {type: 'object', patternProperties: {'^x-': true}, additionalProperties: false, minProperties: 1},
  ],
])('the values made for %s fit it', async (_, schema) => {
  expectValid(await operationOf({body: {type: 'object', required: ['value'], properties: {value: schema}}}));
});

test('no value is made up for a pattern that none is found for', async () => {
  const operation = await operationOf({
    body: {type: 'object', properties: {odd: {type: 'string', pattern: '^(?!x)x'}}},
  });
  expect(valueOf(operation, bodyOf(operation).schema ?? true, {direction: 'request', as: 'example'})).toEqual(
    {},
  );
});

test('an example that cannot fit says which rule it breaks', async () => {
  const odd = {type: 'string', pattern: '^(?!x)x'};
  const operation = await operationOf({body: {type: 'object', required: ['odd'], properties: {odd}}});
  expect(toString(operationToMdast(operation))).toContain('The example breaks it: #/odd is required.');
  const even = await operationOf({body: {type: 'object', properties: {odd}}});
  expect(toString(operationToMdast(even))).not.toContain('breaks');
});

test.each([
  ['bytes', {type: 'string', format: 'binary'}, true],
  ['text', {type: 'string'}, false],
])(
  'an answer of %s is said to be its media type where there is nothing to show',
  async (_, answer, isAlone) => {
    const operation = await operationOf({answer});
    const responses = operation.responses.map(response => ({
      ...response,
      content: response.content.map(content => ({...content, type: 'application/pdf'})),
    }));
    const tree = operationToMdast({...operation, responses});
    const examples: string[] = [];
    visit(tree, 'code', ({meta, value}) => {
      examples.push(`${meta ?? ''} ${value}`);
    });
    expect(toString(tree)).toContain('The body is application/pdf.');
    expect(examples.some(example => example.includes('application/pdf'))).toBe(!isAlone);
  },
);

/** The example on the page and what the form starts with are valid. */
function expectValid(operation: Operation): void {
  const {schema = true} = bodyOf(operation);
  expect(
    validateSchema(operation, schema, valueOf(operation, schema, {direction: 'request', as: 'example'})),
  ).toEqual([]);
  expect(
    validateSchema(operation, schema, valueOf(operation, schema, {direction: 'request', as: 'start'})),
  ).toEqual([]);
}

function bodyOf({requestBody}: Operation): NonNullable<Operation['requestBody']>['content'][number] {
  const [content] = requestBody?.content ?? [];
  if (!content) {
    throw new Error('The operation has no body.');
  }
  return content;
}

test('of thousands of values the first ones are told, and the others counted', async () => {
  const values = Array.from({length: 2000}, (_, index) => `v${index}`);
  const meant = {enum: values.slice(0, 101), 'x-enum-descriptions': values.map(value => `means ${value}`)};
  const properties = {plain: {enum: values}, meant};
  const lines = linesOf(await operationOf({body: {type: 'object', properties}})).join('\n');
  expect(lines).toContain('v99. And 1,900 more values');
  expect(lines).toContain('v99 means v99');
  expect(lines).toContain('And 1 more value,');
  expect(lines).not.toContain('v100');
});

test('a choice of a file and a text in a form tells the file as one', async () => {
  const operation = await operationOf({});
  const schema: Schema = {
    type: 'object',
    properties: {
      choice: {
        oneOf: [
          {type: 'string', format: 'binary'},
          {type: 'string', format: 'uri'},
        ],
      },
    },
  };
  const content = [{type: 'multipart/form-data', schema, examples: [], encoding: {}}];
  const lines = linesOf({...operation, requestBody: {required: true, content}});
  expect(lines.join('\n')).toMatch(/file\.\n?.*string\. Format: uri\./);
  expect(lines.join('\n')).not.toContain('binary');
});

test('values that parts of a schema list apart leave none', async () => {
  const body = {allOf: [{properties: {e: {enum: ['a']}}}, {properties: {e: {enum: ['b']}}}], type: 'object'};
  expect(linesOf(await operationOf({body})).join('\n')).toContain('No value is valid');
});
