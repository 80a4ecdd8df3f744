import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {visit} from 'unist-util-visit';
import {expect, test} from 'vitest';

import {readMarkdown} from '../../../src/plugin/operationPage/readMarkdown';

/** What a reader of Markdown without any short cut makes of a text that has no links, pictures or markup. */
function asMarkdown(text: string): unknown {
  const tree = unified().use(remarkParse).use(remarkGfm, {singleTilde: false}).parse(text);
  visit(tree, node => {
    delete node.position;
  });
  return tree;
}

/** Pieces of sentences, with some that mean more in Markdown, or would at the start of a line. */
const piece = fc.constantFrom(
  ...['A', 'b', 'ß', '1', '12', ' ', '  ', '.', ',', ';', '(', ')', "'", '"', '-', '--', '—', '?', '%'],
  ...[
    '*',
    '_',
    '`',
    '#',
    '>',
    '|',
    '~',
    '=',
    '+',
    '1. ',
    '- ',
    '\n',
    '\t',
    ':',
    '\\',
    '&',
    '&amp;',
    'www.',
    'a.bc',
  ],
);

test('a sentence is read as any Markdown is, the quick way too', () => {
  fc.assert(
    fc.property(fc.array(piece, {minLength: 1, maxLength: 8}), pieces => {
      const text = pieces.join('');
      fc.pre(!/www\./.test(text));
      expect(readMarkdown(text)).toEqual(asMarkdown(text));
    }),
    {numRuns: 2000},
  );
});

test.each(['At most 80 characters.', 'Über 3 (or so), "quoted".', 'x'])('%j is one paragraph', text => {
  expect(readMarkdown(text)).toEqual(asMarkdown(text));
});

test('an address without markup is a link wherever it stands', () => {
  const links: string[] = [];
  visit(readMarkdown('See www.example.com for more'), 'link', ({url}) => void links.push(url));
  visit(readMarkdown('SEE WWW.example.com'), 'link', ({url}) => void links.push(url));
  expect(links).toEqual(['http://www.example.com', 'http://WWW.example.com']);
});

test('what one place does to a text stays out of the next', () => {
  const [first, second] = [readMarkdown('See [a](/b).'), readMarkdown('See [a](/b).')];
  visit(first, 'link', link => {
    link.url = '/changed';
  });
  expect(JSON.stringify([second, readMarkdown('See [a](/b).')])).not.toContain('changed');
});
