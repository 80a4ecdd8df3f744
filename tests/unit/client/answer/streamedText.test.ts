import {expect, test} from 'vitest';

import {streamedText} from '../../../../src/client/answer/streamedText';
import {parseEventStream} from '../../../../src/client/eventStream';

function textOf(...events: readonly (readonly [event: string | undefined, data: unknown])[]): string {
  const lines = events.map(
    ([event, data]) =>
      `${event === undefined ? '' : `event: ${event}\n`}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`,
  );
  return streamedText(parseEventStream(lines.join('')));
}

test.each([
  [
    'named deltas, and not the whole at the end',
    [
      ['message.started', {id: 1}],
      ['message.delta', {text: 'A re'}],
      ['message.delta', {text: 'fund.'}],
      ['message.completed', {content: 'A refund.'}],
    ],
  ],
  [
    'deltas that are text',
    [
      [undefined, {type: 'output', delta: 'A re'}],
      [undefined, {type: 'output', delta: 'fund.'}],
    ],
  ],
  [
    'deltas that hold text',
    [
      ['block', {delta: {type: 'text', text: 'A re'}}],
      ['block', {delta: {text: 'fund.'}}],
    ],
  ],
  [
    'the first of several choices, up to a mark that is no JSON',
    [
      [undefined, {choices: [{delta: {role: 'a'}}]}],
      [undefined, {choices: [{delta: {content: 'A re'}}]}],
      [undefined, {choices: [{delta: {content: 'fund.'}}, {delta: {content: 'other'}}]}],
      [undefined, '[DONE]'],
    ],
  ],
  [
    'tokens',
    [
      ['token', {token: 'A re'}],
      ['token', {token: 'fund.'}],
    ],
  ],
] as const)('the text of a stream is joined from %s', (_, events) => {
  expect(textOf(...events)).toBe('A refund.');
});

test.each([
  ['ticks', [['tick', {id: 1, text: 'no piece'}]]],
  [
    'plain text',
    [
      [undefined, 'A line'],
      [undefined, 'delta'],
    ],
  ],
  ['broken JSON', [['message.delta', '{"text": ']]],
] as const)('a stream of %s has no text', (_, events) => {
  expect(textOf(...events)).toBe('');
});
