import {expect, test} from 'vitest';

import {apiOf} from '../mock/support/mockOf';

const inQuery = (name: string): object => ({type: 'apiKey', in: 'query', name});

test('keys that go together are read from variables of their own, alternatives may share one', () => {
  const api = apiOf({
    security: [{key: [], 'user token': []}, {bearer: []}],
    paths: {'/boards': {get: {responses: {200: {description: 'Done'}}}}},
    components: {
      securitySchemes: {
        key: inQuery('key'),
        'user token': inQuery('token'),
        bearer: {type: 'http', scheme: 'bearer'},
      },
    },
  });
  const variables = api.operations[0]?.securitySchemes.map(({id, env}) => [id, env]);
  expect(variables).toEqual([
    ['key', 'T_API_KEY'],
    ['user token', 'T_USER_TOKEN'],
    ['bearer', 'T_API_KEY'],
  ]);
});

test.each<[string, string, string]>([
  ['query', 'key', 'key'],
  ['header', 'X-Api-Key', 'x-api-key'],
  ['cookie', 'sid', 'sid'],
])('a key in the %s that is a parameter as well is told and asked for once', (location, named, described) => {
  const api = apiOf({
    security: [{key: []}],
    paths: {
      '/boards': {
        get: {
          parameters: [
            {in: location, name: described, required: true, schema: {type: 'string'}},
            {in: 'query', name: 'page', schema: {type: 'integer'}},
          ],
          responses: {200: {description: 'Done'}},
        },
      },
    },
    components: {securitySchemes: {key: {type: 'apiKey', in: location, name: named}}},
  });
  expect(api.operations[0]?.parameters.map(({name}) => name)).toEqual(['page']);
  expect(api.operations[0]?.securitySchemes.map(({id}) => id)).toEqual(['key']);
});
