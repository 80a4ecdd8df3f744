import {expect, test} from 'vitest';

import {numbersOfAlike} from '../../../../src/components/History/numbersOfAlike';

test('names that are alike are numbered from the last, and others are left alone', () => {
  expect(numbersOfAlike(['a', 'b', 'a', 'c', 'a'])).toEqual([3, undefined, 2, undefined, 1]);
  expect(numbersOfAlike([])).toEqual([]);
});
