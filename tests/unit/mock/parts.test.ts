import {expect, test} from 'vitest';

import {partFields} from '../../../src/request/form/partFields';
import {apiWith, ask} from './support/mockOf';

test.each<[string, object, 'file' | 'text']>([
  ['a picture in base64', {type: 'string', contentEncoding: 'base64', contentMediaType: 'image/png'}, 'text'],
  ['a picture', {type: 'string', contentMediaType: 'image/png'}, 'file'],
  ['a picture or null', {type: ['string', 'null'], contentMediaType: 'image/png'}, 'file'],
  ['a text of a media type', {type: 'string', contentMediaType: 'text/csv'}, 'text'],
  ['JSON in a text', {type: 'string', contentMediaType: 'application/json'}, 'text'],
  ['bytes', {type: 'string', format: 'binary'}, 'file'],
  ['bytes in a part', {allOf: [{type: 'string', format: 'binary'}]}, 'file'],
])('%s in a form is the same for the form and the mock', async (_, schema, type) => {
  const part = {allOf: [schema, {maxLength: 15}]};
  const content = {'multipart/form-data': {schema: {type: 'object', properties: {part}}}};
  const api = apiWith({requestBody: {content}, responses: {'200': {description: 'Done'}}}, '/thing', 'post');
  const [operation] = api.operations;
  const media = operation?.requestBody?.content[0];
  expect(operation && media && partFields(operation, media, []).map(field => field.type)).toEqual([type]);
  // A text is judged by its rules, of a file the name is.
  const body = new FormData();
  body.append('part', 'longer than its rule');
  expect((await ask(api, '/thing', {method: 'POST', body})).status).toBe(type === 'text' ? 422 : 200);
});
