import {mkdtemp, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';

import {loadApi} from '../../../src/api/document/load';
import type {Operation} from '../../../src/api/operation';
import {reproductionRequest} from '../../../src/request/examples/reproduce';
import {sampleRequest} from '../../../src/request/examples/sampleRequest';
import {generateSnippet} from '../../../src/snippets';

/** The only operation of a document, which has no examples. */
async function operationOf(path: string, method: string, members: string): Promise<Operation> {
  const file = join(await mkdtemp(join(tmpdir(), 'sample-')), 'api.yaml');
  await writeFile(
    file,
    `openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: https://a.test}]
paths:
  ${path}:
    ${method}:
${members.replace(/^/gm, '      ')}
      responses: {'200': {description: ok}}
`,
  );
  const [operation] = (await loadApi(file)).operations;
  if (!operation) {
    throw new Error('The document has no operation.');
  }
  return operation;
}

const upload = (required: string): string =>
  `requestBody: {content: {multipart/form-data: {schema: {type: object, required: ${required}, properties: {file: {type: string, format: binary}, note: {type: string}}}}}}`;

test('a form without parts is posted by every sample', async () => {
  const {request} = sampleRequest(await operationOf('/u', 'post', upload('[]')));
  expect(generateSnippet(request, 'curl')).toContain('--request POST');
});

test('a file that a form requires stands in the sample', async () => {
  const {request} = sampleRequest(await operationOf('/u', 'post', upload('[file, note]')));
  expect(generateSnippet(request, 'curl')).toContain('--form file=@file');
});

test('a list that the query requires has an item', async () => {
  const operation = await operationOf(
    '/pets',
    'get',
    `parameters:
- {in: query, name: status, required: true, schema: {type: array, items: {enum: [sold]}}}
- {in: query, name: filter, required: true, style: deepObject, schema: {type: object, properties: {age: {type: integer}}}}
- {in: query, name: tags, schema: {type: array, items: {type: string}}}`,
  );
  expect(sampleRequest(operation).request.url).toBe('https://a.test/pets?status=sold&filter%5Bage%5D=0');
});

test('what is reproduced goes where the sample goes', async () => {
  const operation = await operationOf(
    '/users/{name}',
    'get',
    'parameters: [{in: path, name: name, required: true, schema: {type: string}}]',
  );
  expect(sampleRequest(operation).request.url).toBe('https://a.test/users/name');
  expect(reproductionRequest(operation, undefined, 'https://a.test').url).toBe('https://a.test/users/name');
});

test('a header that triggers an error takes the place of the one that the request has, whatever its case', async () => {
  const operation = await operationOf(
    '/x',
    'get',
    'parameters: [{in: header, name: X-Mode, required: true, schema: {type: string, default: plain}}]',
  );
  const headersWith = (headers: Record<string, string>) =>
    reproductionRequest(operation, {summary: 'S', parameters: {}, headers}, 'https://a.test').headers;
  expect(headersWith({'X-Other': '1'})).toEqual([
    {name: 'X-Mode', value: 'plain'},
    {name: 'X-Other', value: '1'},
  ]);
  expect(headersWith({'x-mode': 'odd'})).toEqual([{name: 'x-mode', value: 'odd'}]);
});

test('a body of XML starts with all that it may hold, as no form adds it', async () => {
  const operation = await operationOf(
    '/x',
    'post',
    'requestBody: {content: {application/xml: {schema: {type: object, required: [a], properties: {a: {type: string}}}}}}',
  );
  expect(sampleRequest(operation).request.body).toEqual({
    type: 'text',
    mediaType: 'application/xml',
    text: '<?xml version="1.0" encoding="UTF-8"?>\n<root>\n  <a>text</a>\n</root>',
  });
});
