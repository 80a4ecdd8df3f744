import type {PropSidebarItem, PropSidebarItemCategory} from '@docusaurus/plugin-content-docs';
import {expect, test} from 'vitest';

import {filterItems, holdsOperations, MOST} from '../../../../src/components/SidebarFilter/filterItems';

function page(label: string, href: string): PropSidebarItem {
  return {type: 'link', label, href, className: 'api-method api-method--get'};
}

function category(label: string, items: PropSidebarItem[]): PropSidebarItemCategory {
  return {type: 'category', label, items, collapsed: true, collapsible: true};
}

const items = [
  {type: 'link', label: 'All endpoints', href: '/api'},
  category('Users', [page('Create User', '/api/create-user'), page('List Users', '/api/list-users')]),
  category('Chat', [page('List Threads', '/api/list-threads')]),
] satisfies PropSidebarItem[];
const operations = new Map([
  ['/api/create-user', {id: 'createUser', method: 'POST', path: '/users'}],
  ['/api/list-users', {id: 'listUsers', method: 'GET', path: '/users'}],
  ['/api/list-threads', {id: 'listThreads', method: 'GET', path: '/threads'}],
] as const);

function labels(query: string, known: Parameters<typeof filterItems>[2] = operations): string[] {
  return filterItems(items, query, known).items.flatMap(item =>
    item.type === 'category' ? item.items.flatMap(labelOf) : labelOf(item),
  );
}

function labelOf(item: PropSidebarItem): string[] {
  return item.type === 'html' ? [] : [item.label];
}

test.each([
  ['create', ['Create User']],
  ['LIST us', ['List Users']],
  ['/users', ['Create User', 'List Users']],
  ['get /users', ['List Users']],
  ['createUser', ['Create User']],
  ['endpoints', ['All endpoints']],
  ['nothing of the kind', []],
])('“%s” leaves %j', (query, expected) => {
  expect(labels(query)).toEqual(expected);
});

test('what stays of a category is open, and an operation tells its path', () => {
  expect(filterItems(items, 'threads', operations)).toEqual({
    count: 1,
    items: [
      {
        ...category('Chat', [
          {...page('List Threads', '/api/list-threads'), customProps: {path: '/threads'}},
        ]),
        collapsed: false,
        collapsible: false,
      },
    ],
  });
});

test('titles are filtered before the operations are known', () => {
  expect(labels('list', new Map())).toEqual(['List Users', 'List Threads']);
});

test('of very many pages the first are kept, and all are counted', () => {
  const many = Array.from({length: 1000}, (_, index) => page(`Page ${index}`, `/api/${index}`));
  const filtered = filterItems(many, 'page', operations);
  expect(filtered.count).toBe(1000);
  expect(filtered.items).toHaveLength(MOST);
});

test('a sidebar is one of an API when a page in it, however deep, is that of an operation', () => {
  expect(holdsOperations(items)).toBe(true);
  expect(holdsOperations([category('Guides', [{type: 'link', label: 'Errors', href: '/errors'}])])).toBe(
    false,
  );
});
