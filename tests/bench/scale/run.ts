/**
 * Builds a site of many generated operations, and one of as many plain pages, and prints what each costs and what a page of
 * it weighs. The ratios are what counts, as machines differ.
 *
 * Run: npm run bench:scale -- --operations 150 --fields 100. `--beside FOLDER` also builds with the `src` of another
 * checkout of this repository; `--document FILE` takes an OpenAPI document in place of the generated one.
 */
import {chromium} from '@playwright/test';
import {existsSync, readdirSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {parseArgs} from 'node:util';

import {chromiumLaunchOptions} from '../../support/chromium';
import {serveBuild} from '../../support/serveBuild';
import {markdownTable, shown} from '../support/table';
import {openWeighed} from '../support/weighPage';
import {scaleDocument} from './document';
import {buildScaleSite, type Cost, type ScaleSite} from './site';

const FOLDER = '.cache/bench/scale';

interface PageWeight {
  readonly html: number;
  readonly elements: number;
  readonly script: number;
  readonly mainThreadMs: number;
}

async function main(): Promise<void> {
  const {values} = parseArgs({
    options: {
      operations: {type: 'string', default: '150'},
      fields: {type: 'string', default: '100'},
      document: {type: 'string'},
      beside: {type: 'string'},
    },
  });
  const [operations, fields] = [Number(values.operations), Number(values.fields)];
  const document =
    values.document === undefined
      ? JSON.stringify(scaleDocument(operations, fields))
      : await readFile(values.document, 'utf8');
  const pages = Array.from({length: operations}, (_, index) => plainPage(index));
  const smallest = JSON.stringify(scaleDocument(1, 1));
  const sites: [string, ScaleSite][] = [
    [`${operations} plain pages`, siteOf('plain', 'src', smallest, pages)],
    ['operations', siteOf('operations', 'src', document, [])],
    ...(values.beside === undefined
      ? []
      : [
          [
            `operations by ${values.beside}`,
            siteOf('beside', join(values.beside, 'src'), document, []),
          ] satisfies [string, ScaleSite],
        ]),
  ];
  const rows: string[][] = [];
  for (const [name, site] of sites) {
    const cost = await buildScaleSite(site);
    rows.push([name, ...costCells(cost), ...weightCells(await weighFirstPage(site.folder))]);
  }
  console.log(
    markdownTable(
      [
        'site',
        'seconds',
        'CPU seconds',
        'peak memory',
        'build',
        'HTML of a page',
        'elements',
        'JavaScript',
        'main thread',
      ],
      rows,
    ),
  );
}

function siteOf(name: string, source: string, document: string, plainPages: readonly string[]): ScaleSite {
  return {folder: join(FOLDER, name), source, document, plainPages};
}

function plainPage(index: number): string {
  return `# Page ${index}\n\nA paragraph of page ${index}.\n\n| a | b |\n|---|---|\n| ${index} | c |\n`;
}

/** The first page of an operation, else the first plain one. */
async function weighFirstPage(folder: string): Promise<PageWeight> {
  const build = join(folder, 'build');
  const found = ['plain', 'api/group-0', 'api'].flatMap(path =>
    existsSync(join(build, path)) ? pathsWithin(build, path) : [],
  );
  const [path = 'api'] = found;
  const {origin, close} = await serveBuild(build);
  const browser = await chromium.launch(chromiumLaunchOptions());
  const {page, weightAtRest} = await openWeighed(browser, `${origin}/${path}`);
  const {scriptBytes, mainThreadMs} = await weightAtRest();
  const elements = await page.locator('*').count();
  await browser.close();
  close();
  const html = Buffer.byteLength(await readFile(join(build, path, 'index.html')));
  return {html, elements, script: scriptBytes, mainThreadMs};
}

function pathsWithin(build: string, path: string): string[] {
  return readdirSync(join(build, path), {withFileTypes: true})
    .filter(entry => entry.isDirectory() && existsSync(join(build, path, entry.name, 'index.html')))
    .map(entry => join(path, entry.name));
}

function costCells({seconds, cpuSeconds, peakBytes, builtBytes}: Cost): string[] {
  return [shown(seconds), shown(cpuSeconds), `${shown(peakBytes / 1e6)} MB`, `${shown(builtBytes / 1e6)} MB`];
}

function weightCells({html, elements, script, mainThreadMs}: PageWeight): string[] {
  return [
    `${shown(html / 1e3)} kB`,
    shown(elements),
    `${shown(script / 1e3)} kB`,
    `${shown(mainThreadMs)} ms`,
  ];
}

void main();
