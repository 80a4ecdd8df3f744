import type {LoadContext, Plugin} from '@docusaurus/types';

import {writeBuiltFile} from './builtPages';

/** Writes `robots.txt` (RFC 9309): all may be read, and each language has its sitemap. */
export default function robotsPlugin({siteConfig, i18n}: LoadContext): Plugin {
  const {baseUrl} = siteConfig;
  return {
    name: 'robots',

    async postBuild({outDir}) {
      // There is one for the whole site, whichever languages are built.
      if (i18n.currentLocale !== i18n.defaultLocale) {
        return;
      }
      const sitemaps = Object.values(i18n.localeConfigs).map(
        locale => `Sitemap: ${locale.url}${locale.baseUrl}sitemap.xml\n`,
      );
      await writeBuiltFile(
        {outDir, baseUrl},
        `${baseUrl}robots.txt`,
        `User-agent: *\nAllow: /\n\n${sitemaps.join('')}`,
      );
    },
  };
}
