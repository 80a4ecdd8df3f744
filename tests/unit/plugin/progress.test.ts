import {expect, test} from 'vitest';

import {createProgress} from '../../../src/plugin/progress';

/** What is said of so many steps, each of so many milliseconds. */
function said(steps: number, millisecondsEach: number): string[] {
  const words: string[] = [];
  let time = 0;
  const stepDone = createProgress('Pages made', steps, {now: () => time, say: text => words.push(text)});
  for (let step = 0; step < steps; step++) {
    time += millisecondsEach;
    stepDone();
  }
  return words;
}

test('of work that is soon done nothing is said', () => {
  expect(said(100, 40)).toEqual([]);
});

test('of long work is said now and then how far it is and how long it takes still', () => {
  expect(said(1_200, 10)).toEqual([
    'Pages made: 500 of 1,200, about 7 s left.',
    'Pages made: 1,000 of 1,200, about 2 s left.',
  ]);
});

test('at its end nothing is left to be said', () => {
  expect(said(5, 1_000)).toEqual([]);
});
