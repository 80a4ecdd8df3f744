import {join} from 'node:path';

import type {Changed} from './changed';

/** A program and its arguments. */
export type StepCommand = readonly [program: string, ...args: string[]];

/** One part of `npm test`: a command, how its results are counted, and the steps that it depends on. */
export interface TestStep {
  readonly name: string;
  readonly command: StepCommand;
  readonly env?: Readonly<Record<string, string>>;
  readonly needs: readonly string[];
  /** A report that counts single tests; left out for a step that passes or fails as one. */
  readonly report?: {readonly format: ReportFormat; readonly file: string};
  /**
   * The command for changed files; undefined if none of them concern the step. Left out for a step that only runs if
   * others need it.
   */
  readonly narrowed?: (changed: Changed) => StepCommand | undefined;
}
export type ReportFormat = 'vitest' | 'playwright';

export interface StepOptions {
  /** An empty folder for the reports. */
  readonly reports: string;
  readonly sitePort: number;
  readonly mockPort: number;
}

/** The files that ESLint checks. */
const CODE = /\.[cm]?[jt]sx?$/;
/** The files that the prose rules check. */
const PROSE = /\.mdx?$|^static\/openapi\.yaml$|^src\/.*\.tsx?$|^scripts\/(?:lintProse|prose\/)/;
/** The sources of the configurations of web servers. */
const SERVED = /^(?:src\/plugin\/hosting|tests\/sites)\//;

/** The steps in the order in which they run: those that fail fast come first. */
export function testSteps({reports, sitePort, mockPort}: StepOptions): readonly TestStep[] {
  const mockUrl = {LOCAL_MOCK_URL: `http://localhost:${mockPort}`};
  const browserReport = join(reports, 'browser.json');
  return [
    {name: 'Toolchains', command: ['npm', 'run', '--silent', 'toolchains'], needs: []},
    {
      name: 'Lint',
      command: ['npx', 'eslint', '.', '--max-warnings', '0'],
      needs: [],
      narrowed: ({files}) =>
        forFiles(
          ['npx', 'eslint', '--max-warnings', '0', '--no-warn-ignored'],
          files.filter(file => CODE.test(file)),
        ),
    },
    {
      name: 'Format',
      command: ['npx', 'prettier', '--check', '.'],
      needs: [],
      narrowed: ({files}) => forFiles(['npx', 'prettier', '--check', '--ignore-unknown'], files),
    },
    {
      name: 'Unused code',
      command: ['npx', 'knip', '--no-progress'],
      needs: [],
      narrowed: ({files}) =>
        files.some(file => CODE.test(file)) ? ['npx', 'knip', '--no-progress'] : undefined,
    },
    {
      name: 'Prose',
      command: ['npm', 'run', '--silent', 'lint:prose'],
      needs: [],
      narrowed: ({files}) =>
        files.some(file => PROSE.test(file)) ? ['npm', 'run', '--silent', 'lint:prose'] : undefined,
    },
    {
      name: 'Types',
      command: ['npx', 'tsc'],
      needs: [],
      narrowed: ({modules}) => (modules.length > 0 ? ['npx', 'tsc'] : undefined),
    },
    vitest('Unit tests', 'unit', reports, []),
    vitest('Mock over HTTP', 'mock', reports, []),
    vitest('Samples, really executed', 'samples', reports, ['Toolchains']),
    {
      name: 'Production build',
      command: ['npx', 'docusaurus', 'build'],
      env: {...mockUrl, FIXTURE_PAGES: 'tests/fixtures/pages'},
      needs: [],
    },
    {
      name: 'Browser tests',
      command: ['npx', 'playwright', 'test'],
      env: {...mockUrl, E2E_SITE_URL: `http://localhost:${sitePort}`, E2E_REPORT: browserReport},
      needs: ['Toolchains', 'Production build'],
      report: {format: 'playwright', file: browserReport},
      narrowed: ({specs}) => forFiles(['npx', 'playwright', 'test'], specs),
    },
    vitest('Sites behind web servers', 'sites', reports, ['Toolchains', 'Production build'], SERVED),
    {
      ...vitest('Firefox', 'firefox', reports, ['Toolchains', 'Production build'], /^tests\/firefox\//),
      // The build expects the local mock there.
      env: mockUrl,
    },
  ];
}

/**
 * @param places - The parts of the site whose changes run these tests; left out for tests that are fast enough to run
 * for any.
 */
function vitest(
  name: string,
  project: string,
  reports: string,
  needs: readonly string[],
  places?: RegExp,
): TestStep {
  const file = join(reports, `${project}.json`);
  const options = [
    ...['--project', project, '--reporter=default', '--reporter=json'],
    `--outputFile.json=${file}`,
  ];
  return {
    name,
    command: ['npx', 'vitest', 'run', ...options],
    needs,
    report: {format: 'vitest', file},
    narrowed: ({files, modules}) => {
      const own = places ? files.filter(one => places.test(one)) : modules;
      return own.length > 0 ? ['npx', 'vitest', 'related', ...own, '--run', ...options] : undefined;
    },
  };
}

function forFiles(command: StepCommand, files: readonly string[]): StepCommand | undefined {
  return files.length > 0 ? [...command, ...files] : undefined;
}

/** The steps for changed files, each with its narrowed command, preceded by the steps that they need. */
export function stepsFor(steps: readonly TestStep[], changed: Changed): readonly TestStep[] {
  const narrowed = steps.flatMap(step => {
    const command = step.narrowed?.(changed);
    return command ? [{...step, command}] : [];
  });
  const needed = new Set(narrowed.flatMap(({needs}) => needs));
  return steps.flatMap(
    step => narrowed.find(({name}) => name === step.name) ?? (needed.has(step.name) ? [step] : []),
  );
}
