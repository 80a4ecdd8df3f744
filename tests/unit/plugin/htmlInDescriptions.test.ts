import {toMarkdown} from 'mdast-util-to-markdown';
import {gfmToMarkdown} from 'mdast-util-gfm';
import {mdxToMarkdown} from 'mdast-util-mdx';
import {expect, test} from 'vitest';

import {readMarkdown} from '../../../src/plugin/operationPage/readMarkdown';

function shown(description: string): string {
  return toMarkdown(readMarkdown(description), {extensions: [gfmToMarkdown(), mdxToMarkdown()]}).trim();
}

test.each<[string, string, string]>([
  ['line breaks', 'One<br>two<br/>three', 'One\\\ntwo\\\nthree'],
  [
    'paragraphs',
    '<p>First <b>bold</b></p>\n<p>Second <i>slanted</i></p>',
    'First **bold**\n\nSecond *slanted*',
  ],
  [
    'code and links in a line',
    'Use <code>a_b</code> or <a href="https://t.test/a?b=1&c=2">this</a>.',
    'Use `a_b` or [this](https://t.test/a?b=1\\&c=2).',
  ],
  ['lists', '<ul><li>one</li><li>two</li></ul>', '* one\n* two'],
  [
    'tables',
    '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>',
    '| A | B |\n| - | - |\n| 1 | 2 |',
  ],
  ['headings, code blocks', '<h3>Title</h3><pre><code>a\n  b</code></pre>', '### Title\n\n```\na\n  b\n```'],
  ['what stands high', 'x<sup>2</sup> and H<sub>2</sub>O', 'x<sup>2</sup> and H<sub>2</sub>O'],
  [
    'what unfolds',
    '<details><summary>More</summary>Hidden words</details>',
    '<details>\n  <summary>\n    More\n  </summary>\n\n  Hidden words\n</details>',
  ],
  [
    'Markdown beside it',
    'A <b>word</b> and *another*, a < b && c > d, {curly}.\n\n- item\n\n```json\n{"k": "<v>"}\n```',
    'A **word** and *another*, a < b && c > d, \\{curly}.\n\n* item\n\n```json\n{"k": "<v>"}\n```',
  ],
  ['elements that mean nothing here', '<center><font color="red">Red</font></center>', 'Red'],
  ['comments', 'before <!-- hidden --> after', 'before after'],
])('%s in HTML mean what they mean in Markdown', (_, html, markdown) => {
  expect(shown(html).replaceAll('\\<', '<')).toBe(markdown);
});

test.each([
  ['GET /users/<id>', 'GET /users/\\<id>'],
  [
    'A List<String> of <Unknown attr&="x"> with <b>bold</b>',
    'A List\\<String> of \\<Unknown attr&="x"> with **bold**',
  ],
  ['<YOUR-KEY>', '\\<YOUR-KEY>'],
  ['<placeholder>\nnext line', '\\<placeholder>\nnext line'],
])('what HTML does not know stays as it is: %s', (text, markdown) => {
  expect(shown(text)).toBe(markdown);
});

test.each([
  '<script>alert(1)</script>',
  '<style>body{display:none}</style>',
  '<a href="javascript:alert(1)">x</a>',
  '<img src="x" onerror="alert(1)">',
  '<iframe src="https://t.test"></iframe>',
  '<p onclick="alert(1)" style="position:fixed">x</p>',
  '<svg><script>alert(1)</script></svg>',
])('nothing of HTML runs, or covers the page: %s', html => {
  expect(JSON.stringify(readMarkdown(html))).not.toMatch(/alert|display|iframe|style|onerror/);
});
