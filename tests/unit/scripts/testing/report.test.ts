import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';

import {countStep, failedTests, slowestTests, total} from '../../../../scripts/testing/report';
import type {ReportFormat, TestStep} from '../../../../scripts/testing/steps';

const plain: TestStep = {name: 'Lint', command: ['lint'], needs: []};

function stepWith(format: ReportFormat, report: unknown): TestStep {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  onTestFinished(() => rmSync(folder, {recursive: true}));
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return {...plain, report: {format, file}};
}

const vitestReport = {numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1};
const playwrightReport = {stats: {expected: 4, unexpected: 1, flaky: 1, skipped: 3}};

test('a step without single tests counts as one', () => {
  expect(countStep(plain, 0)).toEqual({passed: 1, failed: 0, skipped: 0});
  expect(countStep(plain, 1)).toEqual({passed: 0, failed: 1, skipped: 0});
});

test('the tests of a report are counted, the skipped ones apart', () => {
  expect(countStep(stepWith('vitest', vitestReport), 1)).toEqual({passed: 5, failed: 2, skipped: 2});
  expect(countStep(stepWith('playwright', playwrightReport), 1)).toEqual({passed: 5, failed: 1, skipped: 3});
});

test('an error that no test explains is a failure more', () => {
  const step = stepWith('vitest', {...vitestReport, numFailedTests: 0});
  expect(countStep(step, 1)).toMatchObject({passed: 5, failed: 1});
  expect(countStep(step, 0)).toMatchObject({passed: 5, failed: 0});
});

test('a report that was never written is a failure, whatever the exit code says', () => {
  const step: TestStep = {...plain, report: {format: 'playwright', file: '/nowhere/report.json'}};
  expect(countStep(step, 0)).toEqual({passed: 0, failed: 1, skipped: 0});
});

test('a report of another shape is not counted as anything', () => {
  expect(() => countStep(stepWith('playwright', {stats: {}}), 0)).toThrow('stats.expected');
});

test('the sum is the sum', () => {
  const counts = [
    {passed: 1, failed: 0, skipped: 2},
    {passed: 3, failed: 4, skipped: 0},
  ];
  expect(total(counts)).toEqual({passed: 4, failed: 4, skipped: 2});
});

test('failed tests are named with their file, their groups and what they failed of', () => {
  const report = {
    testResults: [
      {
        name: 'tests/sums.test.ts',
        status: 'failed',
        assertionResults: [
          {status: 'passed', fullName: 'one and one are two', failureMessages: []},
          {
            status: 'failed',
            fullName: 'two and two are four',
            failureMessages: ['\u001b[31mexpected 5\u001b[39m'],
          },
        ],
      },
      {name: 'tests/broken.test.ts', status: 'failed', message: 'Unexpected token', assertionResults: []},
      {name: 'tests/good.test.ts', status: 'passed', message: '', assertionResults: []},
    ],
  };
  expect(failedTests(stepWith('vitest', report))).toEqual([
    {name: 'tests/sums.test.ts: two and two are four', message: 'expected 5'},
    {name: 'tests/broken.test.ts', message: 'Unexpected token'},
  ]);
});

test('failed tests of a browser are named too, and long messages are cut', () => {
  const message = Array.from({length: 40}, (_, line) => `line ${line}`).join('\n');
  const spec = {title: 'opens', ok: false, tests: [{results: [{errors: []}, {errors: [{message}]}]}]};
  const report = {
    suites: [
      {title: 'menu.spec.ts', specs: [], suites: [{title: 'on a phone', specs: [{...spec, ok: true}, spec]}]},
    ],
  };
  const [failed, ...others] = failedTests(stepWith('playwright', report));
  expect(others).toEqual([]);
  expect(failed?.name).toBe('menu.spec.ts › on a phone › opens');
  expect(failed?.message.split('\n')).toHaveLength(12);
  expect(failedTests(plain)).toEqual([]);
});

test('of several reports, the tests that took longest are named, the longest first, and none that were quick', () => {
  const unit = stepWith('vitest', {
    testResults: [
      {
        name: 'tests/sums.test.ts',
        status: 'passed',
        assertionResults: [
          {status: 'passed', fullName: 'one', duration: 40},
          {status: 'passed', fullName: 'two', duration: 1500},
          {status: 'pending', fullName: 'three'},
        ],
      },
    ],
  });
  const results = [
    {duration: 900, errors: []},
    {duration: 200, errors: []},
  ];
  const browser = stepWith('playwright', {
    suites: [{title: 'menu.spec.ts', specs: [{title: 'opens', ok: true, tests: [{results}]}]}],
  });
  expect(slowestTests([plain, unit, browser], 3)).toEqual([
    {name: 'tests/sums.test.ts: two', seconds: 1.5},
    {name: 'menu.spec.ts › opens', seconds: 1.1},
  ]);
  expect(slowestTests([plain, unit], 1)).toHaveLength(1);
  expect(slowestTests([plain], 2)).toEqual([]);
});
