import {afterEach, describe, expect, test} from 'vitest';

import {validateSchema} from '../../../src/api/schema/validateSchema';
import {statusMeaning} from '../../../src/client/statusMeaning';
import {ruleInWords} from '../../../src/api/schema/rulesInWords';
import {english, formatNumber, messages, plural, setWords, translate, type Words} from '../../../src/words';

const englishWords: Words = {locale: 'en', messages: {}};
const german: Words = {
  locale: 'de',
  messages: {
    'file.missing': 'Die Datei {name} fehlt.',
    'rule.characters': '{count} Zeichen|{count} Zeichen',
    'rows.count': '{count} Zeile|{count} Zeilen',
    'status.404': 'Diese Ressource gibt es nicht',
    'schemaFault.is': 'muss {what} sein',
    'schemaFault.email': 'eine E-Mail-Adresse',
  },
};
const message = {id: 'file.missing', message: 'The file {name} is missing.'};

afterEach(() => setWords(englishWords));

describe('a text', () => {
  test('is said in English until another language is set, and again when it is set back', () => {
    expect(translate(message, {name: 'a.txt'})).toBe('The file a.txt is missing.');
    setWords(german);
    expect(translate(message, {name: 'a.txt'})).toBe('Die Datei a.txt fehlt.');
    expect(english(message, {name: 'a.txt'})).toBe('The file a.txt is missing.');
    setWords(englishWords);
    expect(translate(message, {name: 'a.txt'})).toBe('The file a.txt is missing.');
  });

  test('without a translation is said in English', () => {
    setWords(german);
    expect(translate({id: 'other', message: 'Other'})).toBe('Other');
  });

  test('keeps a value as it is, also one that looks like a placeholder, and a brace that stands for itself', () => {
    expect(translate(message, {name: '{name} $& $1'})).toBe('The file {name} $& $1 is missing.');
    expect(translate({id: 'x', message: 'A } is missing, or {unknown}.'})).toBe(
      'A } is missing, or {unknown}.',
    );
  });
});

describe('a count', () => {
  const rows = {id: 'rows.count', message: '{count} row|{count} rows'};

  test.each([
    ['en', 0, '0 rows'],
    ['en', 1, '1 row'],
    ['en', 12_345, '12,345 rows'],
    ['de', 1, '1 Zeile'],
    ['de', 12_345, '12.345 Zeilen'],
  ])('in %s of %i is %s', (locale, count, said) => {
    setWords(locale === 'de' ? german : englishWords);
    expect(plural(rows, count)).toBe(said);
  });

  test('takes the form that the language has for it, of as many as there are', () => {
    setWords({locale: 'pl', messages: {'rows.count': '{count} wiersz|{count} wiersze|{count} wierszy'}});
    expect([1, 2, 5].map(count => plural(rows, count))).toEqual(['1 wiersz', '2 wiersze', '5 wierszy']);
  });

  test('is written as the language does', () => {
    setWords(german);
    expect(formatNumber(1234.56, 1)).toBe('1.234,6');
  });
});

describe('in German', () => {
  test('the form speaks it while an API keeps its English', () => {
    setWords(german);
    const schema = {type: 'string', format: 'email'} as const;
    const fault = (...rest: [] | [typeof translate]): string | undefined =>
      validateSchema({schemas: {}}, schema, 'no', ...rest)[0]?.message;
    expect(fault()).toBe('must be an email address');
    expect(fault(translate)).toBe('muss eine E-Mail-Adresse sein');
    expect(ruleInWords({type: 'string', minLength: 1, maxLength: 100})).toBe('string, 1 to 100 Zeichen');
    expect(statusMeaning(404)).toBe('Diese Ressource gibt es nicht');
  });

  test('a table of messages knows its keys', () => {
    const say = messages('file', {missing: 'The file {name} is missing.'});
    expect(say.has('missing')).toBe(true);
    expect(say.has('toString')).toBe(false);
  });
});
