import {readFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {gzipSync} from 'node:zlib';

import {run} from '../../samples/support/runSample';
import {FOLDER} from './install';

const HERE = resolve('tests', 'bench', 'snippets');

/** The adapter of a tool as a module for Node; gives its path. */
export function bundleForNode(id: string): Promise<string> {
  return esbuild(join('adapters', id), `${id}.node.cjs`, [
    '--platform=node',
    '--format=cjs',
    '--main-fields=module,main',
  ]);
}

/** A module as a script for the browser that sets a global; gives its path. */
export function bundleForBrowser(entry: string, globalName: string): Promise<string> {
  return esbuild(entry, `${entry.replaceAll('/', '-')}.browser.js`, [
    '--platform=browser',
    '--format=iife',
    `--global-name=${globalName}`,
    '--minify',
    '--define:process.env.NODE_ENV="production"',
    '--define:global=globalThis',
    `--inject:${join(HERE, 'nodeGlobals.ts')}`,
    '--alias:path=path-browserify',
    '--alias:stream=stream-browserify',
    // What no page can have; the peers touch it for files and sockets alone.
    ...['crypto', 'fs', 'http', 'https'].map(name => `--alias:${name}=${join(HERE, 'empty.ts')}`),
  ]);
}

export interface Weight {
  readonly minified: number;
  readonly gzip: number;
}

/** What a page loads for the four generators of a tool, all of it in one script. */
export async function weigh(id: string): Promise<Weight> {
  const script = await readFile(await bundleForBrowser(`generators/${id}`, 'generators'));
  return {minified: script.length, gzip: gzipSync(script, {level: 9}).length};
}

async function esbuild(entry: string, name: string, options: readonly string[]): Promise<string> {
  const outfile = join(FOLDER, 'bundles', name);
  const {exitCode, stderr} = await run(
    [
      join(FOLDER, 'node_modules', '.bin', 'esbuild'),
      join(HERE, `${entry}.ts`),
      '--bundle',
      '--log-level=error',
      `--outfile=${outfile}`,
      ...options,
    ],
    HERE,
    {NODE_PATH: join(FOLDER, 'node_modules')},
  );
  if (exitCode !== 0) {
    throw new Error(`esbuild could not bundle ${entry}:\n${stderr}`);
  }
  return outfile;
}
