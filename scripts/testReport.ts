import {existsSync, readFileSync} from 'node:fs';

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

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined;
}
