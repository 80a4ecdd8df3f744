import {describe, expect, test} from 'vitest';

import type {ProseBlock} from '../../../scripts/prose/block';
import {checkStyle} from '../../../scripts/prose/check';
import {pageBlocks} from '../../../scripts/prose/pageBlocks';
import {messageBlocks} from '../../../scripts/prose/messageBlocks';
import {checkSpelling} from '../../../scripts/prose/spelling';
import {yamlBlocks} from '../../../scripts/prose/yamlBlocks';

/** Findings as `line:column rule`. */
function found(blocks: readonly ProseBlock[]): string[] {
  return checkStyle(blocks, ['Create User']).map(({line, column, rule}) => `${line}:${column} ${rule}`);
}

function inPage(source: string): string[] {
  return found(pageBlocks('page.mdx', source));
}

describe('a rule of the style guide finds', () => {
  test.each([
    ['Simply send it.', 'belittling'],
    ['Please send it.', 'filler'],
    ['The API will return 201.', 'future'],
    ['We return 201.', 'address'],
    ['A sandbox responds.', 'term'],
    ['The API answers 201.', 'term'],
    ['The value is at fault.', 'term'],
    ['Send the MIME type.', 'term'],
    ['Send a header, e.g. this one.', 'Latin'],
    ['Click on Send.', 'control'],
    ['The user is created by the mock.', 'passive'],
    ['The user is returned.', 'passive'],
    ['Send [this](/errors).', 'link'],
    ['Send the the request.', 'grammar'],
    ['Send a error.', 'grammar'],
    ['# What You Need', 'heading'],
    ['# what you need', 'heading'],
    [`Send ${'one and '.repeat(16)}two.`, 'length'],
  ])('%s', (source, rule) => {
    expect(inPage(source).map(place => place.replace(/^\S+ /, ''))).toContain(rule);
  });
});

test.each([
  'The API returns 201.',
  'The answer to your question cites a document.',
  '## 1. Upload the handbook',
  'The `simply` of code, and “just” or "easy" in quotation marks.',
  '# The Create User page of the API',
  'The user is created by hand.',
  '[How a key is refused](/authentication)',
  '```bash\nplease --just-do-it\n```',
  '<Component text="please" />',
  'export const please = 1;',
])('nothing is found in %s', source => {
  expect(inPage(source)).toEqual([]);
});

test('a finding names the place in the page, lines within a paragraph and front matter counted', () => {
  const page =
    '---\ntitle: Errors\ndescription: Just read them.\n---\n\n# Errors\n\nRead them,\nand **please** mend them.\n';
  expect(inPage(page)).toEqual(['3:1 belittling', '9:7 filler']);
});

test('in a document descriptions are read, and data is not', () => {
  const document = `info:
  title: Things
  description: |
    A first line.

    Just a second.
example:
  description: please
`;
  expect(found(yamlBlocks('openapi.yaml', document))).toEqual(['6:1 belittling']);
});

test('in a source every message of the interface is read, and other text is not', () => {
  const source = `const word = 'please';
export const said = translate({id: 'simply', message: 'Please wait.'});
export const shown = (
  <Translate id="b">
    Just wait.
  </Translate>
);
export const table = messages('group', {first: 'Just a table.'});
export const count = plural({id: 'c', message: 'Please one|Please more'}, 1);
`;
  expect(found(messageBlocks('Part.tsx', source))).toEqual([
    '2:1 filler',
    '5:1 belittling',
    '8:1 belittling',
    '9:1 filler',
    '9:12 filler',
  ]);
});

test('the advice says what to write instead', () => {
  const [finding] = checkStyle(pageBlocks('page.mdx', 'A sandbox responds.'), []);
  expect(finding?.advice).toBe('“sandbox”: a mock is a mock everywhere.');
});

test('a word that no dictionary has is found where it stands, with words to write instead', async () => {
  const findings = await checkSpelling(
    pageBlocks('page.mdx', 'Send it.\n\nYou `recieve` nothing, and recieve it.'),
  );
  expect(findings).toMatchObject([{line: 3, column: 28, rule: 'spelling'}]);
  expect(findings[0]?.advice).toContain('“receive”');
  // Dictionaries are read from the disk first.
}, 60_000);
