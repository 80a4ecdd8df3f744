import {describe, expect, test} from 'vitest';

import {
  compareAnswers,
  type ComparedAnswer,
  type Comparison,
} from '../../../../src/client/answer/compareAnswers';
import type {ResponseResult} from '../../../../src/client/result';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function answer(text: string, rest: Partial<ComparedAnswer> = {}): ComparedAnswer {
  const bytes = bytesOf(text);
  return {
    status: 200,
    statusText: 'OK',
    headers: [{name: 'content-type', value: 'application/json'}],
    size: bytes.length,
    body: {bytes, text},
    ...rest,
  };
}

function binary(...bytes: readonly number[]): ComparedAnswer {
  const headers: ResponseResult['headers'] = [{name: 'content-type', value: 'image/png'}];
  return answer('', {headers, size: bytes.length, body: {bytes: new Uint8Array(bytes)}});
}

function isSame({before, after}: Comparison): boolean {
  return before.head === after.head && before.body === after.body;
}

describe('an answer beside the one before it', () => {
  test('is the same in all that is compared, and says what that is', () => {
    const comparison = compareAnswers(answer('{}'), answer('{}'));
    expect(isSame(comparison)).toBe(true);
    expect(comparison).toMatchObject({compared: 'status, headers, body', isWhole: true, notes: []});
  });

  test.each([
    ['status', answer('{}', {status: 201, statusText: 'Created'})],
    ['header', answer('{}', {headers: [{name: 'content-type', value: 'application/problem+json'}]})],
    ['header more', answer('{}', {headers: [...answer('').headers, {name: 'etag', value: '"2"'}]})],
    ['body', answer('{"a":1}')],
    ['white space', answer('{ }')],
  ])('with another %s is not the same', (_, other) => {
    expect(isSame(compareAnswers(answer('{}'), other))).toBe(false);
  });

  test('may have headers in another order, and those that each answer has anew, which are named', () => {
    const [first, second] = [
      {name: 'etag', value: '"1"'},
      {name: 'vary', value: 'accept'},
    ];
    const one = answer('{}', {
      headers: [first, second, {name: 'Date', value: 'now'}, {name: 'age', value: '1'}],
    });
    const other = answer('{}', {
      headers: [second, first, {name: 'date', value: 'later'}, {name: 'age', value: '1'}],
    });
    const comparison = compareAnswers(one, other);
    expect(isSame(comparison)).toBe(true);
    expect(comparison.notes).toEqual(['Left out, because they differ in every response: date.']);
  });

  test('of which the browser hides headers, or of which a part was not read, is not the same as a whole', () => {
    const hidden = compareAnswers(answer('{}'), answer('{}', {headersHidden: true}));
    expect(hidden).toMatchObject({compared: 'status, visible headers, body', isWhole: false});
    expect(hidden.notes).toHaveLength(1);
    const cut = answer('{}', {body: {bytes: bytesOf('{}'), text: '{}', cut: 'cancelled'}});
    expect(compareAnswers(cut, answer('{}'))).toMatchObject({
      isWhole: false,
      notes: [expect.stringContaining('cut short')],
    });
  });

  test('that is binary differs by its bytes, though they are as many', () => {
    expect(isSame(compareAnswers(binary(1, 2), binary(1, 2)))).toBe(true);
    expect(compareAnswers(binary(1, 2), binary(1, 3)).after.body).toBe('2 bytes, different from byte 2 on');
    expect(compareAnswers(binary(1), binary(1, 3)).after.body).toBe('2 bytes, different from byte 2 on');
    expect(isSame(compareAnswers(binary(1, 2), binary(1)))).toBe(false);
    expect(isSame(compareAnswers(answer('a'), binary(97)))).toBe(false);
  });
});
