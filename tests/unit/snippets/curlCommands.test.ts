import {expect, test} from 'vitest';

import {parseCurl} from '../../../src/snippets/parse/curl/curl';
import {curlCommands} from './curlCommands';

test.each(curlCommands.map(command => [command.from, command] as const))(
  'the cURL command from %s is read, or said why not',
  (_, {command, sends, says}) => {
    const parsed = parseCurl(command);
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
