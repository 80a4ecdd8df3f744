import type {Root} from 'hast';
import {select, selectAll} from 'hast-util-select';
import {toString} from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import {unified} from 'unified';
import {expect, test} from 'vitest';

import {pageToMarkdown} from '../../../src/plugin/markdownTwins/pageToMarkdown';
import {operationToMdast} from '../../../src/plugin/operationPage';
import {partToHtml} from '../../../src/plugin/operationPage/html';
import {pageInParts} from '../../../src/plugin/operationPage/parts';
import {apiWith} from '../mock/support/mockOf';

/** The page of an operation that returns 200, or 404, with these examples. */
function pageWith(examples: object): Root {
  const content = {'application/json': {schema: {type: 'object'}, examples}};
  const [operation] = apiWith({
    responses: {'200': {description: 'OK', content}, '404': {description: 'No', content}},
  }).operations;
  const page = pageInParts(operationToMdast(operation ?? expect.fail('The document lost its operation.')));
  const context = {
    highlight: (code: string) => code.replaceAll('<', '&lt;'),
    baseUrl: '/',
    trailingSlash: false,
  };
  const html = page.parts.map(part => partToHtml(part, context).html).join('\n');
  return unified().use(rehypeParse).parse(`<title>T</title><main>${html}</main>`);
}

const two = {
  one: {summary: 'A "plain" one', value: {a: 1}},
  all: {description: 'With **all** of it.', value: {a: 2}},
};

test('a response shows each of its examples, the first at once and the others under their names', () => {
  const page = pageWith(two);
  const [success, failure] = selectAll('details:has(figure):not(:has(details))', page);
  expect(selectAll('figcaption', page).map(title => toString(title))).toEqual([
    '200 application/json: A ”plain” one',
    'A ”plain” one',
  ]);
  for (const choice of [success, failure]) {
    expect(toString(select('summary', choice) ?? page)).toBe('all');
    expect(toString(choice ?? page)).toContain('With all of it.');
    expect(JSON.parse(toString(select('pre', choice) ?? page))).toEqual({a: 2});
  }
});

test('the only example of a response needs no name', () => {
  const page = pageWith({one: two.one});
  expect(selectAll('figcaption', page).map(title => toString(title))).toEqual(['200 application/json']);
  expect(selectAll('details:not(.status__details)', page)).toEqual([]);
});

test('the page as Markdown names and holds them all', async () => {
  const twin = await pageToMarkdown(pageWith(two), {url: 'https://docs.test', baseUrl: '/'});
  expect(twin?.markdown).toMatch(
    /A ”plain” one\n[^]*"a": 1[^]*\nall\n\nWith \*\*all\*\* of it\.\n[^]*"a": 2/,
  );
});

test('of hundreds of examples the first ones are shown, and the others counted', () => {
  const many = Object.fromEntries(Array.from({length: 300}, (_, index) => [`n${index}`, {value: {index}}]));
  const page = pageWith(many);
  expect(selectAll('pre', page).length).toBeLessThan(30);
  expect(toString(page)).toContain('And 290 more examples');
});
