/**
 * `npm run write-translations`: for each other language, has Docusaurus write the texts of its theme, the navigation
 * and the components, adds those that its extraction does not see (src/words), removes unused ones, and reports what is
 * not translated yet.
 */
import {execFileSync} from 'node:child_process';

import {i18n} from '../../locales';
import {readCatalogue} from './catalogue';
import {
  completed,
  gapsOf,
  readTranslations,
  themeOnly,
  writeTranslations,
  type Gaps,
  type Translations,
} from './translations';

const DOCUSAURUS = 'node_modules/@docusaurus/core/bin/docusaurus.mjs';

function main(): void {
  const catalogue = readCatalogue('src');
  if (catalogue.problems.length > 0) {
    throw new Error(catalogue.problems.join('\n'));
  }
  const {defaultLocale, locales} = i18n;
  for (const locale of locales.filter(one => one !== defaultLocale)) {
    const file = `i18n/${locale}/code.json`;
    const before = readTranslations(file);
    const written = writtenByDocusaurus(locale, file, before);
    const after = completed(catalogue, {...written, ...before});
    writeTranslations(file, after);
    report(locale, file, {...gapsOf(catalogue, before), untranslated: gapsOf(catalogue, after).untranslated});
  }
}

/** What Docusaurus extracts. It only gets the theme's texts, because it would remove those of src/words as unused. */
function writtenByDocusaurus(locale: string, file: string, before: Translations): Translations {
  try {
    writeTranslations(file, themeOnly(before));
    execFileSync(process.execPath, [DOCUSAURUS, 'write-translations', '--locale', locale], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return readTranslations(file);
  } finally {
    writeTranslations(file, before);
  }
}

function report(locale: string, file: string, {missing, untranslated, unused, wrongValues}: Gaps): void {
  const list = (title: string, ids: readonly string[]): void => {
    if (ids.length > 0) {
      console.log(`  ${title}: ${ids.join(', ')}`);
    }
  };
  console.log(`${locale} (${file})`);
  list('New, in English', missing);
  list('To be translated', untranslated);
  list('Removed, because they are no longer used', unused);
  list('With different {values} than the English', wrongValues);
  if (missing.length + untranslated.length + unused.length + wrongValues.length === 0) {
    console.log('  All is translated.');
  }
}

main();
