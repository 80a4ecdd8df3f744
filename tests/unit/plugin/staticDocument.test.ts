import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';

import {loadDocument} from '../../../src/api/document/load';
import {replaceStaticFiles} from '../../../src/plugin/staticDocument';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'static-'));
});
afterAll(() => rm(folder, {recursive: true}));

/** What a build offers of these files of a static folder, the first of which is the document. */
async function builtFrom(files: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const own = await mkdtemp(join(folder, 'case-'));
  const [statics, built] = [join(own, 'static'), join(own, 'build')];
  for (const place of [statics, built]) {
    await mkdir(place);
    await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(place, name), text)));
  }
  const document = join(statics, Object.keys(files)[0] ?? '');
  await replaceStaticFiles(await loadDocument(document), document, [statics], built);
  const names = await readdir(built);
  return Object.fromEntries(
    await Promise.all(names.map(async name => [name, await readFile(join(built, name), 'utf8')] as const)),
  );
}

const answer = `responses: {'200': {description: ok}}`;
const head = `# Notes on secret matters\nopenapi: 3.1.0\ninfo: {title: T, version: '1'}\n`;

test('a document with internal parts is offered without them, and without the files that hold them', async () => {
  const big = 'x-limit: 9223372036854775807';
  const files = await builtFrom({
    'api.yaml': `${head}${big}\npaths: {/a: {get: {${answer}}}, /b: {$ref: './secret.yaml'}}`,
    'secret.yaml': `get: {x-internal: true, summary: Secret, ${answer}}`,
    'other.txt': 'Not of the document',
  });
  expect(Object.keys(files)).toEqual(['api.yaml', 'other.txt']);
  expect(files['api.yaml']).toContain('/a:');
  expect(files['api.yaml']).toContain(big);
  expect(JSON.stringify(files)).not.toMatch(/secret/i);
});

test('a document in JSON stays JSON', async () => {
  const paths = {'/a': {get: {'x-internal': true, summary: 'Secret', responses: {}}}};
  const text = JSON.stringify({openapi: '3.1.0', info: {title: 'T', version: '1'}, paths});
  const {'api.json': built = ''} = await builtFrom({'api.json': text});
  expect(JSON.parse(built)).toMatchObject({paths: {}, info: {title: 'T'}});
});

test('a document without internal parts is offered as it was written', async () => {
  const files = {
    'api.yaml': `${head}paths: {/a: {$ref: './a.yaml'}}`,
    'a.yaml': `get: {${answer}}`,
  };
  expect(await builtFrom(files)).toEqual(files);
});
