import {existsSync, readFileSync} from 'node:fs';
import {relative} from 'node:path';
import {stripVTControlCharacters} from 'node:util';

import type {ReportFormat, Step} from './testSteps';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * What a step's outcome counts for: its single tests where it reports them, else one. A step that ends with an error that
 * no test explains, such as a file that does not load or a report that is not there, counts as one failure more.
 */
export function countStep({report}: Step, exitCode: number): Counts {
  const tests = report && existsSync(report.file) ? readReport(report.format, report.file) : undefined;
  if (!tests) {
    const failed = exitCode !== 0 || report !== undefined;
    return {passed: failed ? 0 : 1, failed: failed ? 1 : 0, skipped: 0};
  }
  return exitCode !== 0 && tests.failed === 0 ? {...tests, failed: 1} : tests;
}

export interface FailedTest {
  /** Its file and its title, with those of the groups it is in. */
  readonly name: string;
  /** What it failed of: the first lines. */
  readonly message: string;
}

/** The failed tests of a step's report, so that a summary can name them; none for a step that reports none. */
export function failedTests({report}: Step): readonly FailedTest[] {
  if (!report || !existsSync(report.file)) {
    return [];
  }
  const read: unknown = JSON.parse(readFileSync(report.file, 'utf8'));
  return report.format === 'vitest'
    ? listAt(read, 'testResults').flatMap(vitestFailures)
    : listAt(read, 'suites').flatMap(suite => playwrightFailures(suite, []));
}

/** Failed tests of a file, or the file itself where it does not load. */
function vitestFailures(file: unknown): readonly FailedTest[] {
  const failed = listAt(file, 'assertionResults').filter(result => memberOf(result, 'status') === 'failed');
  const name = relative(process.cwd(), textAt(file, 'name'));
  return failed.length === 0 && memberOf(file, 'status') === 'failed'
    ? [{name, message: firstLines(textAt(file, 'message'))}]
    : failed.map(result => ({
        name: `${name}: ${textAt(result, 'fullName')}`,
        message: firstLines(listAt(result, 'failureMessages').join('\n')),
      }));
}

function playwrightFailures(suite: unknown, titles: readonly string[]): readonly FailedTest[] {
  const path = [...titles, textAt(suite, 'title')];
  const specs = listAt(suite, 'specs').filter(spec => memberOf(spec, 'ok') === false);
  return [
    ...specs.map(spec => ({
      name: [...path, textAt(spec, 'title')].join(' › '),
      message: firstLines(firstError(spec)),
    })),
    ...listAt(suite, 'suites').flatMap(inner => playwrightFailures(inner, path)),
  ];
}

function firstError(spec: unknown): string {
  const errors = listAt(spec, 'tests').flatMap(test =>
    listAt(test, 'results').flatMap(result => listAt(result, 'errors')),
  );
  return textAt(errors[0], 'message');
}

const LINES = 12;

function firstLines(message: string): string {
  return stripVTControlCharacters(message).trim().split('\n').slice(0, LINES).join('\n');
}

export function total(counts: readonly Counts[]): Counts {
  const sum = (key: keyof Counts): number => counts.reduce((all, count) => all + count[key], 0);
  return {passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped')};
}

function readReport(format: ReportFormat, file: string): Counts {
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
  switch (format) {
    case 'vitest':
      return {
        passed: numberAt(report, 'numPassedTests'),
        failed: numberAt(report, 'numFailedTests'),
        skipped: numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests'),
      };
    case 'playwright':
      return {
        passed: numberAt(report, 'stats', 'expected') + numberAt(report, 'stats', 'flaky'),
        failed: numberAt(report, 'stats', 'unexpected'),
        skipped: numberAt(report, 'stats', 'skipped'),
      };
  }
}

/** The number at a path of members. Throws when there is none: a wrong sum is worse than no sum. */
function numberAt(report: unknown, ...path: readonly string[]): number {
  const found = path.reduce(memberOf, report);
  if (typeof found !== 'number') {
    throw new Error(`The test report has no number at ${path.join('.')}.`);
  }
  return found;
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const found = memberOf(value, name);
  return Array.isArray(found) ? found : [];
}

function textAt(value: unknown, name: string): string {
  const found = memberOf(value, name);
  return typeof found === 'string' ? found : '';
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined;
}
