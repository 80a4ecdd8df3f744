import {mkdtempSync, readdirSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';

import {readCatalogue} from '../../../scripts/translations/catalogue';
import {completed, gapsOf, readTranslations} from '../../../scripts/translations/translations';
import {unspokenSentences} from '../../../scripts/translations/unspoken';

describe('the words of this site', () => {
  const catalogue = readCatalogue('src');

  test('can all be collected, and each id says one thing', () => {
    expect(catalogue.problems).toEqual([]);
    expect(catalogue.entries.size).toBeGreaterThan(700);
  });

  test.each(readdirSync('i18n'))('are all translated to %s, with the values of the English', locale => {
    const gaps = gapsOf(catalogue, readTranslations(`i18n/${locale}/code.json`));
    expect(gaps).toEqual({missing: [], untranslated: [], unused: [], wrongValues: []});
  });

  test('are the only sentences of what readers see', () => {
    const rooms = readdirSync('src').filter(
      room => !['api', 'cloudindex', 'mock', 'plugin', 'siteSearch', 'verify'].includes(room),
    );
    const folders = [...rooms, 'api/schema', 'plugin/operationPage', 'plugin/indexPages'].map(
      room => `src/${room}`,
    );
    // What is wrong with a prop is told to whoever writes the page, by the build.
    const forWriters = /^src\/request\/examples\/codeExamples\.ts|^src\/snippets\/(?!parse)|^src\/css/;
    expect(folders.flatMap(unspokenSentences).filter(found => !forWriters.test(found))).toEqual([]);
  });
});

describe('collecting words', () => {
  test('finds calls, elements and tables', () => {
    const {entries, problems} = readCatalogue(
      folderWith(`
        const say = messages('fault', {none: 'Is empty.', 404: 'Is not there.'});
        translate({id: 'a.b', message: 'Add {name}'}, {name});
        plural({id: 'count', message: '{count} row|{count} rows'}, 2);
        <Translate id="hint">
          Type what
          you look for.
        </Translate>;
        <Translate id="value" values={{name}}>{'Value of {name}'}</Translate>;
      `),
    );
    expect(problems).toEqual([]);
    expect(Object.fromEntries([...entries].map(([id, {message}]) => [id, message]))).toEqual({
      'fault.none': 'Is empty.',
      'fault.404': 'Is not there.',
      'a.b': 'Add {name}',
      count: '{count} row|{count} rows',
      hint: 'Type what you look for.',
      value: 'Value of {name}',
    });
  });

  test.each([
    ['an id that is made', "translate({id: `a.${key}`, message: 'A'})", /1: the id and the text/],
    ['a text that is made', "translate({id: 'a', message: 'A' + b})", /1: the id and the text/],
    ['a table from elsewhere', "messages('a', table)", /1: the id and the text/],
    [
      'an id for two texts',
      "translate({id: 'a', message: 'A'}); translate({id: 'a', message: 'B'})",
      /"a" says something else at index\.tsx:1/,
    ],
  ])('names the place of %s', (_, source, problem) => {
    expect(readCatalogue(folderWith(source)).problems).toEqual([expect.stringMatching(problem)]);
  });

  test('tells what a translation lacks, and completes it in English', () => {
    const catalogue = readCatalogue(
      folderWith(`messages('a', {
        done: 'All is well.', left: 'Leave it out.', values: '{count} row|{count} rows', new: 'A new text.', unit: '{count} s'
      })`),
    );
    const translations = {
      'theme.search': {message: 'Suche'},
      'a.gone': {message: 'Weg.'},
      'a.done': {message: 'Alles gut.'},
      'a.left': {message: 'Leave it out.'},
      'a.values': {message: '{count} Zeile|Zeilen'},
      'a.unit': {message: '{count} s'},
    };
    expect(gapsOf(catalogue, translations)).toEqual({
      missing: ['a.new'],
      untranslated: ['a.left'],
      unused: ['a.gone'],
      wrongValues: ['a.values'],
    });
    const after = completed(catalogue, translations);
    expect(Object.keys(after)).toEqual(['a.done', 'a.left', 'a.values', 'a.new', 'a.unit', 'theme.search']);
    expect(after['a.new']).toEqual({message: 'A new text.'});
  });

  test('finds a sentence that is no message, and passes over errors for developers', () => {
    const folder = folderWith(`
      const a = 'Nothing is stored.';
      translate({id: 'b', message: 'The form is empty.'});
      throw new Error('There is no such prop here.');
      const c = 'text/html; charset=utf-8';
    `);
    expect(unspokenSentences(folder)).toEqual([`${join(folder, 'index.tsx')}: Nothing is stored.`]);
  });
});

function folderWith(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'words-'));
  writeFileSync(join(folder, 'index.tsx'), source);
  return folder;
}
