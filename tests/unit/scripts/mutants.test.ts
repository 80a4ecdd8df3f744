import {expect, test} from 'vitest';

import {mutantsOf, mutated} from '../../../scripts/mutants/mutantsOf';
import {sampled} from '../../../scripts/mutants/sampled';

test.each([
  ['a < b;', ['a <= b;']],
  ['a >= 1;', ['a > 1;', 'a >= (1 + 1);']],
  ['a && b;', ['a || b;']],
  ['x ? 1 : 2;', ['!(x) ? 1 : 2;', 'x ? (1 + 1) : 2;', 'x ? 1 : (2 + 1);']],
  ['if (x) {}', ['if (!(x)) {}']],
  ['f(true);', ['f(false);']],
  ['list.some(f);', ['list.every(f);']],
  ['name.trim().length;', ['name.length;']],
  // A text that is put together, a type and an import are no logic.
  ["'a' + b;", []],
  ["import {a} from 'b'; type C = 1 | true;", []],
  ['say("sentence");', []],
])('%s has the mutants %j', (text, expected) => {
  expect(mutantsOf(text).map(mutant => mutated(text, mutant))).toEqual(expected);
});

test('a sample has its size, keeps the order, and is the same for the same seed', () => {
  const items = Array.from({length: 100}, (_, index) => index);
  const sample = sampled(items, 10, 1);
  expect(sample).toHaveLength(10);
  expect(sample).toEqual(sample.toSorted((a, b) => a - b));
  expect(sampled(items, 10, 1)).toEqual(sample);
  expect(sampled(items, 10, 2)).not.toEqual(sample);
});

test.each([
  [3, 3],
  [4, 3],
  [0, 0],
])('of 3 items, a sample of %d has %d', (size, expected) => {
  expect(sampled(['a', 'b', 'c'], size, 1)).toHaveLength(expected);
});
