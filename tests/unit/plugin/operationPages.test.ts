import {mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';

import {loadApi} from '../../../src/api/document/load';
import type {Api} from '../../../src/api/operation';
import {catalogModule, loadersModule} from '../../../src/plugin/catalog';
import {operationFile} from '../../../src/plugin/dataFiles';
import {namedOperations} from '../../../src/plugin/namedOperations';
import {writePages} from '../../../src/plugin/operationPages';
import {shortSlug} from '../../../src/plugin/slug';

let folder: string;
let api: Api;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pages-'));
  api = await loadApi(join(import.meta.dirname, '../../fixtures/openapi/users.yaml'));
});
afterEach(() => rm(folder, {recursive: true}));

async function write(file: string, content: string): Promise<void> {
  await mkdir(join(folder, file, '..'), {recursive: true});
  await writeFile(join(folder, file), content);
}

async function files(): Promise<string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  return entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}

test('every operation that no page names gets one', async () => {
  await write('users/anything.mdx', '# Mine\n\n<ApiOperation operation="createUser" />\n');
  const pages = await writePages(folder, api);
  expect(await files()).toEqual([
    'users/anything.mdx',
    'users/get-user.generated.mdx',
    'users/list-users.generated.mdx',
  ]);
  expect(pages.get('createUser')).toBe(join(folder, 'users/anything.mdx'));
  const page = await readFile(join(folder, 'users/get-user.generated.mdx'), 'utf8');
  expect(page).toMatch(/^---\nid: "get-user"\ntitle: "Get User"\n/);
  expect(namedOperations(page)).toEqual(['getUser']);
});

test('every generated page tells search engines what it is about, with a description in the document or without', async () => {
  const operations = api.operations.map(operation =>
    operation.id === 'getUser' ? {...operation, description: ' '} : operation,
  );
  await writePages(folder, {...api, operations});
  expect(await readFile(join(folder, 'users/create-user.generated.mdx'), 'utf8')).toContain(
    '\ndescription: "Create a new user account in the system."\n',
  );
  expect(await readFile(join(folder, 'users/get-user.generated.mdx'), 'utf8')).toContain(
    '\ndescription: "GET /users/{user_id}: Get User"\n',
  );
});

test('a page that is right is not written again, and one that is no longer needed goes', async () => {
  await writePages(folder, api);
  const before = await stat(join(folder, 'users/get-user.generated.mdx'), {bigint: true});
  await write('users/list-users.mdx', '<ApiOperation operation="listUsers" />');
  await writePages(folder, api);
  const after = await stat(join(folder, 'users/get-user.generated.mdx'), {bigint: true});
  expect(after.mtimeNs).toBe(before.mtimeNs);
  expect(await files()).toEqual([
    'users/create-user.generated.mdx',
    'users/get-user.generated.mdx',
    'users/list-users.mdx',
  ]);
});

test('pages of the same title and pages that exist already keep files of their own', async () => {
  await write('users/get-user.mdx', '# Something else\n');
  const operations = api.operations.map(operation => ({...operation, summary: 'Get User'}));
  await writePages(folder, {...api, operations});
  expect(await files()).toEqual([
    'users/create-user.generated.mdx',
    'users/get-user-get-user.generated.mdx',
    'users/get-user.mdx',
    'users/list-users.generated.mdx',
  ]);
});

test('long summaries and ids make file names of a bearable length, and each operation keeps a file of its own', async () => {
  const summary = 'List the things that belong to a workspace, '.repeat(8);
  const operations = api.operations.map((operation, index) => ({
    ...operation,
    tags: ['\u4e00'.repeat(100)],
    summary: `${summary}${index}`,
    id: `listTheThingsThatBelongToAWorkspace${'AndMore'.repeat(40)}${index}`,
  }));
  const pages = await writePages(folder, {...api, operations});
  const names = (await files()).map(file => file.split('/'));
  expect(new Set(pages.values()).size).toBe(3);
  expect(names).toHaveLength(3);
  expect(names.flat().filter(name => Buffer.byteLength(name) > 200)).toEqual([]);
  expect(names[0]?.[1]).toMatch(/^list-the-things-that-belong-to-a-workspace(-list)?[.-]/);
});

test.each([
  ['a title of usual length', 'Create a User', 'create-a-user'],
  ['60 characters', 'a'.repeat(60), 'a'.repeat(60)],
  ['a word that ends at the limit', `${'a'.repeat(60)} b`, 'a'.repeat(60)],
  ['a word that crosses the limit', `${'a'.repeat(50)} ${'b'.repeat(20)}`, 'a'.repeat(50)],
  ['one endless word', 'a'.repeat(300), 'a'.repeat(60)],
  ['letters of several bytes', '\u4e00'.repeat(100), '\u4e00'.repeat(30)],
])('the file name of %s', (_, title, name) => {
  expect(shortSlug(title)).toBe(name);
});

test.each([
  ['a component', 'Text.\n\n<ApiOperation operation="a" />\n', ['a']],
  [
    'two components, one nested',
    '<ApiOperation operation="a" />\n\n<div>\n<ApiOperation operation="b" />\n</div>',
    ['a', 'b'],
  ],
  ['a component after front matter', '---\ntitle: "a: {b"\n---\n\n<ApiOperation operation="a" />', ['a']],
  ['a component of several lines', "<ApiOperation\n  operation='a'\n/>", ['a']],
  ['code', '```mdx\n<ApiOperation operation="a" />\n```\n\n`<ApiOperation operation="b" />`', []],
  ['a comment', '{/* <ApiOperation operation="a" /> */}', []],
  ['another component', '<ApiCodeTabs operation="a" />', []],
  ['a page that MDX cannot read', '<ApiOperation operation="a" />\n\n{', ['a']],
])('what a page documents is read from %s', (_, source, expected) => {
  expect(namedOperations(source)).toEqual(expected);
});

test('the catalog lists all operations, and the data of each is loaded by itself', () => {
  const source = catalogModule(api, new Map([['getUser', '/api/users/get-user']]));
  for (const {id} of api.operations) {
    expect(loadersModule(api.operations, {mockRules: undefined})).toContain(
      `import("./${operationFile(id)}")`,
    );
  }
  expect(source).toContain('"permalink": "/api/users/get-user"');
  expect(source).not.toContain('"responses"');
});

test('the catalog groups operations by what readers call their tags', () => {
  const tags = [{name: 'users', title: 'People'}, {name: 'files'}];
  const [operation] = api.operations;
  const operations = operation ? [{...operation, tags: ['users', 'files', 'undeclared']}] : [];
  expect(catalogModule({operations, tags}, new Map()).replace(/\s+/g, ' ')).toContain(
    '"tags": [ "People", "Files", "undeclared" ]',
  );
});

test('operations whose ids differ in letters that a file system may not tell apart have files of their own', () => {
  const ids = ['getUser', 'getuser', 'get/user', 'get user', 'get-user', '../user', ''];
  const names = ids.map(id => operationFile(id).toLowerCase());
  expect(new Set(names).size).toBe(ids.length);
  expect(names.filter(name => !/^operations\/[\w-]*\.[\da-z]+\.json$/.test(name))).toEqual([]);
});

test('what a built page carries to load operations does not grow with their number', () => {
  const many = Array.from({length: 100}, () => api.operations).flat();
  const options = {mockRules: undefined, fetchFrom: '/src/dataFiles.ts'};
  const [small, large] = [api.operations, many].map(operations => loadersModule(operations, options).length);
  expect((large ?? 0) - (small ?? 0)).toBeLessThan(10);
});
