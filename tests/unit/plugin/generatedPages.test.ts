import {expect, test} from 'vitest';

/** A loader as the bundler calls it: on an object with what it was told and with the file that it reads. */
type Loader = (this: {getOptions: () => object; resourcePath: string}, source: string) => string;

const listRoutes = await loaderOf('listRoutes');
const packDocs = await loaderOf('packDocs');

async function loaderOf(name: string): Promise<Loader> {
  const file = new URL(`../../../src/plugin/generatedPages/${name}.mjs`, import.meta.url).href;
  const module: {readonly default: Loader} = await import(file);
  return module.default;
}

const sidebar = [
  {type: 'link', href: '/api', label: 'All endpoints', docId: 'api/overview', unlisted: false},
  {
    type: 'category',
    label: 'Users',
    collapsed: true,
    items: [
      link('users/list-users', 'List Users', {className: 'api-method api-method--get'}),
      link('users/by-hand', 'By Hand', {className: 'api-method api-method--get'}),
      link('users/x-2', 'A name: "x\u2028" & </script>', {className: 'api-method api-method--post'}),
      link('users/old', 'Old', {className: 'api-method api-method--get', customProps: {mark: 'deprecated'}}),
      link('users/listen', 'Listen', {}),
      link('schemas/User', 'User', {}),
    ],
  },
];
const generated = ['users/list-users', 'users/x-2', 'users/old', 'users/listen', 'schemas/User'];

function link(path: string, label: string, more: object): object {
  return {type: 'link', href: `/de/api/${path}`, label, docId: path, unlisted: false, ...more};
}

/** What the page gets for what Docusaurus wrote. */
async function unpacked(written: object): Promise<unknown> {
  const code = packDocs.call(
    {resourcePath: '', getOptions: () => ({ids: generated})},
    JSON.stringify(written),
  );
  const module: {readonly default: unknown} = await import(
    `data:text/javascript,${encodeURIComponent(code)}`
  );
  return module.default;
}

/** A sidebar without what goes without saying. */
function shown(items: readonly object[]): unknown {
  return JSON.parse(
    JSON.stringify(items, (key, value: unknown) =>
      key === 'unlisted' && value === false ? undefined : value,
    ),
  );
}

test('a sidebar is the same after it was packed, whatever its labels hold', async () => {
  const version = await unpacked({docsSidebars: {api: sidebar}});
  expect(version).toHaveProperty('docsSidebars.api');
  const items = Object.values(Object(version).docsSidebars)[0];
  expect(Array.isArray(items) && shown(items)).toEqual(shown(sidebar));
});

test('of generated docs none is left, of written ones each', async () => {
  expect(await unpacked({docs: {'users/by-hand': {title: 'By Hand'}, 'users/old': {title: 'Old'}}})).toEqual({
    docs: {'users/by-hand': {title: 'By Hand'}},
  });
  expect(await unpacked({docs: [{id: 'users/old'}, {id: 'users/by-hand'}]})).toEqual({
    docs: [{id: 'users/by-hand'}],
  });
});

const routes = `export default [
  {
    path: '/',
    component: ComponentCreator('/', 'abc'),
    routes: [
      {
        path: '/api/users/by-hand',
        component: ComponentCreator('/api/users/by-hand', '111'),
        exact: true,
        sidebar: "api"
      },
      {
        path: '/api/users/old',
        component: ComponentCreator('/api/users/old', '222'),
        exact: true,
        sidebar: "api"
      },
      {
        path: '/api/users/alone',
        component: ComponentCreator('/api/users/alone', '333'),
        exact: true
      }
    ]
  },
];
`;

function listed(list: string, source: string, paths: readonly string[]): string {
  const options = {
    pages: paths.map(path => ({path, sidebar: path.endsWith('alone') ? undefined : 'api'})),
    pageRoutes: './pageRoutes',
    docItem: '17896441',
    version: 'v1',
  };
  return listRoutes.call({resourcePath: `/site/.docusaurus/${list}`, getOptions: () => options}, source);
}

/** The sidebar by the pattern that matches an address, as Docusaurus looks for it: the whole address by the first that does. */
function sidebarAt(found: string, address: string): string | undefined {
  const [, list = ''] = /pageRoutes\(\n.*\n {2}(\[.*\]),\n/.exec(found) ?? [];
  const groups: readonly {readonly pattern: string; readonly sidebar?: string}[] = JSON.parse(list);
  const group = groups.find(({pattern}) => new RegExp(pattern).exec(address)?.[0] === address);
  return group && (group.sidebar ?? 'none');
}

test('routes of generated pages become patterns, in the place of the first, and others stay', () => {
  const found = listed('routes.js', routes, ['/api/users/old', '/api/users/alone']);
  expect(found).toContain("path: '/api/users/by-hand'");
  expect(found).not.toContain("path: '/api/users/old'");
  expect(found).not.toContain("path: '/api/users/alone'");
  expect(found.split('...generatedPages').length).toBe(2);
  expect(sidebarAt(found, '/api/users/old')).toBe('api');
  expect(sidebarAt(found, '/api/users/old/')).toBe('api');
  expect(sidebarAt(found, '/api/users/alone')).toBe('none');
});

test('the patterns match neither what somebody wrote nor another spelling nor another folder', () => {
  const found = listed('routes.js', routes, ['/api/users/old']);
  expect(sidebarAt(found, '/api/users/old')).toBe('api');
  for (const other of [
    '/api/users/by-hand',
    '/api/users/by-hand/',
    '/api/users/alone',
    '/api/users/old.html',
  ]) {
    expect(sidebarAt(found, other), other).toBeUndefined();
  }
  for (const other of [
    '/api/users/old#try',
    '/api/users/old?a=1',
    '/api/users',
    '/api/users/',
    '/api/users/old/more',
    '/de/api/users/old',
  ]) {
    expect(sidebarAt(found, other), other).toBeUndefined();
  }
  expect(sidebarAt(found, '/api/users/by-hand-2')).toBe('api');
});

test('a build stops where Docusaurus writes routes in another way, as pages would be lost', () => {
  expect(() => listed('routes.js', routes, ['/api/users/old', '/api/users/nowhere'])).toThrow(
    'Of 2 generated pages, 1 were found among the routes of Docusaurus.',
  );
});

test('chunks and modules of generated pages are left out of what every page loads', () => {
  const names = {'/api/users/old-222': {content: 'b'}, '/api/users/by-hand-111': {content: 'a'}};
  expect(JSON.parse(listed('routesChunkNames.json', JSON.stringify(names), ['/api/users/old']))).toEqual({
    '/api/users/by-hand-111': {content: 'a'},
  });
  const module = (file: string): string =>
    `  "${file.length}": [() => import(/* webpackChunkName: "x" */ "@site/docs/${file}"), "@site/docs/${file}", require.resolveWeak("@site/docs/${file}")],\n`;
  const registry = `export default {\n${module('old.generated.mdx')}${module('by-hand.mdx')}};\n`;
  expect(listed('registry.js', registry, [])).toBe(`export default {\n${module('by-hand.mdx')}};\n`);
});
