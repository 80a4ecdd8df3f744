import {join} from 'node:path';
import {evaluate} from '@mdx-js/mdx';
import {createElement} from 'react';
import * as runtime from 'react/jsx-runtime';
import {renderToStaticMarkup} from 'react-dom/server';
import remarkGfm from 'remark-gfm';
import {afterEach, describe, expect, test, vi} from 'vitest';

import {openApiRemarkPlugins} from '../../../src/plugin/remark';

/** Compiles and renders a page with the site's own document. */
async function render(page: string): Promise<string> {
  const options = {document: 'static/openapi.yaml', pages: 'docs/api'};
  const {default: Page} = await evaluate(
    {value: page, path: join(process.cwd(), 'docs/page.mdx')},
    {...runtime, remarkPlugins: [...openApiRemarkPlugins(options), remarkGfm]},
  );
  return renderToStaticMarkup(createElement(Page));
}

describe('a fact of the document stands in the sentence', () => {
  test.each([
    [
      'a number',
      'At most <ApiFact pointer="#/components/schemas/Upload/properties/files/maxItems" /> files.',
      '<p>At most 20 files.</p>',
    ],
    [
      'a text as code',
      'Ask <ApiFact pointer="#/servers/0/url" />.',
      '<p>Ask <code>https://api.cloudindex.com/v1</code>.</p>',
    ],
    ['a quantity', 'For <ApiFact pointer="#/info/x-limits/idempotencyKey" />.', '<p>For 24 hours.</p>'],
    ['a size', 'Up to <ApiFact pointer="#/info/x-limits/file" />.', '<p>Up to 10 MB.</p>'],
    [
      'a list',
      'First <ApiFact pointer="#/components/schemas/DocumentStatus/enum" />.',
      '<p>First <code>queued</code>, <code>processing</code>, <code>ready</code>, and <code>failed</code>.</p>',
    ],
    [
      'a status, by its response',
      'It is <ApiFact pointer="#/paths/~1documents/post/responses/202" />.',
      '<p>It is 202.</p>',
    ],
    [
      'the status of a kind of error',
      'It is [<ApiFact error="validation-error" />](/errors).',
      '<p>It is <a href="/errors">422</a>.</p>',
    ],
    [
      'what a reference leads to',
      'Roles: <ApiFact pointer="#/components/schemas/NewUser/properties/role/enum/0" />',
      '<p>Roles: <code>user</code></p>',
    ],
    [
      'in a table',
      '| Key |\n| --- |\n| <ApiFact pointer="#/components/securitySchemes/bearerAuth/x-env" /> |',
      '<td><code>CLOUDINDEX_API_KEY</code></td>',
    ],
  ])('%s', async (_, page, html) => {
    expect(await render(page)).toContain(html);
  });
});

describe('in the language of the page', () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each([
    ['<ApiFact pointer="#/info/x-limits/idempotencyKey" /> lang', '24 Stunden lang'],
    [
      'Erst <ApiFact pointer="#/components/schemas/DocumentStatus/enum" />.',
      '<code>ready</code> und <code>failed</code>',
    ],
    [
      'Bis <ApiFact pointer="#/components/schemas/Question/properties/content/maxLength" /> Zeichen',
      'Bis 2.000 Zeichen',
    ],
  ])('%s', async (page, html) => {
    vi.stubEnv('DOCUSAURUS_CURRENT_LOCALE', 'de');
    expect(await render(page)).toContain(html);
  });
});

describe('a fact that the document does not have stops the page, and says where and what is nearest', () => {
  test.each([
    [
      'Text.\n\nUp to <ApiFact pointer="#/components/schemas/Upload/properties/file/maxItems" /> files.',
      '<ApiFact> on page docs/page.mdx:3:7: `pointer` is "#/components/schemas/Upload/properties/file/maxItems", which leads nowhere. #/components/schemas/Upload/properties has no "file". The nearest are "#/components/schemas/Upload/properties/files"',
    ],
    ['See <ApiFact pointer="#/paths/~1user" />.', 'The nearest are "#/paths/~1users"'],
    ['See <ApiFact pointer="/info/title" />.', 'A JSON pointer starts with "#/", such as "#/info/version".'],
    [
      'See <ApiFact error="validation" />.',
      '`error` is "validation", which is no kind of error in the document\'s examples. The nearest are "validation-error"',
    ],
    ['See <ApiFact />.', 'It takes `pointer`, a JSON pointer into the document'],
    ['See <ApiFact pointer="#/info/title" error="forbidden" />.', 'It takes `pointer`'],
    ['<ApiFact pointer="#/info/title" />', 'Put it in a sentence, not on a line of its own.'],
  ])('%s', async (page, message) => {
    await expect(render(page)).rejects.toThrow(message);
  });
});
