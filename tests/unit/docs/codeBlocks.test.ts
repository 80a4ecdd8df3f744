import {expect, test} from 'vitest';

import {unmarkedCode} from '../../support/codeBlocks';
import {readPage, writtenPages} from '../../support/pages';

test('every block of code on every page is run, compared with what the mock says, or says why not', () => {
  const pages = writtenPages();
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.flatMap(unmarkedCode)).toEqual([]);
});

test.each([
  ['a block without a mark', '```bash\nls\n```', 'docs/a.mdx:3 has a block of bash that no test looks at.'],
  ['a reason left out', '```bash norun\nls\n```', 'docs/a.mdx:3 has a block of bash that no test looks at.'],
  ['a mark of another language', '```json run\n{}\n```', '`response="OPERATION"`, to compare it'],
  ['a language that nothing runs', '```ruby run\nputs 1\n```', 'Mark its first line: `norun="WHY"`'],
  ['samples typed into the page', '<ApiCodeTabs examples={[]} />', 'docs/a.mdx:3 has samples that no test runs.'],
])('%s is named with its file and line', (_, code, message) => {
  const [problem] = unmarkedCode(readPage('docs/a.mdx', `# A\n\n${code}\n`));
  expect(problem).toContain(message);
});

test.each(['```bash run\nls\n```', '```ruby norun="There is no Ruby here."\nputs 1\n```'])(
  'a marked block is fine: %s',
  code => {
    expect(unmarkedCode(readPage('docs/a.mdx', code))).toEqual([]);
  },
);
