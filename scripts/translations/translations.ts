import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';

import {placeholders, type Catalogue} from './catalogue';

/** A file of translations as Docusaurus keeps them. */
export type Translations = Readonly<
  Record<string, {readonly message: string; readonly description?: string}>
>;

/** How translations differ from the catalogue; each is a list of ids. */
export interface Gaps {
  readonly missing: readonly string[];
  /** The same as in English; a single word, a unit or a line of placeholders may be equal in both languages. */
  readonly untranslated: readonly string[];
  /** Ids that no longer exist. */
  readonly unused: readonly string[];
  /** Texts whose placeholders differ from those of the English text. */
  readonly wrongValues: readonly string[];
}

/** Texts of Docusaurus' theme, which has translations of its own. */
const ofTheme = /^theme\./;

export function readTranslations(file: string): Translations {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Translations) : {};
}

export function writeTranslations(file: string, translations: Translations): void {
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, `${JSON.stringify(translations, null, 2)}\n`);
}

export function gapsOf({entries}: Catalogue, translations: Translations): Gaps {
  const translated = [...entries].flatMap(([id, {message}]) => {
    const text = translations[id]?.message;
    return text === undefined ? [] : [{id, message, text}];
  });
  return {
    missing: [...entries.keys()].filter(id => !Object.hasOwn(translations, id)),
    untranslated: translated
      .filter(
        ({message, text}) => message === text && /[a-z]{2,}[^{}]* [^{}]*[a-z]{2,}/i.test(plain(message)),
      )
      .map(({id}) => id),
    unused: Object.keys(translations).filter(id => !entries.has(id) && !ofTheme.test(id)),
    wrongValues: translated.filter(({message, text}) => !sameValues(message, text)).map(({id}) => id),
  };
}

/**
 * The translations with all ids of the catalogue, in its order and in English where one is missing; unused ids are left
 * out, and those of the theme come last.
 */
export function completed({entries}: Catalogue, translations: Translations): Translations {
  return Object.fromEntries([
    ...[...entries].map(([id, {message}]) => [id, translations[id] ?? {message}] as const),
    ...Object.entries(translations).filter(([id]) => ofTheme.test(id) && !entries.has(id)),
  ]);
}

/** The texts of Docusaurus' theme. */
export function themeOnly(translations: Translations): Translations {
  return Object.fromEntries(Object.entries(translations).filter(([id]) => ofTheme.test(id)));
}

/** All forms of a plural must have the placeholders of the English ones. */
function sameValues(message: string, text: string): boolean {
  const wanted = placeholders(message).join();
  return text.split('|').every(form => placeholders(form).join() === wanted);
}

function plain(message: string): string {
  return message.replace(/\{\w+\}/g, '');
}
