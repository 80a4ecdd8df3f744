import {existsSync, readFileSync} from 'node:fs';
import {relative} from 'node:path';
import {stripVTControlCharacters} from 'node:util';

import type {ReportFormat, TestStep} from './steps';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * The numbers of passed and failed tests of a step: its single tests if it reports them, else one. An error exit that
 * no test explains, such as a file that does not load or a missing report, counts as one more failure.
 */
export function countStep({report}: TestStep, exitCode: number): Counts {
  const tests = report && existsSync(report.file) ? readReport(report.format, report.file) : undefined;
  if (!tests) {
    const failed = exitCode !== 0 || report !== undefined;
    return {passed: failed ? 0 : 1, failed: failed ? 1 : 0, skipped: 0};
  }
  return exitCode !== 0 && tests.failed === 0 ? {...tests, failed: 1} : tests;
}

export interface FailedTest {
  /** Its file and its title, including those of its groups. */
  readonly name: string;
  /** The first lines of its error. */
  readonly message: string;
}

/** The failed tests of a step's report, for the summary; none for a step without a report. */
export function failedTests(step: TestStep): readonly FailedTest[] {
  return testsOf(step).flatMap(({name, message}) => (message === undefined ? [] : [{name, message}]));
}

export interface TimedTest {
  readonly name: string;
  readonly seconds: number;
}

/** In seconds. Shorter tests are not called slow. */
const SLOW = 1;

/** The slowest tests of some steps, longest first. */
export function slowestTests(steps: readonly TestStep[], count: number): readonly TimedTest[] {
  return steps
    .flatMap(testsOf)
    .filter(({seconds}) => seconds >= SLOW)
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, count)
    .map(({name, seconds}) => ({name, seconds}));
}

interface ReportedTest extends TimedTest {
  /** Undefined if it passed. */
  readonly message: string | undefined;
}

function testsOf({report}: TestStep): readonly ReportedTest[] {
  if (!report || !existsSync(report.file)) {
    return [];
  }
  const read: unknown = JSON.parse(readFileSync(report.file, 'utf8'));
  return report.format === 'vitest'
    ? listAt(read, 'testResults').flatMap(vitestTests)
    : listAt(read, 'suites').flatMap(suite => playwrightTests(suite, []));
}

/** The tests of a file, or the file itself if it does not load. */
function vitestTests(file: unknown): readonly ReportedTest[] {
  const name = relative(process.cwd(), textAt(file, 'name'));
  const tests = listAt(file, 'assertionResults').map(result => ({
    name: `${name}: ${textAt(result, 'fullName')}`,
    seconds: millisecondsAt(result) / 1000,
    message:
      memberOf(result, 'status') === 'failed'
        ? firstLines(listAt(result, 'failureMessages').join('\n'))
        : undefined,
  }));
  return memberOf(file, 'status') === 'failed' && tests.every(({message}) => message === undefined)
    ? [...tests, {name, seconds: 0, message: firstLines(textAt(file, 'message'))}]
    : tests;
}

function playwrightTests(suite: unknown, titles: readonly string[]): readonly ReportedTest[] {
  const path = [...titles, textAt(suite, 'title')];
  return [
    ...listAt(suite, 'specs').map(spec => {
      const results = listAt(spec, 'tests').flatMap(test => listAt(test, 'results'));
      const [error] = results.flatMap(result => listAt(result, 'errors'));
      return {
        name: [...path, textAt(spec, 'title')].join(' › '),
        seconds: results.reduce((sum: number, result) => sum + millisecondsAt(result), 0) / 1000,
        message: memberOf(spec, 'ok') === false ? firstLines(textAt(error, 'message')) : undefined,
      };
    }),
    ...listAt(suite, 'suites').flatMap(inner => playwrightTests(inner, path)),
  ];
}

/** A test that did not finish has none. */
function millisecondsAt(result: unknown): number {
  const duration = memberOf(result, 'duration');
  return typeof duration === 'number' ? duration : 0;
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

/** The number at a path of members. Throws if there is none: a wrong sum is worse than no sum. */
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
