import {describe, expect, test} from 'vitest';

import {matchOperation} from '../../../src/request/back/matchOperation';
import {sampleRequest} from '../../../src/request/examples/sampleRequest';
import {apiOf, ask, operationOf} from '../mock/support/mockOf';

const done = (text: string) => ({
  responses: {'200': {description: 'Done', content: {'text/plain': {example: text}}}},
});

describe('a path that holds a query', () => {
  const api = apiOf({
    paths: {
      '/index.php?route=api/log': {
        get: {
          operationId: 'log',
          parameters: [{name: 'id', in: 'query', required: true, schema: {type: 'integer'}, example: 1}],
          ...done('log'),
        },
      },
      '/index.php?route=api/user&by={by}': {get: {operationId: 'user', ...done('user')}},
      '/index.php': {get: {operationId: 'start', ...done('start')}},
    },
  });
  const sample = (id: string) => sampleRequest(operationOf(api, id)).request;

  test('is sent once, before what else the query holds', () => {
    expect(sample('log').url).toBe('https://t.test/v1/index.php?route=api/log&id=1');
    expect(sample('start').url).toBe('https://t.test/v1/index.php');
  });

  test('is read as parameters, of which those in braces are to be filled in', () => {
    expect(operationOf(api, 'user').parameters).toMatchObject([
      {name: 'route', in: 'query', required: true, schema: {const: 'api/user'}},
      {name: 'by', in: 'query', required: true, schema: {type: 'string'}},
    ]);
  });

  test('tells operations of one path apart: in the mock, and where code is read', async () => {
    for (const id of ['log', 'user', 'start']) {
      const request = sample(id);
      const answer = await ask(api, request.url.replace('https://t.test/v1', ''));
      expect(await answer.text()).toBe(id);
      expect(matchOperation(api.operations, request)?.id).toBe(id);
    }
  });
});
