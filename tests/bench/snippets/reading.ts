/**
 * `npm run bench:reading -- FOLDER…`: what a keystroke in edited code costs here, and in other checkouts: the time for reading
 * each language's sample of an operation with a body. The checkouts take turns, so that a machine that slows down slows all.
 * And what each reader weighs in gzip, its grammar included, without what it fetches for some code alone.
 */
import {mkdir} from 'node:fs/promises';
import {basename, join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {gzipSync} from 'node:zlib';

import {build} from 'esbuild';

import {loadApi} from '../../../src/api/document/load';
import {initialValues} from '../../../src/request/examples/initialValues';
import {buildRequest} from '../../../src/request/wire/build';
import {generateSnippet, readableLanguages, type Language} from '../../../src/snippets';
import {markdownTable, median} from '../support/table';

const KEYSTROKES = 100;
const CACHE = '.cache/bench/reading';

/** The module of each reader below `src/snippets/parse`. */
const modules: Readonly<Partial<Record<Language, string>>> = {
  curl: 'curl/curl',
  node: 'javascript/node',
  python: 'python/python',
  go: 'go/go',
};

type Read = (code: string, language: Language) => Promise<unknown>;

async function main(): Promise<void> {
  const folders = ['.', ...process.argv.slice(2)];
  const readers = await Promise.all(folders.map(readerIn));
  const {operations} = await loadApi('static/openapi.yaml');
  const operation = operations.find(({id}) => id === 'createUser');
  if (!operation) {
    throw new Error('The document has no operation createUser to read samples of.');
  }
  const {request} = buildRequest(operation, initialValues(operation), {
    baseUrl: 'https://api.example.com/v1',
    credentials: [],
  });
  const rows: string[][] = [];
  for (const {id, label} of readableLanguages) {
    const times = folders.map((): number[] => []);
    const sample = generateSnippet(request, id);
    for (let keystroke = 0; keystroke < KEYSTROKES; keystroke++) {
      // A space more each time, so that nothing is read from a cache.
      const code = sample + ' '.repeat(keystroke);
      for (const [index, read] of readers.entries()) {
        const before = process.cpuUsage();
        await read(code, id);
        const {user, system} = process.cpuUsage(before);
        times[index]?.push((user + system) / 1000);
      }
    }
    const weights = await Promise.all(folders.map(folder => weightOf(folder, modules[id] ?? '')));
    rows.push([
      label,
      ...times.map((list, index) => `${median(list).toFixed(2)} ms, ${weights[index] ?? ''} kB`),
    ]);
  }
  console.log(markdownTable(['language', ...folders], rows));
}

/** One file of the readers of a checkout, as to fetch parts of them costs nothing in a page that has them. */
async function readerIn(folder: string, index: number): Promise<Read> {
  await mkdir(CACHE, {recursive: true});
  const outfile = resolve(CACHE, `${index}.mjs`);
  await build({
    entryPoints: [join(resolve(folder), 'src/snippets/parse/index.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
  });
  const {parseSnippet}: {parseSnippet: Read} = await import(pathToFileURL(outfile).href);
  return parseSnippet;
}

async function weightOf(folder: string, module: string): Promise<string> {
  const {outputFiles, metafile} = await build({
    entryPoints: {reader: join(resolve(folder), `src/snippets/parse/${module}.ts`)},
    outdir: '.',
    bundle: true,
    minify: true,
    splitting: true,
    metafile: true,
    format: 'esm',
    write: false,
  });
  // What a reader fetches for some code alone is left out.
  const needed = new Set(['reader.js']);
  for (const file of needed) {
    metafile.outputs[file]?.imports.forEach(
      ({kind, path}) => kind === 'import-statement' && needed.add(path),
    );
  }
  const weights = outputFiles
    .filter(({path}) => needed.has(basename(path)))
    .map(({contents}) => gzipSync(contents).length);
  return (weights.reduce((sum, weight) => sum + weight, 0) / 1000).toFixed(1);
}

void main();
