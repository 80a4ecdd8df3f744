import {Feed} from 'feed';
import {toHtml} from 'hast-util-to-html';
import type {LoadContext, Plugin, PluginModule} from '@docusaurus/types';

import {withinSite} from '../../pageFiles/addresses';
import {readBuiltPage, writeBuiltFile} from '../builtPages';
import {feedEntries} from './entries';

export interface ChangelogFeedOptions {
  /** The URL path of the changelog, without the site's base URL. */
  readonly page: string;
  readonly title: string;
}

/** Writes the feeds of the changelog from its page, in both of the formats that readers of feeds take: RSS and Atom. */
export default function changelogFeedPlugin(options: ChangelogFeedOptions): PluginModule {
  return context => createPlugin(context, options);
}

function createPlugin({siteConfig, baseUrl, i18n}: LoadContext, {page, title}: ChangelogFeedOptions): Plugin {
  return {
    name: 'changelog-feed',

    async postBuild({outDir, routesPaths}) {
      const route = routesPaths.find(path => withinSite(path, baseUrl).replace(/\/$/, '') === page);
      const html = route === undefined ? undefined : await readBuiltPage({outDir, baseUrl}, route);
      if (route === undefined || html === undefined) {
        throw new Error(`There is no page at ${page} to create a feed from.`);
      }
      const url = siteConfig.url + route;
      const entries = feedEntries(html, url);
      const [newest] = entries;
      const feed = new Feed({
        id: url,
        link: url,
        title,
        copyright: siteConfig.title,
        language: i18n.currentLocale,
        ...(newest && {updated: newest.date}),
        feedLinks: {rss: `${url}.rss`, atom: `${url}.atom`},
      });
      for (const entry of entries) {
        feed.addItem({
          id: entry.url,
          link: entry.url,
          // Readers of feeds take it for HTML.
          title: toHtml({type: 'text', value: entry.title}),
          date: entry.date,
          content: entry.html,
        });
      }
      await writeBuiltFile({outDir, baseUrl}, `${route}.rss`, feed.rss2());
      await writeBuiltFile({outDir, baseUrl}, `${route}.atom`, feed.atom1());
    },
  };
}
