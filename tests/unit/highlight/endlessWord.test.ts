import {expect, test} from 'vitest';

import {hasEndlessWord} from '../../../src/highlight/endlessWord';

const long = 'x'.repeat(50_000);

test.each([
  ['a word without quotes', `body = ${long};`],
  ['a word of letters beyond ASCII', 'é'.repeat(50_000)],
  ['a string that is cut', `fetch(url, {body: '${long}`],
  ['a string whose quote is missing on its line', `body: "${long}\n  more: "closed"`],
  ['a quote that is escaped', `body: '${long}\\'`],
])('%s is endless', (_, code) => {
  expect(hasEndlessWord(code)).toBe(true);
});

test.each([
  ['a closed string', `const key = '${long}';`],
  ['a closed template', `const key = \`\${prefix}${long}\`;`],
  ['JSON within a shell string of several lines', `--data '{\n"file": "${long}"\n}'`],
  ['many words', 'word '.repeat(20_000)],
  ['much room', ' '.repeat(20_000)],
  ['escaped quotes', `'${String.raw`\'`.repeat(20_000)}'`],
])('%s is not', (_, code) => {
  expect(hasEndlessWord(code)).toBe(false);
});
