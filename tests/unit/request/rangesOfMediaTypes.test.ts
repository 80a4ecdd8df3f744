import {expect, test} from 'vitest';

import {sampleRequest} from '../../../src/request/examples/sampleRequest';
import {apiWith, ask} from '../mock/support/mockOf';

const thing = {type: 'object', required: ['name'], properties: {name: {type: 'string'}}};

const bodyOf = (content: object) => {
  const requestBody = {required: true, content};
  const api = apiWith({requestBody, responses: {'200': {description: 'Done'}}}, '/thing', 'post');
  const body = api.operations.map(operation => sampleRequest(operation).request.body)[0];
  return {api, body};
};

test.each([
  ['*/*', thing, 'json', 'application/json'],
  ['application/*', {type: 'array', items: thing}, 'json', 'application/json'],
  ['*/*', {type: 'string', format: 'binary'}, 'file', 'application/octet-stream'],
  ['*/*', undefined, 'file', 'application/octet-stream'],
  ['image/*', thing, 'file', 'image/png'],
  ['text/*', {type: 'string'}, 'text', 'text/plain'],
])(
  'a body of %s with the schema %j is sent as %s, by a media type that can be sent',
  (range, schema, type, sent) => {
    expect(bodyOf({[range]: {schema}}).body).toMatchObject({type, mediaType: sent});
  },
);

test('a range beside JSON stays what it is', () => {
  const {api} = bodyOf({'application/json': {schema: thing}, '*/*': {schema: thing}});
  expect(api.operations[0]?.requestBody?.content.map(({type}) => type)).toEqual(['application/json', '*/*']);
});

test.each([
  ['{"name": "Ann"}', 200],
  ['{"name": 5}', 422],
])('the mock judges such a body by its schema: %s', async (body, status) => {
  const {api} = bodyOf({'*/*': {schema: thing}});
  const headers = {'Content-Type': 'application/json'};
  expect((await ask(api, '/thing', {method: 'POST', headers, body})).status).toBe(status);
});
