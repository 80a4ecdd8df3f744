import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

import {loadDocument, type LoadedDocument} from '../../../src/api/document/load';
import type {Operation} from '../../../src/api/operation';
import {createMock} from '../../../src/mock/mock';
import {sampleRequest} from '../../../src/request/examples/sampleRequest';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'versions-'));
});
afterAll(() => rm(folder, {recursive: true}));

/** Loads a document of this text, in which there may be no fault. */
async function load(text: string): Promise<LoadedDocument> {
  const file = join(folder, 'api.yaml');
  await writeFile(file, text);
  return loadDocument(file, {strict: true});
}

function operation({api}: LoadedDocument, id: string): Operation {
  const found = api.operations.find(candidate => candidate.id === id);
  if (!found) {
    throw new Error(`No operation ${id} among ${api.operations.map(({id: other}) => other).join(', ')}`);
  }
  return found;
}

describe('a document of OpenAPI 2.0', () => {
  let loaded: LoadedDocument;
  beforeAll(async () => {
    loaded = await load(`
swagger: '2.0'
info: {title: Pets, version: '1'}
host: api.pets.test
basePath: /v1
schemes: [https]
consumes: [application/json]
produces: [application/json]
securityDefinitions:
  key: {type: apiKey, in: header, name: X-Key}
  login: {type: oauth2, flow: accessCode, authorizationUrl: 'https://a.test', tokenUrl: 'https://t.test', scopes: {read: Reads}}
security: [{key: []}]
paths:
  /pets/{id}:
    parameters:
      - {name: id, in: path, required: true, type: integer, minimum: 1}
      - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: pipes}
    get:
      operationId: getPet
      produces: [application/xml]
      responses:
        200: {description: A pet, schema: {$ref: '#/definitions/Pet'}, headers: {X-Rest: {type: integer}}}
        404: {$ref: '#/responses/Missing'}
    put:
      operationId: putPet
      parameters:
        - {$ref: '#/parameters/Body'}
        - {name: id, in: path, required: true, type: string}
      responses: {200: {description: Done}}
    post:
      operationId: sendForm
      consumes: [multipart/form-data]
      security: [{login: [read]}]
      parameters:
        - {name: photo, in: formData, required: true, type: file}
        - {name: size, in: formData, type: string, enum: [s, m]}
      responses: {default: {description: Done}}
parameters:
  Body: {name: pet, in: body, required: true, schema: {$ref: '#/definitions/Pet'}}
responses:
  Missing: {description: None, schema: {type: object}}
definitions:
  Pet:
    type: object
    discriminator: kind
    required: [kind]
    properties: {kind: {type: string}, constructor: {type: string}, tag: {type: string, x-nullable: true}}
`);
  });

  test('has its servers, answers by their media types, and headers', () => {
    expect(operation(loaded, 'getPet')).toMatchObject({
      servers: [{url: 'https://api.pets.test/v1'}],
      responses: [
        {
          status: '200',
          headers: [{name: 'X-Rest', schema: {type: 'integer'}}],
          content: [{type: 'application/xml', schema: {$ref: '#/schemas/Pet'}}],
        },
        {status: '404', description: 'None', content: [{type: 'application/json'}]},
      ],
    });
  });

  test('has its parameters, those of an operation winning over those of the path', () => {
    expect(operation(loaded, 'getPet').parameters).toMatchObject([
      {name: 'id', in: 'path', schema: {type: 'integer', minimum: 1}},
      {name: 'tags', in: 'query', style: 'pipeDelimited', schema: {type: 'array'}},
    ]);
    expect(operation(loaded, 'putPet').parameters[0]).toMatchObject({name: 'id', schema: {type: 'string'}});
  });

  test('has bodies, from a body parameter and from those of a form', () => {
    expect(operation(loaded, 'putPet').requestBody).toMatchObject({
      required: true,
      content: [{type: 'application/json', schema: {$ref: '#/schemas/Pet'}}],
    });
    expect(operation(loaded, 'sendForm').requestBody?.content).toMatchObject([
      {
        type: 'multipart/form-data',
        schema: {
          required: ['photo'],
          properties: {photo: {type: 'string', format: 'binary'}, size: {enum: ['s', 'm']}},
        },
      },
    ]);
  });

  test('has its schemas and its security', () => {
    expect(operation(loaded, 'putPet').schemas['Pet']).toMatchObject({
      discriminator: {propertyName: 'kind'},
      properties: {constructor: {type: 'string'}},
    });
    expect(operation(loaded, 'getPet').securitySchemes).toMatchObject([{type: 'apiKey', name: 'X-Key'}]);
    expect(operation(loaded, 'sendForm').securitySchemes).toMatchObject([
      {type: 'oauth2', flows: {authorizationCode: {tokenUrl: 'https://t.test'}}},
    ]);
  });

  test('is offered as it is written', () => {
    expect(loaded.document).toMatchObject({swagger: '2.0', definitions: {Pet: {discriminator: 'kind'}}});
  });
});

test('a document of OpenAPI 2.0 may have names that every object inherits', async () => {
  const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString'];
  const file = join(folder, 'names.json');
  const properties = names.map(name => `"${name}": {"type": "string"}`).join(', ');
  const definitions = names.map(name => `"${name}": {"type": "object", "properties": {${properties}}}`);
  const paths = names.map(
    name =>
      `"/${name}": {"post": {"operationId": "${name}", "parameters": [{"name": "${name}", "in": "formData", "type": "string"}], "responses": {"200": {"description": "ok", "schema": {"$ref": "#/definitions/${name}"}}}}}`,
  );
  await writeFile(
    file,
    `{"swagger": "2.0", "info": {"title": "T", "version": "1"}, "paths": {${paths.join(', ')}}, "definitions": {${definitions.join(', ')}}}`,
  );
  const {api} = await loadDocument(file);
  expect(api.operations.map(({id, path}) => [id, path])).toEqual(names.map(name => [name, `/${name}`]));
  for (const {id, schemas, requestBody, responses} of api.operations) {
    expect(Object.keys(schemas)).toEqual([id]);
    expect(
      Object.keys(
        Object.values(schemas).map(schema =>
          typeof schema === 'object' ? (schema.properties ?? {}) : {},
        )[0] ?? {},
      ),
    ).toEqual(names);
    expect(JSON.stringify(requestBody)).toContain(`"${id}":`);
    expect(responses[0]?.content[0]?.schema).toEqual({$ref: `#/schemas/${id}`});
  }
});

describe('a document of OpenAPI 3.2', () => {
  let loaded: LoadedDocument;
  beforeAll(async () => {
    loaded = await load(`
openapi: 3.2.0
$self: https://docs.test/openapi.yaml
info: {title: Logs, version: '1'}
servers: [{url: 'https://api.test', name: main}]
tags: [{name: all, summary: All of it}, {name: logs, parent: all, kind: nav}]
security: [{device: []}]
paths:
  /logs:
    query:
      operationId: searchLogs
      tags: [logs]
      requestBody: {content: {application/json: {schema: {type: object, properties: {text: {type: string}}}}}}
      responses:
        '200':
          description: Lines
          content: {application/jsonl: {itemSchema: {$ref: '#/components/schemas/Line'}}}
    get:
      operationId: listLogs
      parameters:
        - name: filter
          in: querystring
          required: true
          content:
            application/x-www-form-urlencoded:
              schema: {type: object, properties: {level: {type: string}, page: {type: integer}}}
              example: {level: high, page: 2}
      responses: {'200': {description: ok}}
    additionalOperations:
      COPY:
        operationId: copyLogs
        responses: {'204': {description: Copied}}
components:
  schemas: {Line: {type: object, properties: {text: {type: string}}}}
  securitySchemes:
    device:
      type: oauth2
      flows:
        deviceAuthorization: {deviceAuthorizationUrl: 'https://a.test/device', tokenUrl: 'https://a.test/token', scopes: {}}
`);
  });

  test('has operations of the method QUERY, and of any other', () => {
    expect(loaded.api.operations.map(({id, method}) => [id, method])).toEqual([
      ['searchLogs', 'QUERY'],
      ['listLogs', 'GET'],
      ['copyLogs', 'COPY'],
    ]);
    expect(operation(loaded, 'searchLogs').requestBody?.content).toHaveLength(1);
  });

  test('has a sequence as a list of its items', () => {
    expect(operation(loaded, 'searchLogs')).toMatchObject({
      responses: [{content: [{schema: {type: 'array', items: {$ref: '#/schemas/Line'}}}]}],
      schemas: {Line: {type: 'object'}},
    });
  });

  test('has a whole query as a parameter, which is sent as the form that it is', () => {
    expect(sampleRequest(operation(loaded, 'listLogs')).request.url).toBe(
      'https://api.test/logs?level=high&page=2',
    );
  });

  test('has nested tags and the flow of devices', () => {
    expect(loaded.api.tags).toEqual([
      {name: 'all', title: 'All of it'},
      {name: 'logs', parent: 'all'},
    ]);
    expect(operation(loaded, 'copyLogs').securitySchemes).toMatchObject([
      {flows: {deviceAuthorization: {tokenUrl: 'https://a.test/token'}}},
    ]);
  });

  test('has a mock that knows these methods', async () => {
    const headers = {Authorization: 'Bearer mock-device'};
    const mock = createMock({api: loaded.api});
    const status = async (method: string): Promise<number> =>
      (await mock.handle(new Request('https://api.test/logs', {method, headers}))).status;
    expect([await status('COPY'), await status('MOVE')]).toEqual([204, 405]);
  });
});
