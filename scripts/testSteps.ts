import {join} from 'node:path';

/** One part of `npm test`: a command, how its results are counted, and the steps it cannot do without. */
export interface Step {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly env?: Readonly<Record<string, string>>;
  readonly needs: readonly string[];
  /** A report that counts single tests; left out for a step that passes or fails as one. */
  readonly report?: {readonly format: ReportFormat; readonly file: string};
}
export type ReportFormat = 'vitest' | 'playwright';

export interface StepOptions {
  /** An empty folder for the reports. */
  readonly reports: string;
  readonly sitePort: number;
  readonly mockPort: number;
}

/** The steps in the order in which they run: what fails fast comes first. */
export function testSteps({reports, sitePort, mockPort}: StepOptions): readonly Step[] {
  const mockUrl = {LOCAL_MOCK_URL: `http://localhost:${mockPort}`};
  const browserReport = join(reports, 'browser.json');
  return [
    {name: 'Toolchains', command: ['npm', 'run', '--silent', 'toolchains'], needs: []},
    {name: 'Lint', command: ['npx', 'eslint', '.', '--max-warnings', '0'], needs: []},
    {name: 'Format', command: ['npx', 'prettier', '--check', '.'], needs: []},
    {name: 'Prose', command: ['npm', 'run', '--silent', 'lint:prose'], needs: []},
    {name: 'Types', command: ['npx', 'tsc'], needs: []},
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
    },
    vitest('Hostile site below a path', 'sites', reports, ['Toolchains']),
    {
      ...vitest('Firefox', 'firefox', reports, ['Toolchains', 'Production build']),
      // The build looks for the local mock there.
      env: mockUrl,
    },
  ];
}

function vitest(name: string, project: string, reports: string, needs: readonly string[]): Step {
  const file = join(reports, `${project}.json`);
  return {
    name,
    command: [
      'npx',
      'vitest',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    needs,
    report: {format: 'vitest', file},
  };
}
