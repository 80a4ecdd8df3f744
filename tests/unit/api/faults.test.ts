import {mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

import {faultListFile, writeFaultList} from '../../../src/api/document/faultList';
import {loadDocument, type LoadOptions, type LoadedDocument} from '../../../src/api/document/load';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faults-'));
});
afterAll(() => rm(folder, {recursive: true}));

/** Loads a document of this text. */
async function load(text: string, options: LoadOptions = {}): Promise<LoadedDocument> {
  const file = join(await mkdtemp(join(folder, 'case-')), 'api.yaml');
  await writeFile(file, text);
  return loadDocument(file, options);
}

const head = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\nsecurity: []\n';
const answer = `responses: {'200': {description: ok}}`;

describe('a fault that leaves a safe reading', () => {
  test.each([
    [
      'a version that is a number',
      `openapi: 3.1\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {${answer}}}}`,
    ],
    ['a version that is not there', `info: {title: T, version: '1'}\npaths: {/a: {get: {${answer}}}}`],
    [
      'a swagger version that is a number',
      `swagger: 2.0\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {${answer}}}}`,
    ],
    ['a key that is given twice', `${head}security: []\npaths: {/a: {get: {${answer}}}}`],
    ['no title', `openapi: 3.1.0\ninfo: {version: '1'}\npaths: {/a: {get: {${answer}}}}`],
    ['an unknown member', `${head}paths: {/a: {get: {colour: red, ${answer}}}}`],
  ])('is listed and read over: %s', async (_, text) => {
    const {api, faults} = await load(text);
    expect(api.operations.map(({id}) => id)).toEqual(['getA']);
    expect(faults).toHaveLength(1);
    await expect(load(text, {strict: true})).rejects.toThrow(/has 1 problem/);
  });

  test.each([
    ['a list', '[]'],
    ['a text', 'paths'],
    ['a document of another kind', 'asyncapi: 3.0.0\nchannels: {}'],
    ['an unknown version and no paths', 'openapi: 4.0.0'],
    ['no YAML', 'openapi: 3.1.0\npaths: {\n'],
  ])('is not %s', async (_, text) => {
    await expect(load(text)).rejects.toThrow(/has 1 problem/);
  });
});

describe('what cannot be read', () => {
  /** The operations of these paths, by id, each with what is left out of it. */
  async function omissionsOf(paths: string): Promise<Record<string, readonly string[]>> {
    const {api, faults} = await load(`${head}paths: ${paths}`);
    expect(faults.length).toBeGreaterThan(0);
    return Object.fromEntries(api.operations.map(({id, omissions = []}) => [id, omissions]));
  }

  test.each([
    [
      'a reference to a parameter',
      `{get: {parameters: [{$ref: '#/components/parameters/No'}], ${answer}}}`,
      'get/parameters/0',
    ],
    [
      'a parameter of the path item',
      `{parameters: [{in: query, schema: {}}], get: {${answer}}}`,
      'parameters/0',
    ],
    [
      'a parameter without a name',
      `{get: {parameters: [{in: query, schema: {}}], ${answer}}}`,
      'get/parameters/0',
    ],
    [
      'a parameter that goes nowhere',
      `{get: {parameters: [{name: a, in: body, schema: {}}], ${answer}}}`,
      'get/parameters/0',
    ],
    [
      'a parameter that the path does not have',
      `{get: {parameters: [{name: a, in: path, required: true, schema: {}}], ${answer}}}`,
      'get/parameters/0',
    ],
    ['parameters that are no list', `{get: {parameters: {a: b}, ${answer}}}`, 'get/parameters'],
    ['a body', `{get: {requestBody: {$ref: '#/components/requestBodies/No'}, ${answer}}}`, 'get/requestBody'],
    ['an answer', `{get: {responses: {'200': {$ref: '#/components/responses/No'}}}}`, 'get/responses/200'],
    ['answers that are none', `{get: {responses: [a]}}`, 'get/responses'],
  ])('is left out of the operation, which tells of it: %s', async (_, pathItem, pointer) => {
    expect(await omissionsOf(`{/a: ${pathItem}, /b: {get: {${answer}}}}`)).toEqual({
      getA: [`#/paths/~1a/${pointer}`],
      getB: [],
    });
  });

  test('is a schema that allows anything', async () => {
    const {api} = await load(
      `${head}paths: {/a: {get: {responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/No'}}}}}}}}`,
    );
    expect(api.operations[0]).toMatchObject({
      schemas: {No: true},
      omissions: ['#/components/schemas/No'],
    });
  });

  test.each([
    ['a path of which the braces do not pair up', `'/a/{id': {get: {${answer}}}`],
    ['a path with empty braces', `'/a/{}': {get: {${answer}}}`],
    ['a path item that leads nowhere', `/a: {$ref: '#/components/pathItems/No'}`],
    ['an operation that is none', '/a: {get: null}'],
  ])('is left out whole, and the rest goes on: %s', async (_, path) => {
    expect(await omissionsOf(`{${path}, /b: {get: {${answer}}}}`)).toEqual({getB: []});
  });
});

describe('what is written otherwise than it should be, and can be understood', () => {
  test('is an id that is given twice: it belongs to the first', async () => {
    const {api} = await load(
      `${head}paths: {/a: {get: {operationId: x, ${answer}}, put: {operationId: x, ${answer}}, post: {operationId: '', ${answer}}}}`,
    );
    expect(api.operations.map(({id}) => id)).toEqual(['x', 'putA', 'postA']);
  });

  test('is a path without its slash, and a parameter that nobody describes', async () => {
    const {api} = await load(`${head}paths: {'a/{id}': {get: {${answer}}}}`);
    expect(api.operations[0]).toMatchObject({
      path: '/a/{id}',
      parameters: [{name: 'id', in: 'path', required: true, schema: {type: 'string'}}],
    });
  });

  test('is a parameter that has its type beside it', async () => {
    const {api} = await load(
      `${head}paths: {/a: {get: {parameters: [{name: b, in: query, type: integer}, {name: c, in: query}], ${answer}}}}`,
    );
    expect(api.operations[0]?.parameters.map(({schema}) => schema)).toEqual([{type: 'integer'}, true]);
  });

  test('is a server whose address is none', async () => {
    const {api} = await load(`${head}servers: [{url: '//'}]\npaths: {/a: {get: {${answer}}}}`);
    expect(api.operations).toHaveLength(1);
  });

  test('are tags without a list, and tags that are declared twice', async () => {
    const {api} = await load(
      `${head}tags: [{name: a}, {name: a, description: b}, {}]\npaths: {/a: {get: {tags: a, ${answer}}, put: {tags: [{name: a}, 5], ${answer}}}}`,
    );
    expect(api.operations.map(({tags}) => tags)).toEqual([['a'], ['5']]);
    expect(api.tags).toEqual([{name: 'a'}, {name: '5'}]);
  });

  test.each([
    [
      {type: 'String', minLength: '3', maxLength: -1},
      {type: 'string', minLength: 3},
    ],
    [{type: 'file'}, {}],
    [{type: ['string', 'money']}, {}],
    [{type: ['string', 'null']}, {type: ['string', 'null']}],
    [{type: 'string', required: true}, {type: 'string'}],
    [{required: ['a', 5]}, {required: ['a']}],
    [{enum: 'a'}, {}],
    [{enum: ['a']}, {enum: ['a']}],
    [{properties: ['a']}, {}],
    [{properties: {a: 'text'}}, {properties: {a: true}}],
    [{items: [{type: 'string'}]}, {prefixItems: [{type: 'string'}]}],
    [{items: 'string'}, {}],
    [{allOf: {type: 'string'}}, {}],
    [{oneOf: [{type: 'string'}, null]}, {oneOf: [{type: 'string'}]}],
    [{pattern: '(?i)a'}, {}],
    [{pattern: '^a'}, {pattern: '^a'}],
    [{minimum: '5', maximum: 'many', multipleOf: 0}, {minimum: 5}],
    [
      {type: 'integer', minimum: 1, exclusiveMinimum: true},
      {type: 'integer', exclusiveMinimum: 1},
    ],
    [{type: 'string', nullable: true}, {type: ['string', 'null']}],
    [{type: ['string', 'integer'], nullable: true}, {type: ['string', 'integer', 'null']}],
    [{readOnly: 'true', deprecated: 'perhaps'}, {readOnly: true}],
    [{examples: {one: {value: 5}, two: 6}}, {examples: [5, 6]}],
    [{discriminator: 'kind'}, {discriminator: {propertyName: 'kind'}}],
    [{additionalProperties: 'any'}, {}],
    [{description: 5, title: 'A'}, {title: 'A'}],
    [{$ref: 5, type: 'string'}, {type: 'string'}],
  ])('is a schema: %j', async (schema, meant) => {
    const {api} = await load(
      JSON.stringify({
        openapi: '3.1.0',
        info: {title: 'T', version: '1'},
        paths: {'/a': {get: {parameters: [{name: 'b', in: 'query', schema}], responses: {}}}},
      }),
      {checkExamples: false},
    );
    expect(api.operations[0]?.parameters[0]?.schema).toEqual(meant);
  });
});

describe('the message', () => {
  const user = '{User: {type: object}}';

  test.each([
    [
      'of a reference names its target and the nearest that exists',
      `paths: {/a: {get: {responses: {'200': {$ref: '#/components/responses/Gon'}}}}}\ncomponents: {responses: {Gone: {description: a}, Other: {description: b}}}`,
      '`#/components/responses/Gon` leads nowhere. The nearest that exists is `#/components/responses/Gone`.',
    ],
    [
      'of a reference to another place names where it is',
      `paths: {}\ncomponents: {schemas: {User: {type: object}, A: {$ref: '#/definitions/User'}}}`,
      '`#/definitions/User` leads nowhere. The nearest that exists is `#/components/schemas/User`.',
    ],
    [
      'of a reference to nothing that is near names its target alone',
      `paths: {/a: {get: {responses: {'200': {$ref: '#/components/responses/Gone'}}}}}\ncomponents: {schemas: ${user}}`,
      '`#/components/responses/Gone` leads nowhere.',
    ],
    [
      'of a reference to a file names the nearest file',
      `paths: {/a: {$ref: 'apy.yaml#/x'}}`,
      '`apy.yaml#/x` leads nowhere: there is no such file, or it cannot be read. The nearest that exists is `api.yaml`.',
    ],
    [
      'of a tag that is nearly declared names that',
      `tags: [{name: Pets}, {name: v1}]\npaths: {/a: {get: {tags: [pet, v2, Stores, Pets], ${answer}}}}`,
      'The tag "pet" is not declared, and becomes a group of its own. Did you mean "Pets"?',
    ],
    [
      'of a schema that is none says so',
      `paths: {}\ncomponents: {schemas: {A: text}}`,
      'A text stands here. What belongs here is an object: a schema.',
    ],
    [
      'of a keyword says what it holds',
      `paths: {}\ncomponents: {schemas: {A: {type: string, required: true}}}`,
      '`required` holds a boolean, where a list belongs.',
    ],
    [
      'of items beside an object says which to change',
      `paths: {}\ncomponents: {schemas: {A: {type: object, items: {}}}}`,
      '`items` says nothing beside `type: object`: make the type an array, or take `items` out.',
    ],
    [
      'of a path with a query names its parameters',
      `paths: {'/a?b=c': {get: {${answer}}}}`,
      'The path "/a?b=c" holds a query, which is read as parameters: describe b under `parameters` instead.',
    ],
  ])('%s', async (_, text, message) => {
    expect((await load(head + text)).faults.map(fault => fault.message)).toEqual([message]);
  });

  test('of an id that is given twice names both places', async () => {
    const {faults} = await load(
      `${head}paths:\n  /a: {get: {operationId: x, ${answer}}}\n  /b: {get: {operationId: x, ${answer}}}`,
    );
    expect(faults).toMatchObject([
      {
        position: {line: 6},
        pointer: '#/paths/~1b/get/operationId',
        message: expect.stringContaining('in line 5, column 27 (#/paths/~1a/get/operationId)'),
      },
    ]);
  });
});

describe('the list of faults', () => {
  const file = (): string => faultListFile(folder, 'api/openapi.yaml');
  const fault = (line: number) => ({
    file: 'api.yaml',
    position: {line, column: 1},
    message: `Wrong ${line}.`,
  });

  test('holds all, and the warning the first', async () => {
    const warning = await writeFaultList(file(), 'api.yaml', [1, 2, 3, 4, 5].map(fault));
    expect(warning).toMatch(/^api\.yaml has 5 faults\./);
    expect(warning).toContain('api.yaml:3:1  Wrong 3.');
    expect(warning).not.toContain('Wrong 4.');
    expect(warning).toContain('openapi.yaml.faults.txt');
    expect(await readFile(file(), 'utf8')).toMatch(/api\.yaml has 5 faults:[^]*api\.yaml:5:1 {2}Wrong 5\.\n/);
  });

  test('goes when there is none', async () => {
    await writeFaultList(file(), 'api.yaml', [fault(1)]);
    expect(await writeFaultList(file(), 'api.yaml', [])).toBeUndefined();
    await expect(stat(file())).rejects.toThrow();
  });

  test('that cannot be written stops nothing', async () => {
    const under = faultListFile(join(folder, 'list\0'), 'api.yaml');
    expect(await writeFaultList(under, 'api.yaml', [fault(1)])).toMatch(/1 fault\.[^]*cannot be written/);
  });
});
