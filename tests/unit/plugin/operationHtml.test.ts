import {join} from 'node:path';
import type {Element, Root} from 'hast';
import {select, selectAll} from 'hast-util-select';
import {toString} from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import {unified} from 'unified';
import {beforeAll, describe, expect, test} from 'vitest';

import {loadApi} from '../../../src/api/document/load';
import type {Api, Operation, Schema} from '../../../src/api/operation';
import {settleLinks} from '../../../src/plugin/documentLinks';
import {siteHighlighter, type Highlight} from '../../../src/plugin/highlighter';
import {operationToMdast} from '../../../src/plugin/operationPage';
import {partToHtml, type PartHtml} from '../../../src/plugin/operationPage/html';
import {pageInParts} from '../../../src/plugin/operationPage/parts';

let api: Api;
let highlight: Highlight;
beforeAll(async () => {
  api = await loadApi(join(import.meta.dirname, '../../fixtures/openapi/users.yaml'));
  highlight = await siteHighlighter({prism: {additionalLanguages: ['bash', 'json', 'http']}});
});

function operation(id: string, change: Partial<Operation> = {}): Operation {
  const found = api.operations.find(candidate => candidate.id === id);
  if (!found) {
    throw new Error(`No operation ${id}`);
  }
  return {...found, ...change};
}

function partsOf(shown: Operation, site: {baseUrl?: string; trailingSlash?: boolean} = {}): PartHtml[] {
  const page = operationToMdast(shown);
  settleLinks(page, {
    base: undefined,
    isPage: path => path === '/guides/paging',
    pictures: ['https://example.com'],
  });
  const {baseUrl = '/', trailingSlash} = site;
  return pageInParts(page).parts.map(blocks => partToHtml(blocks, {highlight, baseUrl, trailingSlash}));
}

function parsed(parts: readonly PartHtml[]): Root {
  return unified()
    .use(rehypeParse, {fragment: true})
    .parse(parts.map(({html}) => html).join('\n'));
}

function only(selector: string, tree: Root): Element {
  const found = selectAll(selector, tree);
  expect(found, selector).toHaveLength(1);
  return found[0] ?? {type: 'element', tagName: 'none', properties: {}, children: []};
}

describe('the HTML of an operation', () => {
  test('has every field with its anchor, its type and its words', () => {
    const tree = parsed(partsOf(operation('createUser')));
    const email = only('li#body-email.field', tree);
    expect(toString(select('p code', email) ?? email)).toBe('email');
    expect(toString(select('.field__type', email) ?? email)).toMatch(/^string/);
    expect(toString(select('.field__required', email) ?? email)).toBe('required');
    expect(select('a.hash-link', email)?.properties).toMatchObject({
      href: '#body-email',
      ariaLabel: 'Direct link to email',
    });
  });

  test('tells of each anchor and link within the site, for the check of broken ones', () => {
    const parts = partsOf(
      operation('createUser', {description: 'Read [this](/guides/paging#top), [that](https://example.com).'}),
    );
    expect(parts.flatMap(({anchors}) => anchors)).toContain('body-email');
    expect(parts.flatMap(({links}) => links)).toEqual(['/guides/paging#top']);
  });

  test.each([
    [{baseUrl: '/'}, '/guides/paging?a=1#top'],
    [{baseUrl: '/docs/de/'}, '/docs/de/guides/paging?a=1#top'],
    [{baseUrl: '/', trailingSlash: true}, '/guides/paging/?a=1#top'],
  ])('leads to pages of the site %j as the site writes their addresses', (site, href) => {
    const tree = parsed(
      partsOf(operation('getUser', {description: 'Read [this](/guides/paging?a=1#top).'}), site),
    );
    expect(select('a:not(.hash-link)', tree)?.properties).toEqual({href});
  });

  test('leads elsewhere in a window of its own', () => {
    const tree = parsed(
      partsOf(operation('getUser', {description: 'See [RFC](https://example.com/a "A").'})),
    );
    expect(select('a:not(.hash-link)', tree)?.properties).toEqual({
      href: 'https://example.com/a',
      target: '_blank',
      rel: ['noopener', 'noreferrer'],
      title: 'A',
    });
  });

  test('colours code, under its title, and keeps its text to the letter', () => {
    const code = '{\n  "a": "</code><b>&amp;",\n\n  "b": 1\n}';
    const description = `\`\`\`json title="A <title>"\n${code}\n\`\`\``;
    const figure = only('figure.theme-code-block:has(.language-json):has(.token)', {
      type: 'root',
      children: parsed(partsOf(operation('getUser', {description}))).children.slice(0, 1),
    });
    expect(toString(only('figcaption', {type: 'root', children: [figure]}))).toBe('A <title>');
    const pre = only('pre.language-json[tabindex="0"]', {type: 'root', children: [figure]});
    expect(toString(pre)).toBe(code);
    expect(selectAll('.token.property', pre).map(token => toString(token))).toEqual(['"a"', '"b"']);
    expect(selectAll('b', pre)).toEqual([]);
  });

  test('colours the languages that the configuration of the site adds', () => {
    const description = '```http\nAccept: text/plain\n```';
    const pre = select('pre.language-http', parsed(partsOf(operation('getUser', {description}))));
    expect(pre && toString(select('.token.header-name', pre) ?? pre)).toBe('Accept');
  });

  test('shows code of an unknown language without colours', () => {
    const description = '```nonsense\na < b\n```';
    const pre = select('pre.language-nonsense', parsed(partsOf(operation('getUser', {description}))));
    expect(pre && [toString(pre), selectAll('span', pre).length]).toEqual(['a < b', 0]);
  });

  test('folds the fields of an object within another, and those of the outermost are open', () => {
    const schema: Schema = {
      type: 'object',
      properties: {
        a: {type: 'object', properties: {b: {type: 'object', properties: {c: {type: 'string'}}}}},
      },
    };
    const tree = parsed(
      partsOf(
        operation('createUser', {
          requestBody: {
            required: true,
            content: [{type: 'application/json', schema, examples: [], encoding: {}}],
          },
          responses: [],
        }),
      ),
    );
    const [outer, inner] = selectAll('details.nested-fields', tree);
    expect(outer?.properties).toMatchObject({open: true});
    expect(inner?.properties).not.toHaveProperty('open');
    expect([outer, inner].map(details => details && toString(select('summary', details) ?? details))).toEqual(
      ['Fields of a', 'Fields of b'],
    );
    expect(only('details details li#body-a-b-c', tree)).toBeDefined();
  });

  test('has none of what the document has in it to run', () => {
    const tree = parsed(
      partsOf(
        operation('getUser', {
          description:
            'One <b onclick="alert(1)">bold</b> x<sup>2</sup> <img src=x onerror=alert(1)>\n\n<script>two()</script>',
        }),
      ),
    );
    expect(selectAll('script', tree)).toEqual([]);
    expect(JSON.stringify(tree)).not.toMatch(/alert|two\(\)/);
    expect(selectAll('strong', tree).map(node => toString(node))).toContain('bold');
    expect(toString(only('sup', tree))).toBe('2');
  });

  test('has the pictures of descriptions, fetched when they come into view', () => {
    const tree = parsed(partsOf(operation('getUser', {description: '![A map](https://example.com/m.png)'})));
    expect(only('img', tree).properties).toEqual({
      src: 'https://example.com/m.png',
      alt: 'A map',
      loading: 'lazy',
      decoding: 'async',
    });
  });
});

describe('the frame of a page', () => {
  test('keeps headings and what wakes in the browser, and has a place for each part', () => {
    const {frame, parts} = pageInParts(operationToMdast(operation('createUser', {description: 'Words.'})));
    const names = (nodes: readonly unknown[]): unknown[] =>
      nodes.flatMap(node => {
        if (typeof node !== 'object' || node === null || !('type' in node)) {
          return [];
        }
        if ('name' in node && node.name === 'div' && 'children' in node && Array.isArray(node.children)) {
          return [names(node.children)];
        }
        return 'name' in node ? [node.name] : [node.type];
      });
    const [before, link, columns] = names(frame);
    expect([before, link]).toEqual(['ReferencePart', 'RequestLine']);
    const [[samples], reference] = Array.isArray(columns) ? columns : [];
    expect(reference.slice(0, 4)).toEqual(['heading', 'ReferencePart', 'heading', 'ReferencePart']);
    expect(samples.slice(0, 3)).toEqual(['heading', 'ApiCodeTabs', 'ReferencePart']);
    expect(JSON.stringify(frame).match(/"ReferencePart"/g)).toHaveLength(parts.length);
    expect(parts.every(blocks => blocks.length > 0)).toBe(true);
  });
});
