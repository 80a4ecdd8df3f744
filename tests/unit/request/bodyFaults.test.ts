import {describe, expect, test} from 'vitest';

import type {Schema} from '../../../src/api/operation';
import {bodyFaults} from '../../../src/request/form/bodyFaults';

const schema: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    email: {type: 'string', format: 'email'},
    'a/b ~c': {type: 'integer'},
    list: {type: 'array', items: {type: 'object', required: ['x'], properties: {x: {type: 'number'}}}},
  },
  required: ['email'],
};

/** The faults of a text: the words they mark, where in the value, and what is wrong. */
function faults(text: string): [string, string, string][] {
  return bodyFaults({schemas: {}}, schema, text).map(({at, message, from, to}) => [
    text.slice(from, to),
    at,
    message,
  ]);
}

describe('the faults of a body', () => {
  test('are marked where the value stands', () => {
    expect(faults('{"email": "none"}')).toEqual([['"none"', 'body/email', 'Must be an email address.']]);
    expect(faults('{"email": "a@b.test", "list": [{"x": 1}, {"x": "1"}]}')).toEqual([
      ['"1"', 'body/list/1/x', 'Must be a number.'],
    ]);
  });

  test('mark an unknown property by its name, and a missing one by the object it is missing in', () => {
    expect(faults('{"email": "a@b.test", "e-mail": 1}')).toEqual([
      ['"e-mail"', 'body/e-mail', 'Is not a known property.'],
    ]);
    expect(faults('{"list": [{}], "email": "a@b.test"}')).toEqual([['{', 'body/list/0/x', 'Is required.']]);
  });

  test('reach names with signs of their own', () => {
    expect(faults('{"email": "a@b.test", "a/b ~c": "1"}').map(([marked]) => marked)).toEqual(['"1"']);
  });

  test('stand in the order of the text', () => {
    expect(faults('{"email": 1, "other": 2, "list": 3}').map(([marked]) => marked)).toEqual([
      '1',
      '"other"',
      '3',
    ]);
  });

  test('are those of the text first: what is no JSON has no value', () => {
    expect(faults('{"email": "none",}')).toEqual([['}', 'body', expect.stringContaining('name')]]);
    expect(faults('{ // one\n"email": /* two */ "a@b.test"}')).toEqual([
      ['// one', 'body', 'JSON has no comments.'],
      ['/* two */', 'body', 'JSON has no comments.'],
    ]);
    expect(faults('{"email": "\ud83d"}')).toEqual([
      ['\ud83d', 'body', expect.stringMatching(/^Contains half/)],
    ]);
    expect(faults('')).toHaveLength(1);
  });

  test('are none where the body fits', () => {
    expect(faults('{"email": "a@b.test"}')).toEqual([]);
  });

  test('are those that the form tells: of the branch that is written, and not what the server alone writes', () => {
    const payment: Schema = {
      type: 'object',
      required: ['id', 'by'],
      properties: {
        id: {type: 'string', readOnly: true},
        by: {
          oneOf: [
            {type: 'object', required: ['iban'], properties: {iban: {type: 'string', minLength: 4}}},
            {type: 'object', required: ['card'], properties: {card: {type: 'string'}}},
          ],
        },
      },
    };
    expect(bodyFaults({schemas: {}}, payment, '{"by": {"iban": "DE"}}')).toEqual([
      {at: 'body/by/iban', message: expect.stringContaining('at least 4'), from: 16, to: 20},
    ]);
  });
});
