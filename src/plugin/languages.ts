import {posix} from 'node:path';

import {languages, type SampleLanguage} from '../snippets';

/** Which languages a site shows samples in, by their ids. */
export interface LanguageOptions {
  /** Those whose samples are in the page, a tab each, in this order. By default `curl`, `node`, `python` and `go`. */
  readonly languages?: readonly string[];
  /** Those that a reader may choose beside them; their samples are made in the browser. None by default. */
  readonly moreLanguages?: readonly string[];
}

export interface ChosenLanguages {
  readonly tabs: readonly KnownLanguage[];
  readonly more: readonly KnownLanguage[];
}

type KnownLanguage = (typeof languages)[number];

/**
 * The languages that a site has chosen.
 * @throws Error naming the option and the value that is no id of a language, or that stands there twice.
 */
export function chosenLanguages({
  languages: tabs = ['curl', 'node', 'python', 'go'],
  moreLanguages: more = [],
}: LanguageOptions): ChosenLanguages {
  const [twice] = [...tabs, ...more].filter((id, index, all) => all.indexOf(id) < index);
  if (twice !== undefined) {
    throw new Error(`The language "${twice}" is listed twice in \`languages\` and \`moreLanguages\`.`);
  }
  if (tabs.length === 0) {
    throw new Error('`languages` is empty, so that there would be no samples. Name one, such as "curl".');
  }
  return {
    tabs: tabs.map(id => languageNamed('languages', id)),
    more: more.map(id => languageNamed('moreLanguages', id)),
  };
}

function languageNamed(option: string, id: string): KnownLanguage {
  const language = languages.find(one => one.id === id);
  if (!language) {
    const known = languages.map(one => `"${one.id}"`).join(', ');
    throw new Error(`\`${option}\` names "${id}", which there are no samples in. It takes ${known}.`);
  }
  return language;
}

/** The grammars that Prism needs for the samples, in the order to load them in: `additionalLanguages` of the site. */
export function grammarsOfSamples(options: LanguageOptions): readonly string[] {
  const {tabs, more} = chosenLanguages(options);
  return [...new Set([...tabs, ...more].flatMap(({grammars}) => grammars))];
}

/**
 * Sources of the modules by which a page gets at the languages of its site, and at no others. What prints and what reads a
 * language is fetched when it is wanted. Their types are declared in generated.d.ts.
 * @param folder of the languages, with slashes
 */
export function languageModules(
  options: LanguageOptions,
  folder: string,
): Readonly<Record<'tabLanguages.js' | 'moreLanguages.js' | 'readers.js', string>> {
  const {tabs, more} = chosenLanguages(options);
  const read = [...tabs, ...more].filter((language: SampleLanguage) => language.reader);
  const importFrom = (id: string, what: string, file = ''): string =>
    `import {${what}} from ${JSON.stringify(posix.join(folder, id, file))};`;
  const listOf = (name: string, entries: readonly string[]): string =>
    `export const ${name} = [\n${entries.map(entry => `  ${entry},\n`).join('')}];\n`;
  return {
    'tabLanguages.js': [
      ...tabs.map(({id}) => importFrom(id, id)),
      listOf(
        'tabLanguages',
        tabs.map(({id}) => id),
      ),
    ].join('\n'),
    'moreLanguages.js': listOf(
      'moreLanguages',
      more.map(
        ({id, label, highlight}) =>
          `{label: ${JSON.stringify(label)}, highlight: ${JSON.stringify(highlight)}, load: async () => (await import(${JSON.stringify(posix.join(folder, id))})).${id}}`,
      ),
    ),
    'readers.js': [
      ...read.map(({id}) => importFrom(id, `reader as ${id}`, 'reader')),
      listOf(
        'readers',
        read.map(({id}) => id),
      ),
    ].join('\n'),
  };
}
