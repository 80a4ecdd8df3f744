import {expect, test} from 'vitest';

import {firstStatus, isNamedBy, responseOf} from '../../../../src/api/http/documentedStatus';
import {isOfError, isOfSuccess, statusClass} from '../../../../src/api/http/status';

const responses = ['default', '4XX', '404', '2xx'].map(status => ({status}));

test.each([
  [404, '404'],
  [400, '4XX'],
  [405, '4XX'],
  [499, '4XX'],
  [500, 'default'],
  [399, 'default'],
  [200, '2xx'],
  [299, '2xx'],
  [300, 'default'],
])('of %d a document says what it says of %s', (status, expected) => {
  expect(responseOf({responses}, status)?.status).toBe(expected);
});

test('where a document names neither the number nor the range nor a default, it says nothing', () => {
  expect(responseOf({responses: [{status: '404'}, {status: '5XX'}]}, 400)).toBeUndefined();
});

test.each([
  ['404', 404, true],
  ['404', 405, false],
  ['4XX', 400, true],
  ['4xx', 499, true],
  ['4XX', 500, false],
  ['4XX', 399, false],
  ['default', 404, false],
])('%s names %d: %s', (documented, status, expected) => {
  expect(isNamedBy(documented, status)).toBe(expected);
});

test.each([
  ['199', false, false],
  ['200', true, false],
  ['299', true, false],
  ['2XX', true, false],
  ['300', false, false],
  ['3XX', false, false],
  ['400', false, true],
  ['5XX', false, true],
  ['default', false, true],
])('%s is of success: %s, of an error: %s', (status, success, error) => {
  expect([isOfSuccess(status), isOfError(status)]).toEqual([success, error]);
});

test.each([
  ['204', 204],
  ['2XX', 200],
  ['4xx', 400],
  ['default', 200],
])('%s begins with %d', (documented, first) => {
  expect(firstStatus(documented)).toBe(first);
});

test.each([
  [199, 1],
  [200, 2],
  [399, 3],
  [400, 4],
  [599, 5],
])('%d is of class %d', (status, expected) => {
  expect(statusClass(status)).toBe(expected);
});
