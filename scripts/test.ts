/**
 * `npm test`: everything, in order, each step under its heading. A failure does not stop the steps that can do without it.
 * Ends with the failed tests, a summary, and a line `N passed, N failed` that counts each test, and each step that has none
 * as one.
 */
import {mkdirSync, rmSync} from 'node:fs';

import {freePortFrom} from './ports';
import {runHere} from './runCommand';
import {countStep, failedTests, total, type Counts} from './testReport';
import {testSteps, type Step} from './testSteps';

const REPORTS = '.cache/reports';

interface Done {
  readonly step: Step;
  readonly counts: Counts;
  readonly seconds: number;
  /** The name of the failed step because of which this one was not run. */
  readonly notRunFor?: string;
}

async function main(): Promise<void> {
  rmSync(REPORTS, {recursive: true, force: true});
  mkdirSync(REPORTS, {recursive: true});
  const ports = {sitePort: await freePortFrom(3300), mockPort: await freePortFrom(4010)};
  const done: Done[] = [];
  for (const step of testSteps({reports: REPORTS, ...ports})) {
    done.push(await runStep(step, done));
  }
  const failures = done.filter(({counts}) => counts.failed > 0).flatMap(({step}) => failedTests(step));
  if (failures.length > 0) {
    // Once more at the end: their step may have ended some thousand lines ago.
    console.log(heading('Failed tests'));
    failures.forEach(({name, message}) => console.log(`✗ ${name}\n${message.replace(/^/gm, '    ')}\n`));
  }
  console.log(heading('Summary'));
  done.forEach(result => console.log(summaryLine(result)));
  const {passed, failed} = total(done.map(({counts}) => counts));
  process.exitCode = failed > 0 ? 1 : 0;
  console.log(`\n${passed} passed, ${failed} failed`);
}

async function runStep(step: Step, before: readonly Done[]): Promise<Done> {
  console.log(heading(step.name));
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
  console.error(error);
  process.exitCode = 1;
  console.log('\n0 passed, 1 failed');
});
