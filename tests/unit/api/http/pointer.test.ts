import {expect, test} from 'vitest';

import {escapedStep, fragmentStep, nameOfFragmentStep, unescapedStep} from '../../../../src/api/http/pointer';

test.each([
  ['a', 'a', 'a'],
  ['a/b', 'a~1b', 'a~1b'],
  ['m~n', 'm~0n', 'm~0n'],
  // Which of the two is replaced first counts.
  ['~1', '~01', '~01'],
  ['/~', '~1~0', '~1~0'],
  ['c%d e', 'c%d e', 'c%25d%20e'],
  ['ü', 'ü', '%C3%BC'],
  ['', '', ''],
])('the name %j is the step %j, and %j in a fragment, and is read again', (name, step, inFragment) => {
  expect(escapedStep(name)).toBe(step);
  expect(unescapedStep(step)).toBe(name);
  expect(fragmentStep(name)).toBe(inFragment);
  expect(nameOfFragmentStep(inFragment)).toBe(name);
});

test('half of a surrogate pair, which no URI holds, breaks nothing', () => {
  expect(fragmentStep('\ud83d')).toBe('%EF%BF%BD');
  expect(escapedStep(3)).toBe('3');
});
