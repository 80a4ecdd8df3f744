import type {LoadContext, Plugin} from '@docusaurus/types';

import {writeBuiltFile} from './builtPages';

/** Writes `robots.txt` (RFC 9309): all may be read, and each language has its sitemap. */
export default function robotsPlugin({siteConfig, i18n}: LoadContext): Plugin {
  const {url, baseUrl} = siteConfig;
  return {
    name: 'robots',

    async postBuild({outDir}) {
      // There is one for the whole site, whichever languages are built.
      if (i18n.currentLocale !== i18n.defaultLocale) {
        return;
      }
      const sitemaps = i18n.locales.map(
        locale =>
          `Sitemap: ${url}${baseUrl}${locale === i18n.defaultLocale ? '' : `${locale}/`}sitemap.xml\n`,
      );
      await writeBuiltFile(
        {outDir, baseUrl},
        `${baseUrl}robots.txt`,
        `User-agent: *\nAllow: /\n\n${sitemaps.join('')}`,
      );
    },
  };
}
