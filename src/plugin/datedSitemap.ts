import {execFile} from 'node:child_process';
import {relative, resolve} from 'node:path';
import {promisify} from 'node:util';
import type {Options} from '@docusaurus/preset-classic';
import {flattenRoutes} from '@docusaurus/utils';

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
    // All generated pages have one answer: a process of git for each would take minutes with a thousand of them.
    const asked = new Map<string, Promise<string | null>>();
    const lastChangeOnce = (files: readonly string[]): Promise<string | null> => {
      const key = files.join('\0');
      const answer = asked.get(key) ?? lastChange(files);
      asked.set(key, answer);
      return answer;
    };
    return Promise.all(
      items.map(async item => {
        const source = sources.get(item.url);
        const files =
          source === undefined ? [] : sourcesOf(source, source.startsWith(folder) ? document : undefined);
        return {...item, lastmod: await lastChangeOnce(files)};
      }),
    );
  };
  return {changefreq: null, priority: null, createSitemapItems};
}

/** The files that git knows of what a page is made from: one that was generated is none of them. */
function sourcesOf(page: string, document: string | undefined): readonly string[] {
  return [...(isGenerated(page) ? [] : [page]), ...(document === undefined ? [] : [document])];
}

/** When the newest commit was made that changed one of the files; null when that is not known. */
async function lastChange(files: readonly string[]): Promise<string | null> {
  if (files.length === 0) {
    return null;
  }
  try {
    const {stdout} = await run('git', ['log', '-1', '--format=%cI', '--', ...files]);
    return stdout.trim() || null;
  } catch {
    return null;
  }
}
