import {mkdtemp, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {toString} from 'mdast-util-to-string';
import {expect, test} from 'vitest';

import {loadApi} from '../../../src/api/document/load';
import type {Api} from '../../../src/api/operation';
import {operationToMdast} from '../../../src/plugin/operationPage';
import {valuesFromRequest} from '../../../src/request/back/valuesFromRequest';
import {sampleRequest} from '../../../src/request/examples/sampleRequest';
import {buildRequest} from '../../../src/request/wire/build';
import {ask, operationOf} from '../mock/support/mockOf';

/** An OpenAPI 2.0 document of one operation. */
async function load(operation: object, method = 'get'): Promise<Api> {
  const file = join(await mkdtemp(join(tmpdir(), 'swagger-')), 'api.json');
  const head = {swagger: '2.0', info: {title: 'T', version: '1'}, host: 'a.test', schemes: ['https']};
  const described = {operationId: 'do', responses: {'200': {description: 'Done'}}, ...operation};
  await writeFile(file, JSON.stringify({...head, paths: {'/x': {[method]: described}}}));
  return loadApi(file);
}

test.each([
  ['tsv', '?tags=a%09b%2Cc'],
  ['pipes', '?tags=a%7Cb%2Cc'],
  ['ssv', '?tags=a%20b%2Cc'],
  ['csv', '?tags=a,b%2Cc'],
  ['multi', '?tags=a&tags=b%2Cc'],
])(
  'a list in a query is joined by %s, read back the same, and taken by the mock',
  async (collectionFormat, query) => {
    const list = {type: 'array', items: {type: 'string', enum: ['a', 'b,c']}, collectionFormat};
    const api = await load({parameters: [{name: 'tags', in: 'query', minItems: 2, ...list}]});
    const operation = operationOf(api, 'do');
    const values = {parameters: {'query.tags': '["a","b,c"]'}, headers: [], bodies: {}};
    const {request} = buildRequest(operation, values, {baseUrl: 'https://a.test', credentials: []});
    expect(new URL(request.url).search).toBe(query);
    expect(valuesFromRequest(operation, request).parameters).toEqual(values.parameters);
    expect((await ask(api, `/x${query}`)).status).toBe(200);
  },
);

test('a field of a form may be null where the document says so', async () => {
  const fields = ['a', 'b'].map(name => ({name, in: 'formData', type: 'string', 'x-nullable': name === 'a'}));
  const api = await load({consumes: ['multipart/form-data'], parameters: fields}, 'post');
  const page = toString(operationToMdast(operationOf(api, 'do')));
  expect(page).toContain('string or null');
  expect(page.match(/or null/g)).toHaveLength(1);
});

test.each([
  [['application/pdf'], 'The body is application/pdf.', 'application/pdf'],
  [[], 'The body is */*.', 'application/octet-stream'],
])('a file that is returned as %j is told, saved and sent as one', async (produces, words, mediaType) => {
  const api = await load({produces, responses: {'200': {description: 'Done', schema: {type: 'file'}}}});
  const operation = operationOf(api, 'do');
  const page = toString(operationToMdast(operation));
  expect(page).toContain(words);
  expect(page).not.toContain('Holds');
  expect(sampleRequest(operation).request.expects).toMatchObject({type: 'file'});
  const response = await ask(api, '/x');
  expect(response.headers.get('Content-Type')).toBe(mediaType);
});
