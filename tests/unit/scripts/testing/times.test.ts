import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';

import {progressOf, readTimes, writeTimes} from '../../../../scripts/testing/times';

const names = ['Lint', 'Types', 'Unit tests'];
const times = {Lint: 30, Types: 40, 'Unit tests': 300};

test('a run says how far it is, how long it took, and how long it takes by the times of the last one', () => {
  expect(progressOf(names, 0, 0, times)).toBe('1 of 3, about 6 min to go');
  expect(progressOf(names, 2, 75, times)).toBe('3 of 3, 75 s so far, about 5 min to go');
});

test('a run of which no time is known for one step that is to come does not guess', () => {
  expect(progressOf(names, 1, 31, {Lint: 30, 'Unit tests': 300})).toBe('2 of 3, 31 s so far');
  expect(progressOf(names, 2, 31, {'Unit tests': 60})).toBe('3 of 3, 31 s so far, about 60 s to go');
});

test('times are read as they were written, and a file of another kind holds none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'times-'));
  onTestFinished(() => rmSync(folder, {recursive: true}));
  const file = join(folder, 'times.json');
  expect(readTimes(file)).toEqual({});
  writeTimes(file, times);
  expect(readTimes(file)).toEqual(times);
  for (const other of ['{"Lint": ', '[]', '{"Lint": "30"}', 'null']) {
    writeFileSync(file, other);
    expect(readTimes(file)).toEqual({});
  }
});
