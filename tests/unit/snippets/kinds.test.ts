import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';

import {readableLanguages} from '../../../src/snippets';
import {outcome} from './outcome';

/**
 * Code that readers take for another request, and more of each kind: `### language title`, the code, and behind `=>` what
 * is right: the request, whether something is said of it, or the line where it is refused.
 */
const programs = readFileSync(join(import.meta.dirname, '../../fixtures/code/kinds.txt'), 'utf8')
  .split(/^### /m)
  .slice(1)
  .map(text => {
    const [, language = '', title = '', code = '', right = ''] =
      /^(\w+) (.*)\n([^]*)\n=> (.*)\n*$/.exec(text) ?? [];
    return {language, title, code, right};
  });

test.each(programs)('$language: $title', async ({language, code, right}) => {
  const known = readableLanguages.find(({id}) => id === language);
  const said = known ? await outcome(known.id, code) : `"${language}" is no language.`;
  expect(
    said
      .replace(/^line (\d+): .*$/s, 'refused at line $1')
      .replace(/ \| \(.*$/s, ' | note')
      .replaceAll('\n', '\\n'),
  ).toBe(right);
});
