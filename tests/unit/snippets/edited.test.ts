import fc from 'fast-check';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';

import type {Language} from '../../../src/snippets';
import {parseSnippet} from '../../../src/snippets/parse';

const folder = join(import.meta.dirname, '../../samples/foreign');
const programs = (file: string): readonly string[] =>
  readFileSync(join(folder, file), 'utf8')
    .split(/^### .*\n/m)
    .slice(1);

// Readers keep what they made of the code before: nothing of it may be left in what they make of the next one.
test.each([
  ['node', programs('javascript/meaning.txt')],
  ['python', programs('python/meaning.txt')],
  ['go', programs('go/meaning.txt')],
] as const)(
  'code in %s is read after an edit as if it had stood there from the start',
  async (language, all) => {
    const places = fc.array(
      fc.tuple(fc.nat(), fc.nat(8), fc.constantFrom('', 'x', '}', '\n', '"', ' 1', '//')),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...all), places, async (code, edits) => {
        await parseSnippet(code, language);
        let edited = code;
        let read;
        for (const [place, removed, added] of edits) {
          const at = place % edited.length;
          edited = edited.slice(0, at) + added + edited.slice(at + removed);
          read = await parseSnippet(edited, language);
        }
        expect(read).toEqual(await readAnew(edited, language));
      }),
      {numRuns: 100},
    );
  },
);

/** Reads code after other code that has nothing in common with it. */
async function readAnew(code: string, language: Language): Promise<unknown> {
  await parseSnippet('', language);
  return parseSnippet(code, language);
}
