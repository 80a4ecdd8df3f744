import {STATUS_CODES} from 'node:http';
import {expect, test} from 'vitest';

import {statusMeaning} from '../../../src/client/statusMeaning';

test('every status that Node knows has a meaning of its own', () => {
  const unregistered = new Set(['509']);
  const known = Object.keys(STATUS_CODES).filter(status => !unregistered.has(status));
  const generic = [199, 299, 399, 499, 599].map(statusMeaning);
  expect(known.filter(status => generic.includes(statusMeaning(Number(status))))).toEqual(['200']);
});

test('a status that nobody registered is named by its class', () => {
  expect(statusMeaning(499)).toContain('problem with the request');
  expect(statusMeaning(599)).toContain('server failed');
  expect(statusMeaning(700)).toContain('HTTP does not define');
});
