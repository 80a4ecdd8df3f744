import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {evaluate} from '@mdx-js/mdx';
import fc from 'fast-check';
import {createElement} from 'react';
import * as runtime from 'react/jsx-runtime';
import {renderToStaticMarkup} from 'react-dom/server';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import {describe, expect, test} from 'vitest';

import {exactTemplates} from '../../../src/plugin/remark/exactTemplates';

interface Shown {
  readonly examples: readonly {readonly code: string}[];
}

/** Compiles and runs a page with the plugins that Docusaurus uses, and gives the code that each component is given. */
async function codeOf(page: string, format: 'mdx' | 'md' = 'mdx'): Promise<string[]> {
  const shown: string[] = [];
  const {default: Page} = await evaluate(
    {value: page.replace(/^import .*$/m, ''), path: 'page.mdx'},
    {
      ...runtime,
      format,
      remarkPlugins: [exactTemplates, remarkFrontmatter, remarkDirective, remarkGfm],
    },
  );
  const ApiCodeTabs = ({examples}: Shown): null => {
    shown.push(...examples.map(({code}) => code));
    return null;
  };
  renderToStaticMarkup(createElement(Page, {components: {ApiCodeTabs}}));
  return shown;
}

/** What JavaScript itself makes of a literal. */
function javaScript(literal: string): string {
  return String(Function(`return ${literal}`)());
}

function component(literal: string): string {
  return `<ApiCodeTabs\n  examples={[\n    {\n      code: ${literal}\n    }\n  ]}\n/>`;
}

const literals: [string, string][] = [
  ['indentation', '`a\n  b\n    c\n d`'],
  ['deep indentation of every line', '`        a\n        b\n          c`'],
  ['spaces at the end of lines', '`a  \n   \n  b    `'],
  ['tabs', '`a\n\tb\n\t\tc\n  \td\n \t e\t`'],
  ['backslashes', '`curl \\\\\n  -d \\\\n \\\\\\\\\n\\u0041\\x41\\0`'],
  ['a dollar and a brace', '`echo \\${HOME}\n  $\\{X} $ {Y}`'],
  ['back-ticks', '`a \\` b\n  \\`\\`\\`js\n    x\n  \\`\\`\\``'],
  ['blank lines', '`\n\na\n\n\n  b\n`'],
  ['markup', '`# a\n  <b>\n  - c\n> d\n  {e}\n:::note\n  1. f`'],
  ['a line continued', '`a \\\n  b`'],
  ['substitutions', '`a\n  ${`b\n   c`}\n  d ${1 + 1}\n   e`'],
  ['characters outside ASCII', '`é\n  日本\n    👩‍👩‍👧 𝒳`'],
];

describe('a template literal keeps every byte', () => {
  test.each(literals)('of %s', async (_, literal) => {
    expect(await codeOf(`# Page\n\n${component(literal)}\n`)).toEqual([javaScript(literal)]);
  });

  test.each(literals)('of %s with Windows line endings', async (_, literal) => {
    const page = `# Page\n\n${component(literal)}\n`.replaceAll('\n', '\r\n');
    expect(await codeOf(page)).toEqual([javaScript(literal)]);
  });

  test.each(literals)('of %s in an admonition', async (_, literal) => {
    expect(await codeOf(`:::note\n\n${component(literal)}\n\n:::\n`)).toEqual([javaScript(literal)]);
  });

  test.each(literals)('of %s in a component', async (_, literal) => {
    const page = `<div>\n  <div>\n${component(literal)}\n  </div>\n</div>\n`;
    expect(await codeOf(page)).toEqual([javaScript(literal)]);
  });

  test.each([
    ['a list', '- ', '  '],
    ['a numbered list', '10.  ', '     '],
    ['a quote', '> ', '> '],
    ['a quote in a list', '1. > ', '   > '],
    ['a list in a quote', '> - ', '>   '],
    ['a list in a list', '- * ', '    '],
  ])('in %s', async (_, first, other) => {
    for (const [, literal] of literals) {
      const page = component(literal)
        .split('\n')
        .map((line, index) => (index === 0 ? first : other) + line)
        .join('\n');
      expect(await codeOf(`${page}\n`), literal).toEqual([javaScript(literal)]);
    }
  });

  test('with any text', async () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '  ',
      '\t',
      '\n',
      '\n  ',
      '\\\\',
      '\\`',
      '\\${',
      '$ ',
      '{',
      '}',
      '>',
      '- ',
      '#',
      '<',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, {maxLength: 40}), async pieces => {
        const literal = `\`${pieces.join('')}\``;
        expect(await codeOf(component(literal))).toEqual([javaScript(literal)]);
      }),
      {numRuns: 200},
    );
  });

  test('in flow and inline expressions and in exports', async () => {
    const literal = '`a\n    b\n  c`';
    const page = `export const sample = ${literal};\n\n<ApiCodeTabs examples={[{code: sample}]} />\n\n{[\n    <ApiCodeTabs key="1" examples={[{code: ${literal}}]} />\n]}\n\nText {<ApiCodeTabs examples={[{code: ${literal}}]} />}.\n`;
    const expected = javaScript(literal);
    expect(await codeOf(page)).toEqual([expected, expected, expected]);
  });
});

test('the page that an author writes shows its samples as they are written', async () => {
  const page = await readFile(join(import.meta.dirname, '../../fixtures/seed/create-user.md'), 'utf8');
  const written = [...page.matchAll(/code: (`(?:[^`\\]|\\.)*`)/g)].map(([, literal]) =>
    javaScript(literal ?? ''),
  );
  expect(written).toHaveLength(4);
  expect(await codeOf(page)).toEqual(written);
});
