import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

import {loadDocument, type LoadOptions, type LoadedDocument} from '../../../src/api/document/load';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'internal-'));
});
afterAll(() => rm(folder, {recursive: true}));

async function load(text: string, options: LoadOptions = {}): Promise<LoadedDocument> {
  const file = join(await mkdtemp(join(folder, 'case-')), 'api.yaml');
  await writeFile(file, text);
  return loadDocument(file, options);
}

const head = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\nservers: [{url: https://api.test}]\n';
const answer = `responses: {'200': {description: ok}}`;

/** What is left of a document, as one text, in which nothing may tell of "secret". */
async function leftOf(text: string): Promise<string> {
  const {api, document} = await load(text);
  return JSON.stringify({api, document});
}

const ids = ({api}: LoadedDocument): readonly string[] => api.operations.map(({id}) => id);

describe('what is marked with x-internal is left out of the model and of the copy of the document:', () => {
  test.each([
    ['an operation', `paths: {/a: {get: {x-internal: true, operationId: secret, ${answer}}}}`],
    [
      'an operation whose mark is written with an escape',
      `paths: {/a: {get: {"x\\u002dinternal": true, operationId: secret, ${answer}}}}`,
    ],
    ['a path', `paths: {/secret: {x-internal: true, get: {${answer}}}}`],
    ['a path all of whose operations are', `paths: {/secret: {get: {x-internal: true, ${answer}}}}`],
    ['a webhook', `paths: {}\nwebhooks: {secret: {post: {x-internal: true, ${answer}}}}`],
    [
      'a parameter',
      `paths: {/a: {get: {parameters: [{x-internal: true, in: query, name: secret, schema: {type: string}}], ${answer}}}}`,
    ],
    [
      'a parameter by reference',
      `paths: {/a: {get: {parameters: [{$ref: '#/components/parameters/Secret'}], ${answer}}}}
components: {parameters: {Secret: {x-internal: true, in: query, name: secret, schema: {type: string}}}}`,
    ],
    [
      'a property, also where it is required',
      `paths: {/a: {post: {requestBody: {content: {application/json: {schema: {type: object, required: [secret], properties: {secret: {type: string, x-internal: true}}}}}}, ${answer}}}}`,
    ],
    [
      'a property that a schema joined with its own requires',
      `paths: {/a: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/New'}}}}, ${answer}}}}
components:
  schemas:
    New: {required: [secret, name], allOf: [{$ref: '#/components/schemas/User'}, {required: [secret]}]}
    User: {type: object, properties: {name: {type: string}, secret: {type: string, x-internal: true}}}`,
    ],
    [
      'a schema, with what refers to it',
      `paths: {/a: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}, ${answer}}}}
components:
  schemas:
    Pet:
      discriminator: {propertyName: kind, mapping: {cat: Cat, secret: Secret}}
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Secret'}]
    Cat: {type: object, properties: {kind: {type: string}, of: {$ref: '#/components/schemas/Secret/properties/secret'}}}
    Secret: {x-internal: true, type: object, properties: {secret: {type: string}}}`,
    ],
    [
      'a tag, with the tags below it, its operations, and its name in groups',
      `tags: [{name: secret, x-internal: true}, {name: secret child, parent: secret}]
x-tagGroups: [{name: All, tags: [secret, open]}]
paths:
  /a: {get: {tags: [secret, open], operationId: a, ${answer}}}
  /secret: {get: {tags: [secret], ${answer}}}
  /secret/child: {get: {tags: [secret child], ${answer}}}`,
    ],
    [
      'a link to an operation',
      `paths:
  /a: {get: {responses: {'200': {description: ok, links: {next: {operationId: secret}, other: {operationRef: '#/paths/~1secret/get'}}}}}}
  /secret: {x-internal: true, get: {operationId: secret, ${answer}}}`,
    ],
    [
      'components that nothing else refers to',
      `paths:
  /a: {get: {${answer}}}
  /b: {get: {x-internal: true, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Secret'}}}}}}}
components: {schemas: {Secret: {properties: {next: {$ref: '#/components/schemas/Secret'}}}}}`,
    ],
  ])('%s', async (_, text) => {
    expect(await leftOf(head + text)).not.toMatch(/secret/i);
    expect(JSON.stringify((await load(head + text, {showInternal: true})).document)).toMatch(/secret/i);
  });

  test('the values of a property in every kind of example', async () => {
    const body = (schema: string, rest: string): string =>
      `{post: {requestBody: {content: {application/json: {schema: ${schema}, ${rest}}}}, ${answer}}}`;
    const left = await leftOf(`${head}
paths:
  /a: ${body(`{$ref: '#/components/schemas/User'}`, `example: {name: Ada, secret: 1}`)}
  /b: ${body(`{type: array, items: {$ref: '#/components/schemas/User'}}`, `examples: {one: {value: [{name: Bo, secret: 1}]}, two: {$ref: '#/components/examples/Two'}}`)}
  /c: ${body(`{allOf: [{$ref: '#/components/schemas/User'}], default: {name: Cy, secret: 1}}`, `example: {name: Di, of: {secret: 1}}`)}
components:
  examples: {Two: {value: [{name: Eve, secret: 1}]}}
  schemas:
    User:
      example: {name: Flo, secret: 1}
      examples: [{name: Gil, secret: 1}]
      properties: {name: {type: string}, of: {$ref: '#/components/schemas/User'}, secret: {type: integer, x-internal: true}}`);
    expect(left).not.toContain('secret');
    for (const name of ['Ada', 'Bo', 'Cy', 'Di', 'Eve', 'Flo', 'Gil']) {
      expect(left).toContain(name);
    }
  });

  test('in OpenAPI 2.0 as well', async () => {
    const left = await leftOf(`swagger: '2.0'
info: {title: T, version: '1'}
paths:
  /a: {get: {operationId: a, responses: {200: {description: ok, schema: {$ref: '#/definitions/User'}, examples: {application/json: {name: Ada, secret: 1}}}}}}
  /secret: {get: {x-internal: true, responses: {200: {description: ok, schema: {$ref: '#/definitions/Secret'}}}}}
definitions:
  User: {type: object, properties: {name: {type: string}, secret: {type: integer, x-internal: true}}}
  Secret: {type: string}`);
    expect(left).not.toMatch(/secret/i);
    expect(left).toContain('Ada');
  });
});

describe('all else stays:', () => {
  test('a document without marks is the one that was written', async () => {
    const text = `${head}paths: {/a: {get: {x-internal: false, operationId: a, ${answer}}}}\ncomponents: {schemas: {Spare: {type: string}}}`;
    const loaded = await load(text);
    expect(ids(loaded)).toEqual(['a']);
    expect(loaded.hidesInternal).toBe(false);
    expect(loaded.document).toHaveProperty('components.schemas.Spare');
  });

  test('what is beside a marked part, and components that something else refers to, or nothing did', async () => {
    const loaded = await load(`${head}security: []
paths:
  /a:
    get: {operationId: a, responses: {'200': {description: ok, headers: {x-internal: {schema: {type: string}}}, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}
    post: {x-internal: true, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Cat'}}}}}}
components:
  schemas:
    Pet: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
    Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}
    Spare: {type: string}`);
    expect(loaded.hidesInternal).toBe(true);
    expect(ids(loaded)).toEqual(['a']);
    for (const name of ['Pet', 'Cat', 'Spare']) {
      expect(loaded.document).toHaveProperty(`components.schemas.${name}`);
    }
    expect(loaded.document['security']).toEqual([]);
    expect(loaded.api.operations[0]?.responses[0]?.headers.map(({name}) => name)).toEqual(['x-internal']);
  });
});
