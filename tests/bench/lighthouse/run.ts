/**
 * Lighthouse's scores of the home page, a guide and an endpoint page of the build, as a phone sees them (its own default).
 * Prints a table of medians and what keeps a score from 100. The last column is how fast Lighthouse found the machine: on a
 * busy one every task takes longer, and the performance says more of it than of the page. Run: npm run bench:lighthouse
 */
import {readFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';

import {chromium} from '../../../scripts/chromium';
import {toolchainPath} from '../../../scripts/toolchains';
import {run} from '../../samples/support/runSample';
import {installPackages} from '../support/installPackages';
import {serveBuild} from '../../support/serveBuild';

const FOLDER = resolve('.cache', 'bench', 'lighthouse');
const RUNS = 3;
const PAGES = ['/', '/quickstart', '/api/users/create-user'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What is read of Lighthouse's report. */
interface Report {
  readonly categories: Readonly<
    Record<
      (typeof CATEGORIES)[number],
      {readonly score: number; readonly auditRefs: readonly {readonly id: string; readonly weight: number}[]}
    >
  >;
  readonly audits: Readonly<
    Record<string, {readonly title: string; readonly score: number | null; readonly displayValue?: string}>
  >;
  /** How fast the machine was meanwhile: about 1,500 and more for an idle desktop. */
  readonly environment: {readonly benchmarkIndex: number};
}

async function main(): Promise<void> {
  // The newest major that runs on Node 20.
  await installPackages(FOLDER, {lighthouse: '12.8.2'});
  const {origin, close} = await serveBuild(process.argv[2] ?? 'build');
  console.log(
    `| page | ${CATEGORIES.join(' | ')} | machine |\n|---|${CATEGORIES.map(() => '--:').join('|')}|--:|`,
  );
  for (const page of PAGES) {
    const reports: Report[] = [];
    for (let count = 0; count < RUNS; count++) {
      reports.push(await audit(origin + page));
    }
    const scores = CATEGORIES.map(category =>
      median(reports.map(one => 100 * one.categories[category].score)),
    );
    const machine = median(reports.map(({environment}) => environment.benchmarkIndex));
    const figures = [...scores, machine].map(figure => figure.toFixed(0));
    console.log(`| ${page} | ${figures.join(' | ')} |`);
    for (const shortcoming of shortcomings(reports)) {
      console.error(`${page}: ${shortcoming}`);
    }
  }
  close();
}

async function audit(url: string): Promise<Report> {
  const file = join(FOLDER, 'report.json');
  const command: readonly [string, ...string[]] = [
    process.execPath,
    join(FOLDER, 'node_modules', 'lighthouse', 'cli', 'index.js'),
    url,
    '--quiet',
    '--output=json',
    `--output-path=${file}`,
    `--only-categories=${CATEGORIES.join(',')}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
  ];
  const {exitCode, stderr} = await run(command, FOLDER, {CHROME_PATH: toolchainPath(chromium)}, 180_000);
  if (exitCode !== 0) {
    throw new Error(`Lighthouse could not judge ${url}:\n${stderr}`);
  }
  const report: Report = JSON.parse(await readFile(file, 'utf8'));
  return report;
}

/** The audits that count and were not passed, in any of the runs. */
function shortcomings(reports: readonly Report[]): readonly string[] {
  const found = reports.flatMap(({categories, audits}) =>
    CATEGORIES.flatMap(category =>
      categories[category].auditRefs.flatMap(({id, weight}) => {
        const {title, score, displayValue} = audits[id] ?? {title: id, score: null};
        return weight > 0 && score !== null && score < 0.9
          ? [`${category}: ${title} ${displayValue ?? ''} (${(100 * score).toFixed(0)})`]
          : [];
      }),
    ),
  );
  return [...new Set(found)];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

void main();
