import {expect, test} from 'vitest';

import {rank, searchable} from '../../../src/cloudindex/mock/search/rank';

test.each([
  ['policies', 'The refund policy of the shop'],
  ['policy', 'All policies of the shop'],
  ['indexing', 'A document is indexed once'],
  ['invoices', 'An invoice a month'],
])('a search for %s finds a text that says it otherwise', (query, text) => {
  const [found, other] = rank(query, [searchable(text), searchable('A cat on a mat')], 'keyword');
  expect(found).toBe(1);
  expect(other).toBe(0);
});
