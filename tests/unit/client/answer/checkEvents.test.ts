import {expect, test} from 'vitest';

import {loadApi} from '../../../../src/api/document/load';
import type {Operation, Schema} from '../../../../src/api/operation';
import {checkEvents} from '../../../../src/client/answer/checkEvents';

const [operation] = (await loadApi('static/openapi.yaml')).operations;

const delta: Schema = {
  type: 'object',
  required: ['event', 'data'],
  properties: {
    event: {const: 'delta'},
    data: {
      type: 'string',
      contentMediaType: 'application/json',
      contentSchema: {type: 'object', required: ['text'], properties: {text: {type: 'string'}}},
    },
  },
};
const done: Schema = {
  type: 'object',
  properties: {event: {enum: ['done']}, data: {type: 'object', properties: {count: {type: 'integer'}}}},
};
const events: Schema = {type: 'array', items: {oneOf: [delta, done]}};

function check(stream: string, schema: Schema = events) {
  return checkEvents(known(operation), schema, stream);
}

function known(found: Operation | undefined): Operation {
  if (!found) {
    throw new Error('The document has no operations.');
  }
  return found;
}

test('events that fit the schema of their name differ in nothing', () => {
  expect(check('event: delta\ndata: {"text":"A"}\n\nevent: done\ndata: {"count":2}\n\n')).toEqual({
    differences: [],
  });
});

test.each([
  ['event: delta\ndata: {"text":1}\n\n', 'delta', '#/data/text'],
  ['event: delta\ndata: {}\n\n', 'delta', '#/data/text'],
  ['event: delta\ndata: nothing\n\n', 'delta', '#/data'],
  ['event: done\ndata: {"count":"2"}\n\n', 'done', '#/data/count'],
  ['event: other\ndata: {}\n\n', 'other', '#'],
])('what does not fit is told by event and place: %j', (stream, event, pointer) => {
  expect(check(stream)?.differences).toMatchObject([{type: 'event', event, pointer}]);
});

test('one schema for all events, with data that is text', () => {
  const schema: Schema = {
    type: 'array',
    items: {type: 'object', properties: {data: {type: 'string', maxLength: 2}}},
  };
  expect(check('data: ab\n\n', schema)).toEqual({differences: []});
  expect(check('data: abc\n\n', schema)?.differences).toMatchObject([{event: 'message', pointer: '#/data'}]);
});

test('without a schema of an event nobody can tell', () => {
  expect(check('data: a\n\n', {type: 'string'})).toBeUndefined();
  expect(check('data: a\n\n', true)).toBeUndefined();
});

test('a thousand events are looked at, and how many is told', () => {
  const stream = 'event: done\ndata: {"count":1}\n\n'.repeat(1500);
  expect(check(stream)).toEqual({differences: [], itemsChecked: 1000});
});
