import {execFile} from 'node:child_process';
import {relative, resolve} from 'node:path';
import {promisify} from 'node:util';
import type {Options} from '@docusaurus/preset-classic';
import {flattenRoutes, posixPath} from '@docusaurus/utils';

import {isGenerated} from './operationPages';
import type {IndexOptions} from './remark/expandIndexes';

type Sitemap = Extract<Options['sitemap'], object>;
type CreateItems = NonNullable<Sitemap['createSitemapItems']>;

const run = promisify(execFile);

/**
 * Says in the sitemap when each page last changed: its own file, or the OpenAPI document that a page of the API is made
 * from. The dates come from git; where there is none, as in an archive of the sources, the sitemap has no dates.
 * (Docusaurus' own `lastmod` stops such a build, and knows no page whose file is generated.)
 */
export function datedSitemap({document, pages}: Pick<IndexOptions, 'document' | 'pages'>): Sitemap {
  const createSitemapItems: CreateItems = async ({defaultCreateSitemapItems, ...params}) => {
    const {siteConfig, routes} = params;
    const sources = new Map(
      flattenRoutes([...routes]).map(({path, metadata}) => [siteConfig.url + path, metadata?.sourceFilePath]),
    );
    const folder = `${relative('.', resolve(pages))}/`;
    const items = await defaultCreateSitemapItems(params);
    const files = items.map(({url}) => {
      const source = sources.get(url);
      return source === undefined ? [] : sourcesOf(source, source.startsWith(folder) ? document : undefined);
    });
    const changes = await lastChanges([...new Set(files.flat())]);
    return items.map((item, index) => ({...item, lastmod: newest(files[index] ?? [], changes)}));
  };
  return {changefreq: null, priority: null, createSitemapItems};
}

/** The files that git knows of what a page is made from: one that was generated is none of them. */
function sourcesOf(page: string, document: string | undefined): readonly string[] {
  return [...(isGenerated(page) ? [] : [page]), ...(document === undefined ? [] : [document])];
}

/** The newest commit that changed a file. */
interface Commit {
  /** How many others are newer. */
  readonly age: number;
  readonly date: string;
}

function newest(files: readonly string[], changes: ReadonlyMap<string, Commit>): string | null {
  const found = files.flatMap(file => changes.get(file) ?? []).toSorted((one, other) => one.age - other.age);
  return found[0]?.date ?? null;
}

/**
 * The last change of each of the files that git knows, in one process: one for each of a thousand pages would take minutes.
 * None where there is no git.
 */
async function lastChanges(files: readonly string[]): Promise<ReadonlyMap<string, Commit>> {
  const changes = new Map<string, Commit>();
  if (files.length === 0) {
    return changes;
  }
  const byPath = new Map(files.map(file => [posixPath(relative('.', resolve(file))), file]));
  const said = await run(
    'git',
    [
      '-c',
      'core.quotePath=false',
      'log',
      // A merge changes what is in it as on none of its sides.
      '-c',
      '--format=%x00%cI',
      '--name-only',
      '--relative',
      '--',
      ...byPath.keys(),
    ],
    {maxBuffer: MOST_OF_HISTORY},
  ).then(
    ({stdout}) => stdout,
    () => '',
  );
  for (const [age, commit] of said.split('\0').slice(1).entries()) {
    const [date = '', ...paths] = commit.split('\n').filter(line => line !== '');
    for (const path of paths) {
      const file = byPath.get(path);
      if (file !== undefined && !changes.has(file)) {
        changes.set(file, {age, date});
      }
    }
  }
  return changes;
}

/** In bytes. */
const MOST_OF_HISTORY = 1e9;
