import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import {expect, test} from 'vitest';

import {settleLinks} from '../../../src/plugin/documentLinks';
import {operationToMdast} from '../../../src/plugin/operationPage';
import {apiWith} from '../mock/support/mockOf';

const docs = (url: string, description?: string): object => ({externalDocs: {url, description}});

/** What the page of an operation says, and where its links lead. */
function told(operation: object): {words: string; links: string[]} {
  const [read] = apiWith({responses: {}, ...operation}, '/thing', 'post').operations;
  const page = operationToMdast(read ?? expect.fail('The document lost its operation.'));
  settleLinks(page, {base: 'https://docs.test/api/', isPage: () => false});
  const links: string[] = [];
  visit(page, 'link', ({url}) => {
    links.push(url);
  });
  return {words: toString(page), links};
}

test('the page of an operation leads to where more is written about it, and about its schemas', () => {
  const schema = {
    type: 'object',
    description: 'A pet.',
    ...docs('https://docs.test/pet'),
    properties: {kind: {type: 'string', description: 'Its kind', ...docs('kinds', 'all *kinds*')}},
  };
  const {words, links} = told({
    ...docs('https://docs.test/more', 'the handbook'),
    requestBody: {content: {'application/json': {schema}}},
  });
  expect(words).toContain('See the handbook.');
  expect(words).toContain('See https://docs.test/pet.');
  expect(words).toContain('Its kind. See all *kinds*.');
  expect(links).toEqual(['https://docs.test/more', 'https://docs.test/pet', 'https://docs.test/api/kinds']);
});

test('an address that no page should follow is told, and leads nowhere', () => {
  const {words, links} = told(docs('javascript:alert(1)', 'the handbook'));
  expect(words).toContain('See the handbook.');
  expect(links).toEqual([]);
});
