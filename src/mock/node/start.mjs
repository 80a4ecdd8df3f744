/**
 * `npm run mock`: runs `cli.ts`, which is compiled with everything that it imports if its sources have changed. The
 * result is cached under `.cache/mock`, by content: compiling would be the longest part of each start. Hand-written
 * rules in TypeScript are compiled with it, so that both share their modules.
 */
import {createHash} from 'node:crypto';
import {existsSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join, relative, resolve} from 'node:path';
import process from 'node:process';
import {pathToFileURL} from 'node:url';

const root = resolve(import.meta.dirname, '../../..');
const kept = join(root, '.cache/mock');
const rulesAt = process.argv.indexOf('--rules') + 1;
const rules = rulesAt > 0 ? process.argv[rulesAt] : undefined;
const isCompiled = rules !== undefined && /\.[cm]?tsx?$/.test(rules) && existsSync(rules);
const entryPoints = {
  cli: join(import.meta.dirname, 'cli.ts'),
  faults: join(import.meta.dirname, 'faults.ts'),
  ...(isCompiled && {rules: resolve(rules)}),
};
/** Which files were compiled for these entry points. */
const list = join(kept, `sources-${shortHash(JSON.stringify(entryPoints))}.json`);

const folder = keptFrom(knownSources()) ?? (await compile());
if (isCompiled) {
  process.argv[rulesAt] = join(folder, 'rules.mjs');
}
await import(pathToFileURL(join(folder, 'cli.mjs')).href);

/** The sources that were compiled last. */
function knownSources() {
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}

/** The folder with what was compiled from these sources, if they have not changed. */
function keptFrom(sources) {
  const known = sources.length > 0 && sources.every(source => existsSync(join(root, source)));
  const found = known ? folderOf(sources) : undefined;
  return found !== undefined && existsSync(found) ? found : undefined;
}

function folderOf(sources) {
  const hash = createHash('sha256').update(
    JSON.stringify([entryPoints, process.version, readFileSync(import.meta.filename, 'utf8')]),
  );
  for (const source of ['package-lock.json', ...sources]) {
    hash.update(`\0${source}\0`).update(readFileSync(join(root, source)));
  }
  return join(kept, hash.digest('hex').slice(0, 16));
}

function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

async function compile() {
  const {build} = await import('esbuild');
  const made = join(kept, `new-${process.pid}`);
  const {metafile} = await build({
    entryPoints,
    outdir: made,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    outExtension: {'.js': '.mjs'},
    platform: 'node',
    // Some packages list a file for other loaders first, which cannot be bundled.
    mainFields: ['module', 'main'],
    target: 'node20',
    // It contains native code.
    external: ['classic-level'],
    banner: {js: "import {createRequire as from} from 'node:module'; const require = from(import.meta.url);"},
    metafile: true,
    logLevel: 'error',
  });
  const sources = Object.keys(metafile.inputs)
    .filter(source => !source.includes('node_modules/') && !source.includes(':'))
    .map(source => relative(root, resolve(root, source)))
    .toSorted();
  const final = folderOf(sources);
  try {
    renameSync(made, final);
  } catch {
    // Another start has compiled the same in the meantime.
    rmSync(made, {recursive: true});
  }
  writeFileSync(`${list}.${process.pid}`, JSON.stringify(sources));
  renameSync(`${list}.${process.pid}`, list);
  return final;
}
