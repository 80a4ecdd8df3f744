import {expect, test} from 'vitest';

import {mutantsOf, mutated} from '../../../scripts/mutants/mutantsOf';
import {nearestTests} from '../../../scripts/mutants/nearestTests';
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

test('of the tests that reach a module, those of its part of the code come first', () => {
  const modules = new Map([
    ['src/mock/a.ts', ''],
    ['src/mock/b.ts', "import {a} from './a';"],
    ['src/mock/c.ts', "import {b} from './b';"],
    ['tests/unit/plugin/a.test.ts', "import {a} from '../../../src/mock/a';"],
    ['tests/unit/mock/c.test.ts', "import {c} from '../../../src/mock/c';"],
  ]);
  expect(nearestTests(modules, 'src/mock/a.ts', 1)).toEqual(['tests/unit/mock/c.test.ts']);
});

test('tests that import a module come before those that reach it through others, and nothing else comes', () => {
  const modules = new Map([
    ['src/a.ts', ''],
    ['src/b/index.ts', "import {a} from '../a';"],
    ['src/c.ts', ''],
    ['tests/unit/far.test.ts', "import {b} from '../../src/b';"],
    ['tests/unit/lazy.test.ts', "const {a} = await import('../../src/a');"],
    ['tests/unit/much.test.ts', "import {a} from '../../src/a';\nimport {c} from '../../src/c';"],
    ['tests/unit/other.test.ts', "import {c} from '../../src/c';"],
    ['tests/e2e/a.spec.ts', "import {a} from '../../src/a';"],
  ]);
  const nearest = ['tests/unit/lazy.test.ts', 'tests/unit/much.test.ts', 'tests/unit/far.test.ts'];
  expect(nearestTests(modules, 'src/a.ts', 8)).toEqual(nearest);
  expect(nearestTests(modules, 'src/a.ts', 2)).toEqual(nearest.slice(0, 2));
});
