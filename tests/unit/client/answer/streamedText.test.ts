import {expect, test} from 'vitest';

import type {Schema} from '../../../../src/api/operation';
import {documentedPieces} from '../../../../src/client/answer/documentedPieces';
import {streamedText, type ReadPiece} from '../../../../src/client/answer/streamedText';
import {parseEventStream} from '../../../../src/client/eventStream';

function textOf(
  events: readonly (readonly [event: string | undefined, data: unknown])[],
  read?: ReadPiece,
): string {
  const lines = events.map(
    ([event, data]) =>
      `${event === undefined ? '' : `event: ${event}\n`}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`,
  );
  return streamedText(parseEventStream(lines.join('')), read);
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
  expect(textOf(events)).toBe('A refund.');
});

const free: Schema = {type: 'string'};
const json = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'string',
  contentSchema: {type: 'object', properties},
});
const event = (name: string, data: Schema): Schema => ({
  type: 'object',
  properties: {event: {const: name}, data},
});

test.each<[string, Schema, readonly (readonly [event: string | undefined, data: unknown])[], string]>([
  [
    'a member of any name',
    event('said', json({words: free, at: {type: 'string', format: 'date-time'}, kind: {enum: ['a']}})),
    [
      ['said', {words: 'A re', kind: 'a'}],
      ['said', {words: 'fund.', kind: 'a'}],
      ['other', {words: 'else'}],
    ],
    'A refund.',
  ],
  [
    'data that is plain text',
    event('line', free),
    [
      ['line', 'A re'],
      ['line', 'fund.'],
    ],
    'A refund.',
  ],
  [
    'the event that is called so, of several',
    {oneOf: [event('token', json({value: free})), event('error', json({message: free}))]},
    [
      ['token', {value: 'A re'}],
      ['token', {value: 'fund.'}],
      ['error', {message: 'Too late'}],
    ],
    'A refund.',
  ],
  [
    'the variant of the data that its type names',
    {
      type: 'object',
      properties: {
        data: {
          type: 'string',
          contentSchema: {
            oneOf: [
              {type: 'object', properties: {type: {const: 'start'}, id: {type: 'integer'}}},
              {
                type: 'object',
                properties: {type: {const: 'piece'}, part: {type: 'object', properties: {body: free}}},
              },
            ],
          },
        },
      },
    },
    [
      [undefined, {type: 'start', id: 1, part: {body: 'not'}}],
      [undefined, {type: 'piece', part: {body: 'A refund.'}}],
    ],
    'A refund.',
  ],
  [
    'no event, where none is documented to hold one',
    event('message.delta', json({count: {type: 'integer'}})),
    [['message.delta', {text: 'guessed'}]],
    '',
  ],
])('by its schema, the text of a stream is that of %s', (_, items, events, text) => {
  const read = documentedPieces({schemas: {}}, {type: 'array', items});
  expect(textOf(events, read)).toBe(text);
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
  expect(textOf(events)).toBe('');
});
