import {expect, test} from 'vitest';

import {checkCodeExamples} from '../../../src/request/examples/codeExamples';

const good = {language: 'bash', label: 'cURL', code: 'curl https://example.com'};

test('examples with language, label and code have no problems', () => {
  expect(checkCodeExamples([good, {...good, label: 'Shell'}])).toEqual([]);
});

test.each([
  ['nothing', undefined, /`examples` is missing; give a list/],
  ['a text', 'curl', /`examples` is "curl"; give a list/],
  ['an empty list', [], /`examples` is empty; give at least one/],
  ['a text in the list', ['curl'], /`examples\[0\]` is "curl"; give an object/],
  ['a missing label', [{language: 'bash', code: 'x'}], /`examples\[0\]\.label` is missing; give a text/],
  ['a number as code', [{...good, code: 5}], /`examples\[0\]\.code` is 5; give a text/],
  [
    'an unknown key',
    [good, {...good, label: 'b', lang: 'x'}],
    /`examples\[1\]` has the unknown key "lang".*allowed keys/,
  ],
  ['the same label twice', [good, good], /`examples\[1\]\.label` is "cURL", as in `examples\[0\]`/],
])('%s is explained', (_, value, message) => {
  expect(checkCodeExamples(value).join(' ')).toMatch(message);
});

test('every problem is told at once', () => {
  expect(checkCodeExamples([{language: 1, label: 2, code: 3}])).toHaveLength(3);
});
