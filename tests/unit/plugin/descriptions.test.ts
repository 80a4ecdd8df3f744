import {join} from 'node:path';
import type {Nodes, Root} from 'mdast';
import {toMarkdown} from 'mdast-util-to-markdown';
import {gfmTableToMarkdown} from 'mdast-util-gfm-table';
import {mdxToMarkdown} from 'mdast-util-mdx';
import {visit} from 'unist-util-visit';
import {beforeAll, expect, test} from 'vitest';

import {loadApi} from '../../../src/api/document/load';
import type {Operation} from '../../../src/api/operation';
import {settleLinks} from '../../../src/plugin/documentLinks';
import {overviewToMdast} from '../../../src/plugin/indexPages/overview';
import {operationToMdast} from '../../../src/plugin/operationPage';
import {sitePaths} from '../../../src/plugin/sitePages';

let listUsers: Operation;
beforeAll(async () => {
  const {operations} = await loadApi(join(import.meta.dirname, '../../fixtures/openapi/users.yaml'));
  const found = operations.find(({id}) => id === 'listUsers');
  if (!found) {
    throw new Error('The fixture document has no operation listUsers.');
  }
  listUsers = found;
});

const pages = new Set(['/errors', '/']);

/** The page of an operation with this description, on a site with a page /errors. */
function page(description: string, base?: string, pictures?: readonly string[]): Root {
  const tree = operationToMdast({...listUsers, description});
  settleLinks(tree, {base, isPage: path => pages.has(path), pictures});
  return tree;
}

/** The description as its page shows it, written as Markdown. */
function shown(description: string, base?: string, pictures?: readonly string[]): string {
  const {children} = page(description, base, pictures);
  const end = children.findIndex(node => node.type === 'mdxJsxFlowElement');
  return toMarkdown(
    {type: 'root', children: children.slice(0, end)},
    {extensions: [gfmTableToMarkdown(), mdxToMarkdown()]},
  ).trim();
}

const docs = 'https://docs.example.com/v3/';

test.each([
  ['a path', '[x](/rest/foo)', docs, '[x](https://docs.example.com/rest/foo)'],
  ['a file', '[x](guide.md)', docs, '[x](https://docs.example.com/v3/guide.md)'],
  ['a path with nothing to start from', 'See [**x** y](/rest/foo).', undefined, 'See **x** y.'],
  ['a page of the site', '[x](/errors)', docs, '[x](/errors)'],
  ['a part of a page of the site', '[x](/errors/?a=b#c)', docs, '[x](/errors/?a=b#c)'],
  ['a part of this text', '[x](#section/Authentication)', docs, 'x'],
  ['another site', '[x](https://example.com/a)', undefined, '[x](https://example.com/a)'],
  ['an address of mail', '[x](mailto:a@b.c)', docs, '[x](mailto:a@b.c)'],
  ['a script', '[x](javascript:alert(1))', docs, 'x'],
  ['a script with a tab in its scheme', '[x](java&Tab;script:alert(1))', docs, 'x'],
  ['a file on the disk', '[x](file:///etc/passwd)', docs, 'x'],
  ['another site without a scheme', '[x](//example.com/a)', docs, '[x](https://example.com/a)'],
  ['a definition below', '[x][1]\n\n[1]: /rest/foo', docs, '[x](https://docs.example.com/rest/foo)'],
  ['a bare address', 'At https://example.com/a.', docs, 'At [https://example.com/a](https://example.com/a).'],
  ['a picture', '![x](a.png)', docs, '[x](https://docs.example.com/v3/a.png)'],
  ['a picture of a stranger', '![x](https://t.test/a.png)', docs, '[x](https://t.test/a.png)'],
  [
    'a picture of a stranger in HTML',
    'A <img src="https://t.test/a.png" alt="x"> b',
    docs,
    'A [x](https://t.test/a.png) b',
  ],
  ['a picture with nothing to start from', '![x](a.png)', undefined, 'x'],
  ['a picture that is in the address, with a tab', '![x](da&Tab;ta:text/html,x)', docs, 'x'],
  ['a picture that is in the address', '![x](data:image/png;base64,AA==)', docs, 'x'],
])('a link in a description to %s leads where its author meant, or nowhere', (_, text, base, expected) => {
  expect(shown(text, base)).toBe(expected);
});

test.each([
  ['of an origin that the site names', '![x](a.png)', '![x](https://docs.example.com/v3/a.png)'],
  ['of a stranger', 'See ![x](https://evil.example/a.png)!', 'See [x](https://evil.example/a.png)!'],
  ['without words', '![](https://evil.example/a)', '[https://evil.example/a](https://evil.example/a)'],
  ['in a link', '[![x](https://evil.example/a.png)](/errors)', '[x](/errors)'],
  [
    'of a host that only begins alike',
    '![x](https://docs.example.com.evil.example/a)',
    '[x](https://docs.example.com.evil.example/a)',
  ],
])('a picture %s in a description is shown only if the site says so', (_, text, expected) => {
  expect(shown(text, docs, ['https://docs.example.com'])).toBe(expected);
});

test('links in the words of fields and errors are settled too, and links of the site itself stay', () => {
  const operation: Operation = {
    ...listUsers,
    description: 'All of [them](/rest/users).',
    parameters: listUsers.parameters.map(parameter => ({...parameter, description: '[a](/rest/a)'})),
    responses: listUsers.responses.map(response => ({...response, description: '[b](b.md)'})),
  };
  const overview: Root = {
    type: 'root',
    children: overviewToMdast(
      {title: '', version: '1', servers: [], tags: [], operations: [operation]},
      new Map([['listUsers', './users/list-users.mdx']]),
    ),
  };
  const places = {base: undefined, isPage: () => false};
  const reference = operationToMdast(operation);
  settleLinks(reference, places);
  settleLinks(overview, places);
  expect(linksIn(reference)).toEqual([]);
  expect(linksIn(overview)).toEqual(['./users/list-users.mdx']);
});

function linksIn(tree: Nodes): string[] {
  const found: string[] = [];
  visit(tree, 'link', ({url}) => {
    found.push(url);
  });
  return found;
}

test('the pages of the site are known by their paths, whatever its base URL', () => {
  const content = {
    'docusaurus-plugin-content-docs': {
      default: {loadedVersions: [{docs: [{permalink: '/base/errors'}, {permalink: '/base/api/'}]}]},
    },
    'docusaurus-plugin-content-pages': {default: [{permalink: '/base/'}]},
  };
  expect([...sitePaths(content, '/base/')]).toEqual(['/errors', '/api', '/']);
});

test('a table in a description is a table on the page', () => {
  const table = '| Code | Means |\n| - | :-: |\n| `a` | First |';
  expect(shown(`Codes:\n\n${table}`)).toBe('Codes:\n\n| Code | Means |\n| ---- | :---: |\n| `a`  | First |');
});

/** The whole page as Markdown. */
function markdownOf(tree: Root): string {
  return toMarkdown(tree, {extensions: [gfmTableToMarkdown(), mdxToMarkdown()]});
}

const aTable = '| Code | Means |\n| - | - |\n| a | First |';

test('a table where there is room for one line keeps its words', () => {
  const [response] = listUsers.responses;
  if (!response) {
    throw new Error('The fixture operation has no response.');
  }
  const tree = operationToMdast({
    ...listUsers,
    responses: [{...response, status: '409', description: aTable}],
  });
  expect(markdownOf(tree)).toContain('Code Means a First');
});

test('a table and a list in the description of a parameter stay what they are', () => {
  const described = (description: string): string =>
    markdownOf(
      operationToMdast({
        ...listUsers,
        parameters: listUsers.parameters.map(parameter => ({...parameter, description})),
      }),
    );
  expect(described(aTable)).toMatch(/\| Code \| Means \|\n +\| -+ \| -+ \|\n +\| a +\| First \|/);
  expect(described('Use:\n\n- this\n- that')).toMatch(/Use:\n+ +\* this\n +\* that/);
});

test('a footnote stays with its text', () => {
  expect(shown('Free[^1].\n\n[^1]: For a month.')).toBe('Free\\[1].\n\n\\[1] For a month.');
});
