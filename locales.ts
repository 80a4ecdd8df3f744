/** The languages of the site, the one it is written in first. */
export const i18n = {
  defaultLocale: 'en',
  locales: ['en', 'de'],
  localeConfigs: {en: {label: 'English'}, de: {label: 'Deutsch'}},
};
