import {toString} from 'mdast-util-to-string';
import {expect, test} from 'vitest';

import {overviewToMdast} from '../../../src/plugin/indexPages/overview';
import {apiOf} from '../mock/support/mockOf';

/** The headings of the page about all operations, with their levels, and the ids of the operations below each. */
function outlineOf(document: Parameters<typeof apiOf>[0], tagsOf: readonly (readonly string[])[]): string[] {
  const paths = Object.fromEntries(
    tagsOf.map((tags, index) => [`/o${index}`, {get: {tags, summary: `o${index}`, responses: {}}}]),
  );
  return overviewToMdast(apiOf({...document, paths}), new Map()).map(block =>
    block.type === 'heading'
      ? `${block.depth} ${toString(block)}`
      : (toString(block).match(/(?<=\/)o\d+|\d+ operations?/g) ?? []).join(' '),
  );
}

const document = {
  tags: [
    {name: 'users', 'x-displayName': 'People'},
    {name: 'keys', parent: 'users'},
    {name: 'beta', kind: 'badge'},
    {name: 'rest'},
  ],
  'x-tagGroups': [{name: 'Accounts', tags: ['users']}],
};

test('operations stand in the groups of their tags, each below a heading', () => {
  expect(outlineOf(document, [['users'], ['keys'], ['rest'], []])).toEqual([
    '2 Accounts',
    '3 People',
    'o0',
    '3 Keys',
    'o1',
    '2 Rest',
    'o2',
    '2 More',
    'o3',
  ]);
});

test('a tag that is a badge makes no group beside one that does', () => {
  expect(outlineOf(document, [['beta', 'users'], ['rest']])).toEqual([
    '2 Accounts',
    '3 People',
    'o0',
    '2 Rest',
    'o1',
  ]);
});

test('groups of a large API are named with the groups that they are in', () => {
  const many = Array.from({length: 200}, (_, index) => [index % 2 ? 'keys' : 'users']);
  const paths = Object.fromEntries(
    many.map((tags, index) => [`/o${index}`, {get: {tags, summary: 'x', responses: {}}}]),
  );
  const text = toString({type: 'root', children: overviewToMdast(apiOf({...document, paths}), new Map())});
  expect(text).toContain('Accounts › People100 operations');
  expect(text).toContain('Accounts › People › Keys100 operations');
});
