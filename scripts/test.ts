/**
 * `npm test`: everything, in order, each step under its heading; `npm test -- FILE…` and `npm test -- --changed`: only
 * the checks for changed files. A failure does not stop the steps that do not depend on it. Ends with the failed tests,
 * the slowest ones, a summary, and a line `N passed, N failed` that counts each test, and each step without tests as
 * one.
 */
import {existsSync, mkdirSync, rmSync} from 'node:fs';

import {freePortFrom} from './ports';
import {runHere} from './runCommand';
import {changedOf, type Changed} from './testing/changed';
import {readChanges, readModules, UsageError} from './testing/changes';
import {countStep, failedTests, slowestTests, total, type Counts} from './testing/report';
import {stepsFor, testSteps, type TestStep} from './testing/steps';
import {progressOf, readTimes, writeTimes} from './testing/times';

const REPORTS = '.cache/reports';
const TIMES = '.cache/testTimes.json';
const SLOWEST = 8;

interface Done {
  readonly step: TestStep;
  readonly counts: Counts;
  readonly seconds: number;
  /** The name of the failed step because of which this one was not run. */
  readonly notRunFor?: string;
}

async function main(): Promise<void> {
  const changes = readChanges(process.argv.slice(2));
  const changed = changes && changedOf(changes, readModules(), existsSync);
  rmSync(REPORTS, {recursive: true, force: true});
  mkdirSync(REPORTS, {recursive: true});
  const ports = {sitePort: await freePortFrom(3300), mockPort: await freePortFrom(4010)};
  const all = testSteps({reports: REPORTS, ...ports});
  const steps = changed ? stepsFor(all, changed) : all;
  // Durations of narrowed steps say nothing about the whole.
  const times = changed ? {} : readTimes(TIMES);
  const done: Done[] = [];
  for (const [index, step] of steps.entries()) {
    const seconds = done.reduce((sum, one) => sum + one.seconds, 0);
    const names = steps.map(({name}) => name);
    console.log(heading(`${step.name} (${progressOf(names, index, seconds, times)})`));
    done.push(await runStep(step, done));
  }
  if (!changed) {
    const passed = done.filter(({counts}) => counts.failed === 0);
    const latest = Object.fromEntries(passed.map(({step, seconds}) => [step.name, seconds]));
    writeTimes(TIMES, {...times, ...latest});
  }
  tell(done);
  if (changed) {
    tellLeftOut(all, steps, changed);
  }
  const {passed, failed} = total(done.map(({counts}) => counts));
  process.exitCode = failed > 0 ? 1 : 0;
  console.log(`\n${passed} passed, ${failed} failed`);
}

async function runStep(step: TestStep, before: readonly Done[]): Promise<Done> {
  const failed = before.find(({step: {name}, counts}) => counts.failed > 0 && step.needs.includes(name));
  if (failed) {
    console.log(`Not run, because it needs "${failed.step.name}", which failed.`);
    return {step, counts: {passed: 0, failed: 1, skipped: 0}, seconds: 0, notRunFor: failed.step.name};
  }
  const started = performance.now();
  const [program, ...args] = step.command;
  const exitCode = await runHere(program, args, step.env);
  const seconds = (performance.now() - started) / 1000;
  return {step, counts: countStep(step, exitCode), seconds};
}

function tell(done: readonly Done[]): void {
  const steps = done.map(({step}) => step);
  const failures = done.filter(({counts}) => counts.failed > 0).flatMap(({step}) => failedTests(step));
  if (failures.length > 0) {
    // Repeated at the end: the step may have ended a thousand lines earlier.
    console.log(heading('Failed tests'));
    failures.forEach(({name, message}) => console.log(`✗ ${name}\n${message.replace(/^/gm, '    ')}\n`));
  }
  const slowest = slowestTests(steps, SLOWEST);
  if (slowest.length > 0) {
    console.log(heading('Slowest tests'));
    slowest.forEach(({name, seconds}) => console.log(`${seconds.toFixed(1).padStart(7)} s   ${name}`));
  }
  console.log(heading('Summary'));
  done.forEach(result => console.log(summaryLine(result)));
}

/** Steps that were not run, so that nobody takes them for passed. */
function tellLeftOut(
  all: readonly TestStep[],
  run: readonly TestStep[],
  {specs, withoutSpecs}: Changed,
): void {
  const left = all.filter(step => !run.some(({name}) => name === step.name)).map(({name}) => name);
  console.log(`\nThis is a part. Not run: ${left.join(', ') || 'tests that nothing leads to'}.`);
  if (withoutSpecs.length > 0) {
    const [shown, more] = [withoutSpecs.slice(0, 5), withoutSpecs.length - 5];
    const rest = more > 0 ? ` and ${more} more` : '';
    console.log(`No browser tests are known to belong to ${shown.join(', ')}${rest}.`);
  } else if (specs.length > 0) {
    console.log('Of the browser tests, those of the same part of the site were run.');
  }
  console.log('Before you push, run npm test.');
}

function heading(text: string): string {
  return `\n━━━ ${text} ${'━'.repeat(Math.max(0, 70 - text.length))}\n`;
}

function summaryLine({step, counts, seconds, notRunFor}: Done): string {
  const mark = counts.failed > 0 ? '✗' : '✓';
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  const outcome = notRunFor
    ? `not run, needs "${notRunFor}"`
    : `${counts.passed} passed, ${counts.failed} failed${skipped}`;
  return `${mark} ${step.name.padEnd(26)} ${`${seconds.toFixed(1)} s`.padStart(8)}   ${outcome}`;
}

main().catch((error: unknown) => {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 1;
  console.log('\n0 passed, 1 failed');
});
