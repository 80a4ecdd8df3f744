import {describe, expect, test} from 'vitest';

import {apiWith, ask} from './support/mockOf';

describe('a parameter that is described by its media type', () => {
  const content = {
    'application/json': {
      schema: {
        type: 'object',
        required: ['max'],
        properties: {max: {type: 'integer'}, tags: {type: 'array'}},
      },
    },
  };
  const api = apiWith({
    parameters: [
      {name: 'filter', in: 'query', content},
      {name: 'X-Filter', in: 'header', content},
      {name: 'note', in: 'query', content: {'text/plain': {schema: {type: 'string', maxLength: 5}}}},
    ],
    responses: {'200': {description: 'Done'}},
  });

  test.each([
    ['{"max": 3, "tags": ["a", "b"]}', 200],
    ['{"max": "three"}', 422],
    ['{"max": 3', 422],
  ])('is read as a whole: %s is %i, in the query and in a header', async (text, status) => {
    expect((await ask(api, `/thing?filter=${encodeURIComponent(text)}`)).status).toBe(status);
    expect((await ask(api, '/thing', {headers: {'X-Filter': text}})).status).toBe(status);
  });

  test('is a text where it is not JSON', async () => {
    expect((await ask(api, '/thing?note=1,2')).status).toBe(200);
    expect((await ask(api, '/thing?note=1,2,3,4')).status).toBe(422);
  });
});
