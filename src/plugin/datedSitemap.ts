import {relative, resolve} from 'node:path';
import type {Options} from '@docusaurus/preset-classic';
import {flattenRoutes} from '@docusaurus/utils';

import {lastChanges} from './lastChanges';
import type {IndexOptions} from './remark/expandIndexes';

type Sitemap = Extract<Options['sitemap'], object>;
type CreateItems = NonNullable<Sitemap['createSitemapItems']>;

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
    const documentFile = relative('.', document);
    const changes = await lastChanges([...sources.values(), documentFile].filter(file => file !== undefined));
    const items = await defaultCreateSitemapItems(params);
    return items.map(item => {
      const source = sources.get(item.url);
      const dates = [source, ...(source?.startsWith(folder) ? [documentFile] : [])].flatMap(file =>
        file === undefined ? [] : (changes.get(file) ?? []),
      );
      return {...item, lastmod: newest(dates)};
    });
  };
  return {changefreq: null, priority: null, createSitemapItems};
}

/** The newest of the dates as they were written; null when there is none. Their offsets may differ. */
function newest(dates: readonly string[]): string | null {
  return dates.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null;
}
