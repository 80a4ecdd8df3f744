import {expect, test} from 'vitest';

import {apiOf, ask, jsonOf} from './support/mockOf';

const charge = {
  type: 'object',
  required: ['metadata', 'ids'],
  properties: {
    id: {type: 'string', readOnly: true},
    metadata: {type: 'object', additionalProperties: {type: 'string'}},
    ids: {type: 'array', items: {type: 'integer'}},
    note: {type: 'string'},
  },
};
const api = apiOf({
  paths: {
    '/charges/{id}': {
      get: {
        parameters: [{name: 'id', in: 'path', required: true, schema: {type: 'string'}}],
        responses: {200: {description: 'Read', content: {'application/json': {schema: charge}}}},
      },
    },
    '/charges': {
      post: {
        operationId: 'createCharge',
        requestBody: {
          content: {
            'application/x-www-form-urlencoded': {
              schema: charge,
              encoding: {
                metadata: {style: 'deepObject', explode: true},
                ids: {style: 'form', explode: false},
              },
            },
          },
        },
        responses: {
          201: {description: 'Made', content: {'application/json': {schema: charge}}},
          422: {description: 'Refused'},
        },
      },
    },
  },
});

function post(body: string): Promise<Response> {
  const headers = {'Content-Type': 'application/x-www-form-urlencoded'};
  return ask(api, '/charges', {method: 'POST', headers, body});
}

test('fields of a form are read by the styles that their encoding names', async () => {
  const made = await post('metadata%5Border%5D=a%2Cb&ids=1,2&note=x%2Cy+z');
  expect(made.status).toBe(201);
  expect(await jsonOf(made)).toMatchObject({metadata: {order: 'a,b'}, ids: [1, 2], note: 'x,y z'});
});

test('what such a style does not allow is refused', async () => {
  expect((await post('metadata=1&ids=1,2')).status).toBe(422);
  expect((await post('metadata%5Ba%5D=1&ids=1,x')).status).toBe(422);
});
