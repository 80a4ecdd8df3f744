import {expect, test} from 'vitest';

import {generateSnippet, languages, type SnippetOptions} from '../../src/snippets';
import {corpus} from './corpus';
import {complaints} from './support/complaints';

const shown: readonly NonNullable<SnippetOptions['credentials']>[] = ['variable', 'fallback', 'literal'];

test.each(languages)('the tools of $label have nothing to say of its samples', async ({id}) => {
  // In each way to show a key.
  const programs = corpus('https://api.test').flatMap(({request}) =>
    (request.credentials.length > 0 ? shown : shown.slice(0, 1)).map(
      credentials => `${generateSnippet(request, id, {credentials})}\n`,
    ),
  );
  expect(programs.length).toBeGreaterThan(100);
  expect(await complaints(id, programs)).toEqual([]);
});
