import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

import {loadApi, loadDocument, type LoadOptions} from '../../../src/api/document/load';
import type {Api, Operation} from '../../../src/api/operation';

const fixture = join(import.meta.dirname, '../../fixtures/openapi/library.yaml');
let folder: string;
let library: Api;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openapi-'));
  library = await loadApi(fixture, {url: 'https://docs.library.test/files/openapi.yaml'});
});
afterAll(() => rm(folder, {recursive: true}));

/** Writes files into an empty folder and loads the first, which may have no faults. */
async function load(files: Record<string, string>, options: LoadOptions = {strict: true}): Promise<Api> {
  const own = await mkdtemp(join(folder, 'case-'));
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(own, name), content)));
  return loadApi(join(own, Object.keys(files)[0] ?? ''), options);
}

function operation(api: Api, id: string): Operation {
  const found = api.operations.find(candidate => candidate.id === id);
  if (!found) {
    throw new Error(`No operation ${id} among ${api.operations.map(({id: other}) => other).join(', ')}`);
  }
  return found;
}

const head = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\nsecurity: []\n';

describe('YAML aliases', () => {
  const schemas = (levels: number): string =>
    [
      `${head}x-a0: &a0 {type: string}`,
      ...Array.from({length: levels}, (_, level) => {
        const names = Array.from({length: 9}, (__, index) => `p${index}: *a${level}`).join(', ');
        return `x-a${level + 1}: &a${level + 1} {type: object, properties: {${names}}}`;
      }),
      `paths: {/a: {get: {operationId: a, responses: {'200': {description: ok, content: {application/json: {schema: *a${levels}}}}}}}}`,
    ].join('\n');

  test('repeat what is written once', async () => {
    expect((await load({'api.yaml': schemas(2)}, {})).operations.map(({id}) => id)).toEqual(['a']);
  });

  test('that stand for billions, or for themselves, are refused before they fill the memory', async () => {
    const refusal = 'Its YAML aliases stand for more than 20 million values, or for themselves.';
    await expect(load({'api.yaml': schemas(11)}, {})).rejects.toThrow(refusal);
    await expect(load({'api.yaml': `${head}x-a: &a [*a]\npaths: {}\n`}, {})).rejects.toThrow(refusal);
  });
});

describe('schemas that each refer to the next one twice', () => {
  const chain = (levels: number, keyword: string): string =>
    JSON.stringify({
      openapi: '3.1.0',
      info: {title: 'T', version: '1'},
      servers: [{url: '/'}],
      paths: {},
      components: {
        schemas: Object.fromEntries(
          Array.from({length: levels}, (_, level) => {
            const $ref = `#/components/schemas/A${level + 1}`;
            return [`A${level}`, level === levels - 1 ? {type: 'string'} : {[keyword]: [{$ref}, {$ref}]}];
          }),
        ),
      },
    });

  test.each(['allOf', 'oneOf', 'anyOf'])('by %s are refused when they stand for thousands', async keyword => {
    await expect(load({'api.json': chain(40, keyword)}, {})).rejects.toThrow(
      '#/components/schemas/A0 is put together from more than 2000 schemas',
    );
    await expect(load({'api.json': chain(6, keyword)}, {})).resolves.toMatchObject({operations: []});
  });
});

describe('a valid document', () => {
  test('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(library))).toEqual(library);
  });

  test('gives every operation an id of its own', () => {
    expect(library.operations.map(({id}) => id)).toEqual(['getBook', 'removeBook', 'putBooksByBookId']);
  });

  test('merges the parameters of the path, those of the operation winning in their place', () => {
    expect(operation(library, 'getBook').parameters.map(({name}) => name)).toEqual([
      'book_id',
      'X-Trace',
      'fields',
      'filter',
      'at',
    ]);
    expect(operation(library, 'getBook').parameters[0]).toEqual({
      name: 'book_id',
      in: 'path',
      description: 'Which book',
      required: true,
      deprecated: false,
      style: 'simple',
      explode: false,
      allowReserved: false,
      allowEmptyValue: false,
      schema: {$ref: '#/schemas/BookId'},
      examples: [{name: 'dune', summary: 'A thick one', value: 'book_1'}],
    });
  });

  test('fills in the serialisation that the specification implies', () => {
    const [, , fields, filter, at] = operation(library, 'getBook').parameters;
    expect(fields).toMatchObject({style: 'form', explode: true});
    expect(filter).toMatchObject({style: 'deepObject', explode: false});
    expect(at).toMatchObject({
      contentType: 'application/json',
      schema: {$ref: '#/schemas/Place'},
      examples: [{name: 'example', value: {shelf: 3}}],
    });
  });

  test('gives an operation exactly the schemas that it reaches', () => {
    expect(Object.keys(operation(library, 'getBook').schemas)).toEqual([
      'Audio',
      'Book',
      'Book.properties.title',
      'BookId',
      'Paper',
      'Place',
      'Problem',
    ]);
    expect(operation(library, 'removeBook').schemas).toEqual({});
  });

  test('leaves no reference that leads nowhere', () => {
    for (const {schemas, ...rest} of library.operations) {
      const references = [...JSON.stringify({schemas, ...rest}).matchAll(/"#\/([^"]+)"/g)].map(
        match => match[1],
      );
      expect(
        references.filter(reference => !Object.hasOwn(schemas, reference?.replace('schemas/', '') ?? '')),
      ).toEqual([]);
    }
  });

  test('keeps the words beside a reference, recursion, and properties named like built-ins', () => {
    const {Book} = operation(library, 'getBook').schemas;
    const properties = typeof Book === 'object' ? Book.properties : undefined;
    expect(properties).toMatchObject({
      id: {$ref: '#/schemas/BookId', description: 'Its id'},
      sequel: {$ref: '#/schemas/Book'},
      title: {type: 'string', examples: ['Dune']},
      subtitle: {$ref: '#/schemas/Book.properties.title'},
      medium: {discriminator: {mapping: {paper: '#/schemas/Paper', audio: '#/schemas/Audio'}}},
    });
    expect(Object.keys(properties ?? {})).toContain('__proto__');
    expect(({} as Record<string, unknown>)['type']).toBeUndefined();
  });

  test('resolves responses, headers and links', () => {
    const {responses} = operation(library, 'getBook');
    expect(responses.map(({status}) => status)).toEqual(['200', '404', 'default']);
    expect(responses[0]).toMatchObject({
      headers: [
        {name: 'X-Shelf', description: 'Where it stands', required: false, schema: {type: 'integer'}},
        {name: 'X-Loan', required: true, schema: {type: 'object'}, explode: true},
        {name: 'X-Copies', required: false, schema: {type: 'array'}, contentType: 'application/json'},
      ],
      links: [
        {name: 'delete', operationId: 'removeBook', parameters: {book_id: '$response.body#/id'}},
        {name: 'replace', operationId: 'putBooksByBookId', parameters: {}},
      ],
    });
    expect(responses[2]?.content[0]).toMatchObject({type: 'application/problem+json'});
    expect(operation(library, 'putBooksByBookId').responses[0]?.status).toBe('2XX');
  });

  test('reads how to reproduce an answer', () => {
    expect(operation(library, 'getBook').responses[1]?.reproduction).toEqual({
      summary: 'Ask for a book that is not there.',
      parameters: {'path.book_id': 'none'},
      headers: {},
      credential: null,
    });
  });

  test('takes security from the operation, else from the document', () => {
    expect(operation(library, 'getBook')).toMatchObject({
      security: [[{scheme: 'key', scopes: []}]],
      securitySchemes: [{id: 'key', type: 'bearer', env: 'LIBRARY_KEY', mockCredential: 'lib_test'}],
    });
    expect(operation(library, 'removeBook')).toMatchObject({security: [], securitySchemes: []});
    expect(operation(library, 'putBooksByBookId')).toMatchObject({
      security: [[{scheme: 'basic', scopes: []}], []],
      securitySchemes: [
        {id: 'basic', type: 'basic', env: 'LIBRARY_CREDENTIALS', mockCredential: 'mock:mock'},
      ],
    });
  });

  test('takes servers from the nearest level and makes relative ones absolute', () => {
    expect(operation(library, 'getBook').servers).toEqual([
      {
        url: 'https://{region}.library.test/v2',
        variables: {region: {default: 'eu', enum: ['eu', 'us'], description: 'Where the books are'}},
      },
    ]);
    expect(operation(library, 'removeBook').servers).toEqual([
      {url: 'https://docs.library.test/admin', variables: {}},
    ]);
  });

  test('reads bodies, their media types and encodings', () => {
    expect(operation(library, 'putBooksByBookId').requestBody).toEqual({
      required: true,
      content: [
        {type: 'application/json', schema: {$ref: '#/schemas/Book'}, examples: [], encoding: {}},
        {
          type: 'multipart/form-data',
          schema: {type: 'object', properties: {cover: {type: 'string'}}},
          examples: [],
          encoding: {cover: {contentType: 'image/png'}},
        },
      ],
    });
  });

  test('may have in another file what only the mapping of a discriminator leads to', async () => {
    const pet = "{type: object, discriminator: {propertyName: kind, mapping: {cat: 'cat.yaml'}}}";
    const main = join(folder, 'mapped.yaml');
    await writeFile(main, `${head}paths: {}\ncomponents: {schemas: {Pet: ${pet}}}\n`);
    await writeFile(join(folder, 'cat.yaml'), '{type: object, properties: {lives: {type: integer}}}\n');
    const {document, files} = await loadDocument(main);
    expect(document).toHaveProperty('components.schemas.cat.properties.lives');
    expect(files.toSorted()).toEqual([join(folder, 'cat.yaml'), main]);
  });

  test('may be spread over files', async () => {
    const main = join(folder, 'main.yaml');
    await writeFile(main, `${head}paths: {/a: {$ref: 'paths/a.json'}}`);
    await writeFile(join(folder, 'b.yaml'), 'B: {type: object, properties: {b: {$ref: "#/B"}}}');
    const {mkdir} = await import('node:fs/promises');
    await mkdir(join(folder, 'paths'));
    await writeFile(
      join(folder, 'paths/a.json'),
      JSON.stringify({
        get: {
          responses: {
            200: {description: 'ok', content: {'application/json': {schema: {$ref: '../b.yaml#/B'}}}},
          },
        },
      }),
    );
    const {api, files} = await loadDocument(main);
    expect(api.operations[0]?.schemas).toEqual({B: {type: 'object', properties: {b: {$ref: '#/schemas/B'}}}});
    expect(files.toSorted()).toEqual([join(folder, 'b.yaml'), main, join(folder, 'paths/a.json')]);
  });
});

test('OpenAPI 3.0 becomes 3.1', async () => {
  const api = await load({
    'api.yaml': `
openapi: 3.0.3
info: {title: T, version: '1'}
paths:
  /a:
    get:
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                type: object
                properties:
                  a: {type: string, nullable: true, example: x}
                  b: {type: number, minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false}
                  c: {allOf: [{$ref: '#/components/schemas/C'}], nullable: true}
                  d: {type: string, format: binary}
components: {schemas: {C: {type: string}}}
`,
  });
  const schema = operation(api, 'getA').responses[0]?.content[0]?.schema;
  expect(schema).toEqual({
    type: 'object',
    properties: {
      a: {type: ['string', 'null'], examples: ['x']},
      b: {type: 'number', exclusiveMinimum: 0, maximum: 9},
      c: {anyOf: [{allOf: [{$ref: '#/schemas/C'}]}, {type: 'null'}]},
      d: {type: 'string', format: 'binary', contentMediaType: 'application/octet-stream'},
    },
  });
});

/** A document in which the answer of an operation has this content. */
function answering(content: string): Record<string, string> {
  return {
    'api.yaml': `${head}paths: {/a: {get: {responses: {'200': {description: ok, content: {${content}}}}}}}`,
  };
}

describe('an example', () => {
  const xml = '{type: object, properties: {a: {type: string}}}';

  test.each([
    `text/xml: {schema: ${xml}, example: '<a/>'}`,
    `text/xml: {schema: ${xml}, examples: {one: {value: '<a/>'}}}`,
    `text/xml: {schema: {type: object, example: '<a/>'}}`,
    `text/event-stream: {schema: {type: array, items: {type: object}}, example: 'data: {}'}`,
  ])('of a media type that is not JSON may be the text that is sent: %s', async content => {
    expect((await load(answering(content))).operations).toHaveLength(1);
  });

  test.each([
    `application/json: {schema: ${xml}, example: '<a/>'}`,
    `application/problem+json: {schema: ${xml}, example: '<a/>'}`,
    `text/xml: {schema: ${xml}, example: {a: 1}}`,
  ])('that is no such text must fit its schema: %s', async content => {
    await expect(load(answering(content))).rejects.toThrow(/Example value must conform to the schema/);
  });
});

const answer = `responses: {'200': {description: ok}}`;

test.each([
  [
    'extensions that other programs read, whatever is in them',
    `info: {title: T, version: '1', x-logo: {href: a, size: 1}}
paths: {/a: {get: {x-hideTryItPanel: c, x-badges: [{colour: b}], ${answer}}}}`,
  ],
  [
    'schemas with keywords of others',
    `info: {title: T, version: '1'}
components: {schemas: {A: {type: object, label: a, properties: {b: {widget: {type: c}, $ref: '#/components/schemas/B'}}}, B: {}}}
paths: {/a: {get: {${answer}}}}`,
  ],
  [
    'a parameter with a space in its name',
    `info: {title: T, version: '1'}
paths: {'/q/{thing id}': {get: {parameters: [{name: thing id, in: path, required: true, schema: {}}], ${answer}}}}`,
  ],
  [
    'a variable that no server uses',
    `info: {title: T, version: '1'}
servers: [{url: 'https://a.b', variables: {c: {default: d}}}]
paths: {/a: {get: {${answer}}}}`,
  ],
])('a document may have %s', async (_, content) => {
  expect((await load({'api.yaml': `openapi: 3.1.0\n${content}\n`})).operations).toHaveLength(1);
});

const withBooleanSchemas = `info: {title: T, version: '1'}
paths:
  /a:
    post:
      requestBody:
        content:
          application/json: {schema: {$ref: '#/components/schemas/A'}}
      responses: {'200': {description: ok}}
components:
  schemas:
    A:
      type: object
      properties: {any: true, never: false}
      allOf: [true, {not: false}]
`;

test('in OpenAPI 3.1, true and false are schemas, and local definitions have any name', async () => {
  const {operations} = await load({
    'api.yaml': `openapi: 3.1.0\n${withBooleanSchemas}      $defs: {'a/b c': {type: string}}\n`,
  });
  expect(operations[0]?.schemas['A']).toEqual({
    type: 'object',
    properties: {any: true, never: false},
    allOf: [true, {not: false}],
    $defs: {'a/b c': {type: 'string'}},
  });
});

describe('a broken document', () => {
  test('has true for a schema where OpenAPI is 3.0', async () => {
    await expect(load({'api.yaml': `openapi: 3.0.3\n${withBooleanSchemas}`})).rejects.toThrow(
      /A boolean stands here\. What belongs here is an object: a schema\./,
    );
  });

  test('is reported with file, line, column, pointer and cause of every fault', async () => {
    const file = {
      'api.yaml': `${head}paths:
  /a/{id}:
    get:
      responses:
        '200': {$ref: '#/components/responses/Nowhere'}
        '201':
          description: made
          content:
            application/json:
              schema: {type: object, required: [n], properties: {n: {type: integer}}}
              examples: {one: {value: {n: many}}}
      security: [{missing: []}]
`,
    };
    await expect(load(file)).rejects.toThrow(/api\.yaml has 4 problems:/);
    for (const line of [
      /api\.yaml:6:5 {2}#\/paths\/~1a~1\{id\}\/get\/parameters {2}.*path parameter `\{id\}`/,
      /api\.yaml:8:\d+ {2}#\/paths\/~1a~1\{id\}\/get\/responses\/200 {2}`#\/components\/responses\/Nowhere` leads nowhere\.\n/,
      /api\.yaml:14:\d+ {2}.*\/examples\/one\/value\/n {2}.*type must be integer.* The schema is at .*api\.yaml:13:/,
      /api\.yaml:15:\d+ {2}.*\/security\/0\/missing {2}There is no security scheme "missing"/,
    ]) {
      await expect(load(file)).rejects.toThrow(line);
    }
  });

  test.each([
    [
      'YAML that ends too early',
      'openapi: 3.1.0\ninfo: [a\npaths: {}\n',
      /api\.yaml:3:1 {2}This is not valid YAML: /,
    ],
    [
      'a repeated key',
      'openapi: 3.1.0\nopenapi: 3.1.0\n',
      /:2:1 {2}This is not valid YAML: duplicated mapping key/,
    ],
    ['no object', 'hello', /not an OpenAPI document.*openapi: 3\.1\.0/],
    ['an empty file', '', /not an OpenAPI document/],
    [
      'a version to come',
      'openapi: 9.0.0\ninfo: {title: T, version: "1"}\npaths: {}',
      /The version is written as "9\.0\.0"\. The document is read as OpenAPI 3\.1: write `openapi: "3\.1\.1"`/,
    ],
    ['a version to come that has no paths', 'openapi: 9.0.0', /not an OpenAPI document/],
    ['another kind of document', 'asyncapi: 3.0.0\nchannels: {}', /not an OpenAPI document/],
    [
      'an operation id given twice',
      `${head}paths: {/a: {get: {operationId: x, responses: {}}, put: {operationId: x, responses: {}}}}`,
      /:4:\d+ {2}.*\/put\/operationId {2}.*"x" is given twice.* line 4, column 33 \(#\/paths\/~1a\/get\/operationId\)/,
    ],
    [
      'a reproduction of an unknown shape',
      `${head}paths: {/a: {get: {responses: {'200': {description: a, x-reproduce: {summary: s, path: b}}}}}}`,
      /x-reproduce\/path {2}x-reproduce has a wrong member "path"/,
    ],
    [
      'a keyword of OpenAPI 3.0 in a 3.1 document',
      `${head}paths: {}\ncomponents: {schemas: {A: {type: string, nullable: true}}}`,
      /A\/nullable {2}OpenAPI 3\.1 has no `nullable`.*type: \[string, "null"\]/,
    ],
    [
      'an unknown keyword of a schema where OpenAPI is 3.0',
      `openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents: {schemas: {A: {label: a}}}`,
      /`label` is not expected here/,
    ],
    [
      'a parameter that its path does not have',
      `${head}paths: {/a: {get: {parameters: [{name: b, in: path, required: true, schema: {}}], responses: {}}}}`,
      /`b` is not used in the path/,
    ],
    [
      'a member that OpenAPI does not know',
      `${head}paths: {/a: {get: {response: {}, responses: {}}}}`,
      /`response` is not expected here.*Did you mean .*responses/,
    ],
  ])('names %s', async (_, content, message) => {
    await expect(load({'api.yaml': content})).rejects.toThrow(message);
  });

  test('that is not there says so', async () => {
    await expect(loadApi(join(folder, 'absent.yaml'))).rejects.toThrow(/absent\.yaml.*cannot be read/s);
  });
});

describe('a document with many faults', () => {
  const parameter = '{name: n, in: query, schema: {type: integer}, examples: {a: {value: text}}}';
  const paths = Array.from(
    {length: 60},
    (_, index) => `/p${index}: {get: {parameters: [${parameter}], responses: {}}}`,
  );
  const file = {'api.yaml': `${head}paths: {${paths.join(', ')}}`};

  test('shows the first and counts the others', async () => {
    await expect(load(file)).rejects.toThrow(/has 60 problems:\n(.*\n){50} {2}and 10 more\n/);
  });

  test('ends with how to go on, unless there is nothing to go on with', async () => {
    await expect(load(file)).rejects.toThrow(/\n.*leave out `strict: true` in docusaurus\.config\.ts.*$/);
    await expect(load({'api.yaml': 'hello'})).rejects.not.toThrow(/strict/);
  });

  test('loads all the same where it need not be without any, and lists them', async () => {
    const own = join(folder, 'faulty.yaml');
    await writeFile(own, file['api.yaml']);
    const {api, faults} = await loadDocument(own);
    expect(api.operations).toHaveLength(60);
    expect(faults).toHaveLength(60);
    expect(faults[0]?.message).toContain('type must be integer');
  });

  test('loads without its examples being checked when it is somebody else’s', async () => {
    const own = join(folder, 'foreign.yaml');
    await writeFile(own, file['api.yaml']);
    expect((await loadApi(own, {strict: true, checkExamples: false})).operations).toHaveLength(60);
  });
});
