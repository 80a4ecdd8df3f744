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
