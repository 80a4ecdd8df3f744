import {mkdtemp, readFile, rm, utimes, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {evaluate} from '@mdx-js/mdx';
import {valueToEstree} from 'estree-util-value-to-estree';
import type {Root} from 'mdast';
import {createElement, type ReactNode} from 'react';
import * as runtime from 'react/jsx-runtime';
import {renderToStaticMarkup} from 'react-dom/server';
import remarkGfm from 'remark-gfm';
import {visit} from 'unist-util-visit';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

import {loadApi} from '../../../src/api/document/load';
import {pagesOf} from '../../../src/plugin/schemaPages';
import {referenceFiles} from '../../../src/plugin/references';
import {openApiRemarkPlugins} from '../../../src/plugin/remark';

const users = join(import.meta.dirname, '../../fixtures/openapi/users.yaml');
let folder: string;
let document: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remark-'));
  document = join(folder, 'openapi.yaml');
  const drop = "delete: {x-internal: true, operationId: dropUsers, responses: {'204': {description: Done}}}";
  const source = await readFile(users, 'utf8');
  await writeFile(document, source.replace('\ncomponents:', `\n  /all:\n    ${drop}\ncomponents:`));
});
afterAll(() => rm(folder, {recursive: true}));

interface Props {
  readonly operation?: string;
  readonly examples?: readonly {readonly label: string; readonly code: string}[];
}

interface PartProps {
  readonly of: readonly {readonly html: string}[];
  readonly part: string;
}

/** A remark plugin: the HTML of operations as the site's plugin makes it, in place of the modules that hold it in a build. */
function withReferences(source: string) {
  return () =>
    async (tree: Root): Promise<void> => {
      if (!tree.children.some(node => node.type === 'mdxjsEsm' && node.value.includes('/references/'))) {
        return;
      }
      const api = await loadApi(source);
      const files = [
        ...referenceFiles(api, pagesOf(api, '/api/schemas'), {
          highlight: code => code,
          baseUrl: '/',
          trailingSlash: undefined,
          languages: [],
        }),
      ];
      visit(tree, 'mdxjsEsm', node => {
        const [, name, source = ''] = /^import (\w+) from "(.*)"$/.exec(node.value) ?? [];
        const found = files.find(({file}) => source === `@generated/openapi/default/${file}`);
        if (name === undefined || !found) {
          return;
        }
        node.data = {
          estree: {
            type: 'Program',
            sourceType: 'module',
            comments: [],
            body: [
              {
                type: 'VariableDeclaration',
                kind: 'const',
                declarations: [
                  {
                    type: 'VariableDeclarator',
                    id: {type: 'Identifier', name},
                    init: valueToEstree(found.parts),
                  },
                ],
              },
            ],
          },
        };
      });
    };
}

/** Compiles and renders a page; also gives the props of each ApiCodeTabs. */
async function render(page: string, source = document): Promise<{html: string; tabs: Props[]}> {
  const tabs: Props[] = [];
  const {default: Page} = await evaluate(
    {value: page, path: join(process.cwd(), 'docs/page.mdx')},
    {
      ...runtime,
      remarkPlugins: [
        ...openApiRemarkPlugins({document: source, pages: 'docs/api'}),
        withReferences(source),
        remarkGfm,
      ],
    },
  );
  const ApiCodeTabs = (props: Props): null => {
    tabs.push(props);
    return null;
  };
  const nothing = (): null => null;
  const ReferencePart = ({of, part}: PartProps): ReactNode =>
    createElement('div', {dangerouslySetInnerHTML: {__html: of[Number(part)]?.html ?? ''}});
  const components = {
    ApiCodeTabs,
    ReferencePart,
    Reproduce: nothing,
    RequestLine: nothing,
  };
  return {html: renderToStaticMarkup(createElement(Page, {components})), tabs};
}

describe('<ApiOperation>', () => {
  test('becomes headings and lists of fields in the HTML, in two columns, between the prose of the page', async () => {
    const {html} = await render(
      '# Create\n\nBefore.\n\n<ApiOperation operation="createUser" />\n\n## After\n',
    );
    expect(html).toMatch(
      /Before\..*<div class="endpoint"><div class="endpoint__samples">.*<div class="endpoint__reference">.*<h2 id="request-body">Request Body<\/h2>.*<li id="body-email".*<h2>After<\/h2>/s,
    );
  });

  test('tells first what of the operation cannot be read', async () => {
    const faulty = join(folder, 'faulty.yaml');
    const answers = `responses: {'200': {description: ok}}`;
    await writeFile(
      faulty,
      `openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {parameters: [{$ref: '#/no'}], ${answers}}, put: {${answers}}}}`,
    );
    const {html} = await render('<ApiOperation operation="getA" />', faulty);
    expect(html).toMatch(
      /This operation is incomplete\..*<code>#\/paths\/~1a\/get\/parameters\/0<\/code>.*endpoint/s,
    );
    expect((await render('<ApiOperation operation="putA" />', faulty)).html).not.toContain(
      'This operation is incomplete',
    );
  });

  test('names an operation that was renamed by its method and path', async () => {
    const renamed = join(folder, 'renamed.yaml');
    const responses = `responses: {'200': {description: ok}}`;
    const operation = (id: string): string => `{operationId: ${id}, ${responses}}`;
    await writeFile(
      renamed,
      `openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/users: {get: ${operation('people')}, post: ${operation('signUp')}}, /pets: {get: ${operation('cats')}, post: ${operation('dogs')}, delete: ${operation('birds')}}}`,
    );
    await expect(render('<ApiOperation operation="createUser" />', renamed)).rejects.toThrow(
      /The nearest are "signUp" \(POST \/users\)/,
    );
  });

  test('brings the samples of the operation in four languages', async () => {
    const {tabs} = await render('<ApiOperation operation="createUser" />');
    expect(tabs).toHaveLength(1);
    expect(tabs[0]?.operation).toBe('createUser');
    expect(tabs[0]?.examples?.map(({label}) => label)).toEqual(['cURL', 'Node.js', 'Python', 'Go']);
    for (const {code} of tabs[0]?.examples ?? []) {
      expect(code).toContain('https://api.cloudindex.com/v1/users');
      expect(code).toContain('user@example.com');
    }
  });

  test('gives a path parameter without example a value that its pattern allows', async () => {
    const {tabs} = await render('<ApiOperation operation="getUser" />');
    expect(tabs[0]?.examples?.[0]?.code).toContain('/users/usr_ ');
  });

  test.each([
    [
      'an unknown operation',
      'Text.\n\n<ApiOperation operation="creatUser" />',
      /<ApiOperation> on page docs\/page\.mdx:3:1: `operation` is "creatUser".*The nearest are "createUser"/,
    ],
    ['no operation', '<ApiOperation />', /`operation` is missing/],
    [
      'another prop',
      '<ApiOperation operation="getUser" id="x" />',
      /takes `operation` alone, and was given `id`/,
    ],
    ['a place within a sentence', 'See <ApiOperation operation="getUser" /> here.', /on a line of its own/],
  ])('with %s stops the page and says where and why', async (_, page, message) => {
    await expect(render(page)).rejects.toThrow(message);
  });
});

describe('<ApiCodeTabs>', () => {
  test('with an operation is given its samples and keeps the id', async () => {
    const {tabs} = await render(
      '<ApiCodeTabs operation="listUsers" />\n\n<ApiCodeTabs operation={"getUser"} />',
    );
    expect(tabs.map(({operation, examples}) => [operation, examples?.length])).toEqual([
      ['listUsers', 4],
      ['getUser', 4],
    ]);
  });

  test('with written examples is left as it is', async () => {
    const {tabs} = await render(
      '<ApiCodeTabs examples={[{language: "bash", label: "a", code: `x`}]} />\n\nexport const list = [];\n\n<ApiCodeTabs examples={list} />',
    );
    expect(tabs).toEqual([{examples: [{language: 'bash', label: 'a', code: 'x'}]}, {examples: []}]);
  });

  test.each([
    [
      'no prop',
      '<ApiCodeTabs />',
      /<ApiCodeTabs> on page docs\/page\.mdx:1:1: It needs `examples`.*or `operation`/,
    ],
    ['an unknown prop', '<ApiCodeTabs operation="getUser" lang="go" />', /`lang` is no prop of it/],
    [
      'an unknown operation',
      '<ApiCodeTabs operation="getUsr" />',
      /"getUsr", which is no operationId.*"getUser" \(GET \/users\/\{user_id\}\)/,
    ],
    [
      'an internal operation',
      '<ApiCodeTabs operation="dropUsers" />',
      /"dropUsers", which the OpenAPI document marks as internal.*showInternal: true/,
    ],
    ['an operation to be computed', '<ApiCodeTabs operation={"get" + "User"} />', /must be a text/],
    ['examples in quotes', '<ApiCodeTabs examples="curl" />', /`examples` is "curl"; give a list/],
    [
      'an example without code',
      '<ApiCodeTabs\n  examples={[{language: "bash", label: "cURL"}]}\n/>',
      /`examples\[0\]\.code` is missing/,
    ],
    [
      'an example with an unknown key',
      '<ApiCodeTabs examples={[{language: "bash", label: "a", code: `x`, title: 1}]} />',
      /unknown key "title"; the allowed keys are language, label and code/,
    ],
  ])('with %s stops the page and says where and why', async (_, page, message) => {
    await expect(render(page)).rejects.toThrow(message);
  });
});

test('a page shows what the document says now, and no error while the document is broken', async () => {
  const source = await readFile(users, 'utf8');
  const page = '<ApiOperation operation="createUser" />\n\n<ApiCodeTabs operation="nobody" />';
  let seconds = 1_000;
  const change = async (text: string): Promise<void> => {
    await writeFile(document, text);
    seconds += 10;
    await utimes(document, seconds, seconds);
  };

  await change(source.replace('openapi: 3.1.0', 'openapi: ['));
  expect((await render(page)).html).toContain('The OpenAPI document has errors');
  await change(source.replace('Create a new user account', 'Make a user account'));
  expect((await render('<ApiOperation operation="createUser" />')).html).toContain('Make a user account');
  await change(source);
});

test('a relative link in the document leads to where the document’s own pages are, not into the site', async () => {
  const source = await readFile(users, 'utf8');
  await writeFile(document, source.replace('Create a new user account', 'Make [an account](/rest/users)'));
  const {html} = await render('<ApiOperation operation="createUser" />\n\n[Guide](/guide)');
  await writeFile(document, source);
  expect(html).toContain(
    '<a href="https://api.cloudindex.com/rest/users" target="_blank" rel="noopener noreferrer">an account</a>',
  );
  expect(html).toContain('<a href="/guide">Guide</a>');
});
