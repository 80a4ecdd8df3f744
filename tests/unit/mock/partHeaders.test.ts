import {toString} from 'mdast-util-to-string';
import {expect, test} from 'vitest';

import {multipartBody} from '../../../src/client/multipart';
import {operationToMdast} from '../../../src/plugin/operationPage';
import type {Part} from '../../../src/request/apiRequest';
import {valuesFromRequest} from '../../../src/request/back/valuesFromRequest';
import {sampleRequest} from '../../../src/request/examples/sampleRequest';
import {partFields} from '../../../src/request/form/partFields';
import {buildRequest} from '../../../src/request/wire/build';
import {generateSnippet, readableLanguages} from '../../../src/snippets';
import {parseSnippet} from '../../../src/snippets/parse';
import {apiWith, ask, operationOf} from './support/mockOf';

const api = apiWith(
  {
    operationId: 'send',
    requestBody: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: {type: 'object', properties: {meta: {type: 'string'}, note: {type: 'string'}}},
          encoding: {
            meta: {
              contentType: 'application/xml',
              headers: {
                'X-Part': {required: true, description: 'Which one', schema: {enum: ['seven', 'eight']}},
                'X-Free': {schema: {type: 'string'}},
                'Content-Type': {schema: {type: 'string'}},
              },
            },
          },
          example: {meta: '<a/>', note: 'n'},
        },
      },
    },
    responses: {'200': {description: 'Done'}},
  },
  '/thing',
  'post',
);
const operation = operationOf(api, 'send');
const seven = [{name: 'X-Part', value: 'seven'}];

test('the page tells the headers of a part and its media type', () => {
  const page = toString(operationToMdast(operation));
  expect(page).toContain('Written as application/xml.');
  expect(page).toContain('Header of the part: X-Part, string, required. Which one. One of seven, eight.');
  expect(page).toContain('Header of the part: X-Free, string.');
});

test('the form says with which header a part is sent', () => {
  const [media] = operation.requestBody?.content ?? [];
  const fields = media ? partFields(operation, media, []) : [];
  expect(fields.map(({field}) => field.conditions)).toEqual(['Sent with the header X-Part: seven.', '']);
});

test('a sample carries the header where it must be there, and stays the same when its code is read', async () => {
  const {request} = sampleRequest(operation);
  expect(request.body).toMatchObject({
    parts: [
      {name: 'meta', value: '<a/>', mediaType: 'application/xml', headers: seven},
      {name: 'note', value: 'n'},
    ],
  });
  for (const {id} of readableLanguages) {
    const read = await parseSnippet(generateSnippet(request, id, {credentials: 'literal'}), id);
    expect('request' in read && read.request.body, id).toEqual(request.body);
  }
});

test('a header that was taken out of the code does not come back', () => {
  const {request} = sampleRequest(operation);
  const bare: readonly Part[] = [{name: 'meta', value: '<a/>', mediaType: 'application/xml'}];
  const values = valuesFromRequest(operation, {...request, body: {type: 'multipart', parts: bare}});
  const built = buildRequest(operation, values, {baseUrl: '', credentials: []});
  expect(built.request.body).toEqual({type: 'multipart', parts: bare});
});

test.each<[string, readonly Part[], number]>([
  ['the header that must be there', [{name: 'meta', value: '<a/>', headers: seven}], 200],
  ['no header', [{name: 'meta', value: '<a/>'}], 422],
  [
    'a value that is not allowed',
    [{name: 'meta', value: '<a/>', headers: [{name: 'x-part', value: 'nine'}]}],
    422,
  ],
])('the mock judges a part with %s', async (_, parts, status) => {
  const {mediaType, content} = multipartBody(parts, () => new Blob());
  const response = await ask(api, '/thing', {
    method: 'POST',
    body: content,
    headers: {'Content-Type': mediaType},
  });
  expect(response.status).toBe(status);
});
