import {expect, test} from 'vitest';

import {isNew} from '../../../src/api/isNew';

test.each([
  ['1.4.0', '1.4.0'],
  ['1.4', '1.4.2'],
  ['2', '2.0.1'],
  ['2026-11-01', '2026-11-01'],
])('what came with %s is new in %s', (since, version) => {
  expect(isNew(since, version)).toBe(true);
});

test.each([
  ['1.3.0', '1.4.0'],
  ['1.1', '1.10'],
  ['2026-05-01', '2026-11-01'],
  [undefined, '1.0.0'],
])('what came with %s is not new in %s', (since, version) => {
  expect(isNew(since, version)).toBe(false);
});
