import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {gzipSync} from 'node:zlib';

import {loadApi} from '../../../src/api/document/load';
import {inPeers} from './peers';
import {markdownTable} from '../support/table';

/** What esbuild's JavaScript API answers, as far as it is read here. */
interface Bundle {
  readonly outputFiles: readonly {readonly contents: Uint8Array; readonly text: string}[];
  readonly metafile: {readonly inputs: {readonly [path: string]: unknown}};
}

const parts: readonly {readonly name: string; readonly holds: (path: string) => boolean}[] = [
  {name: 'JSON Schema validator', holds: path => path.includes('node_modules/@cfworker/')},
  {name: 'multipart parser', holds: path => path.includes('node_modules/multipasta/')},
  {name: 'msw and what it needs', holds: path => path.includes('node_modules/')},
  {name: 'our rules', holds: () => true},
];

/** The page's mock in gzip, whole and without each of its parts: what a part weighs is what its absence saves. */
export async function weighPage(): Promise<string> {
  const whole = await bundle(() => false);
  const paths = Object.keys(whole.metafile.inputs);
  const rows: string[][] = [];
  for (const [index, {name, holds}] of parts.entries()) {
    const earlier = parts.slice(0, index);
    const isPart = (path: string): boolean => holds(path) && !earlier.some(part => part.holds(path));
    // Our rules hold all together: they weigh what is left.
    if (index < parts.length - 1 && paths.some(isPart)) {
      rows.push([name, kilobytes(gzipped(whole) - gzipped(await bundle(isPart)))]);
    }
  }
  const known = await bundle(path => path.includes('node_modules/'));
  const data = gzipSync(JSON.stringify(await loadApi('static/openapi.yaml'))).byteLength;
  return markdownTable(
    ['page mock, minified', 'gzip, kB'],
    [
      ...rows,
      ['our rules', kilobytes(gzipped(known))],
      ['script in all', kilobytes(gzipped(whole))],
      ['the API document as data', kilobytes(data)],
      ['**in all** (goal: 90)', `**${kilobytes(gzipped(whole) + data)}**`],
    ],
  );
}

/** Bundles src/mock/page.ts for browsers; the files of a part are replaced by empty ones. */
async function bundle(isLeftOut: (path: string) => boolean): Promise<Bundle> {
  const {build} = await import(pathToFileURL(resolve(inPeers('esbuild', 'lib', 'main.js'))).href);
  return build({
    entryPoints: [join('src', 'mock', 'page.ts')],
    ...{bundle: true, minify: true, write: false, metafile: true, format: 'esm', platform: 'browser'},
    logLevel: 'error',
    plugins: [
      {
        name: 'leave out',
        setup(setup: {
          onLoad: (
            options: {filter: RegExp},
            load: (file: {path: string}) => {contents: string; loader: string} | undefined,
          ) => void;
        }) {
          setup.onLoad({filter: /\.[cm]?[jt]s$/}, ({path}) =>
            isLeftOut(path) ? {contents: 'module.exports = {};', loader: 'js'} : undefined,
          );
        },
      },
    ],
  });
}

function gzipped({outputFiles}: Bundle): number {
  return outputFiles.reduce((sum, {contents}) => sum + gzipSync(contents).byteLength, 0);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
