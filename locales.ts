import {normalizeUrl} from '@docusaurus/utils';

/** The languages of the site, the one it is written in first. */
export const i18n = {
  defaultLocale: 'en',
  locales: ['en', 'de'],
  localeConfigs: {en: {label: 'English'}, de: {label: 'Deutsch'}},
};

/** The URL path at which the site starts: `/`, or `/docs/` where it is deployed below another one. */
export const baseUrl = normalizeUrl(['/', process.env['SITE_BASE_URL'] ?? '', '/']);

/** Where the pages of a language start. */
export function homeOf(locale: string): string {
  return locale === i18n.defaultLocale ? baseUrl : `${baseUrl}${locale}/`;
}
