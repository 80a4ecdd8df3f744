import {expect, test} from 'vitest';

import {parseSnippet} from '../../../src/snippets/parse';
import {curlCommands} from './curlCommands';

test.each(curlCommands.map(command => [command.from, command] as const))(
  'the cURL command from %s is read, or said why not',
  async (_, {command, sends, says}) => {
    const parsed = await parseSnippet(command, 'curl');
    if (sends) {
      expect('request' in parsed ? parsed.request : parsed).toMatchObject(sends);
    } else {
      expect(parsed).toHaveProperty('problems');
    }
    const words = 'problems' in parsed ? parsed.problems.map(({message}) => message) : parsed.notes;
    expect(words).toEqual(says ? [expect.stringMatching(says)] : []);
  },
);

test('there are sixty of them', () => {
  expect(curlCommands.length).toBeGreaterThanOrEqual(60);
});
