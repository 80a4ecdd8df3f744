/**
 * Builds a site of many operations, and one of as many plain pages, and prints what each costs and what a page of it weighs.
 * The ratios are what counts, as machines differ.
 *
 * Run: npm run bench:scale -- --operations 150 --fields 100. `--document FILE` takes the first operations of an OpenAPI
 * document (JSON) in place of generated ones. `--text` also builds plain pages that say what ours say, `--peer` the same
 * document with docusaurus-openapi-docs, `--beside FOLDER` with the `src` of another checkout of this repository.
 */
import {chromium} from '@playwright/test';
import {readdir, readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {parseArgs} from 'node:util';

import {chromiumLaunchOptions} from '../../support/chromium';
import {serveBuild} from '../../support/serveBuild';
import {markdownTable, shown} from '../support/table';
import {openWeighed} from '../support/weighPage';
import {firstOperations, scaleDocument} from './document';
import type {Cost} from './docusaurus';
import {buildPeerSite} from './peer';
import {buildScaleSite} from './site';

const FOLDER = '.cache/bench/scale';

/** The document of sites whose pages are plain ones. */
const smallest = JSON.stringify(scaleDocument(1, 1));

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
      text: {type: 'boolean', default: false},
      peer: {type: 'boolean', default: false},
      beside: {type: 'string'},
    },
  });
  const [operations, fields] = [Number(values.operations), Number(values.fields)];
  const document = JSON.stringify(
    values.document === undefined
      ? scaleDocument(operations, fields)
      : firstOperations(JSON.parse(await readFile(values.document, 'utf8')), operations),
  );
  const ours = join(FOLDER, 'operations');
  const rows: string[][] = [];
  const measure = async (name: string, folder: string, cost: Promise<Cost>): Promise<void> => {
    rows.push([name, ...costCells(await cost), ...weightCells(await weighFirstPage(folder))]);
  };
  const measurePlain = (name: string, folder: string, pages: readonly string[]): Promise<void> =>
    measure(name, folder, buildScaleSite({folder, source: 'src', document: smallest, plainPages: pages}));

  const plain = Array.from({length: operations}, (_, index) => plainPage(index));
  await measurePlain(`${operations} plain pages`, join(FOLDER, 'plain'), plain);
  await measure('operations', ours, buildScaleSite({folder: ours, source: 'src', document, plainPages: []}));
  if (values.text) {
    await measurePlain('plain pages of the same text', join(FOLDER, 'text'), await twinsOf(ours));
  }
  if (values.peer) {
    const folder = join(FOLDER, 'peer');
    await measure('docusaurus-openapi-docs', folder, buildPeerSite(folder, document));
  }
  if (values.beside !== undefined) {
    const [folder, source] = [join(FOLDER, 'beside'), join(values.beside, 'src')];
    await measure(
      `operations by ${values.beside}`,
      folder,
      buildScaleSite({folder, source, document, plainPages: []}),
    );
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

/** What the pages of the operations of a built site say, in Markdown. */
async function twinsOf(folder: string): Promise<readonly string[]> {
  const within = join(folder, 'build/api');
  const files = (await readdir(within, {recursive: true})).filter(name => /^[^/]+\/.+\.md$/.test(name));
  const texts = files.map(async name => readFile(join(within, name), 'utf8'));
  return (await Promise.all(texts)).map(text => `---\nmdx: {format: md}\n---\n\n${text}`);
}

function plainPage(index: number): string {
  return `# Page ${index}\n\nA paragraph of page ${index}.\n\n| a | b |\n|---|---|\n| ${index} | c |\n`;
}

/** Where the pages of a build are that are weighed: plain ones, else operations within their group, else without groups. */
const weighed = [/^plain\/[^/]+$/, /^api\/(?!schemas\/)[^/]+\/[^/]+$/, /^api\/[^/]+$/];

async function weighFirstPage(folder: string): Promise<PageWeight> {
  const build = join(folder, 'build');
  const files = (await readdir(build, {recursive: true})).sort();
  const pages = files.filter(name => name.endsWith('/index.html')).map(dirname);
  const [path = 'api'] = weighed.flatMap(pattern => pages.find(page => pattern.test(page)) ?? []);
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
