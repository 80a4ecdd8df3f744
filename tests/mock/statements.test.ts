import {describe, expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import rules from '../../src/cloudindex/mock/rules';
import {createMock} from '../../src/mock/mock';
import {basics} from './statements/basics';
import {limits} from './statements/limits';
import {mockSettings} from './statements/mockSettings';
import {retrieval} from './statements/retrieval';
import {wordsOf, type Tools} from './statements/statement';
import {tasks} from './statements/tasks';
import {sendTo} from './support/client';

const api = await loadApi('static/openapi.yaml');

function freshTools(): Tools {
  let now = Date.UTC(2026, 0, 2);
  const mock = createMock({rules, api, clock: () => now, wait: () => Promise.resolve()});
  const send = sendTo(mock);
  return {
    mock,
    send,
    status: async (...request) => (await send(...request)).status,
    json: async (...request) => (await send(...request)).json(),
    later: ms => (now += ms),
  };
}

describe('what the pages state', () => {
  test.each([...basics, ...limits, ...mockSettings, ...retrieval, ...tasks])(
    '$page: $says',
    async ({page, says, proof}) => {
      expect(wordsOf(page)).toContain(says);
      await proof(freshTools());
    },
  );
});
