/**
 * `npm run weigh -- FOLDER`: the gzipped size of a build's pages before any interaction: the HTML, and the scripts and
 * styles that it loads. With `--beside FOLDER`, also the difference from another build.
 */
import {readFileSync, existsSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {gzipSync} from 'node:zlib';

/** One page of each kind. */
const PAGES = ['index.html', 'quickstart.html', 'api/users/create-user.html'];

function main(): void {
  const {values, positionals} = parseArgs({options: {beside: {type: 'string'}}, allowPositionals: true});
  const [folder = 'build'] = positionals;
  const {beside} = values;
  const rows = PAGES.map(page => {
    const weight = weightOf(folder, page);
    const before = beside === undefined ? undefined : weightOf(beside, page);
    return `| ${page} | ${inKilobytes(weight)} | ${difference(weight, before)} |`;
  });
  console.log(['| page | gzip | change |', '| --- | --: | --: |', ...rows].join('\n'));
}

/** In bytes; undefined if the build has no such page. */
function weightOf(folder: string, page: string): number | undefined {
  const file = [join(folder, page), join(folder, page.replace(/\.html$/, '/index.html'))].find(existsSync);
  if (file === undefined) {
    return undefined;
  }
  const html = readFileSync(file, 'utf8');
  const named = [...html.matchAll(/(?:src|href)="?([^"\s>]+?\.(?:js|css))(?=["\s>])/g)].map(
    ([, path = '']) => path,
  );
  // In a build below another path, addresses start with that path.
  const files = [...new Set(named)].flatMap(
    path => [path, path.replace(/^\/[^/]+/, '')].map(local => join(folder, local)).find(existsSync) ?? [],
  );
  return [file, ...files].reduce((sum, one) => sum + gzipSync(readFileSync(one)).length, 0);
}

function inKilobytes(bytes: number | undefined): string {
  return bytes === undefined ? 'no such page' : `${(bytes / 1000).toFixed(1)} kB`;
}

function difference(bytes: number | undefined, before: number | undefined): string {
  if (bytes === undefined || before === undefined) {
    return '';
  }
  const change = bytes - before;
  return `${change > 0 ? '+' : ''}${(change / 1000).toFixed(1)} kB`;
}

main();
