import {mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

import {faultListFile, writeFaultList} from '../../../src/api/document/faultList';
import {loadDocument, type LoadOptions, type LoadedDocument} from '../../../src/api/document/load';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faults-'));
});
afterAll(() => rm(folder, {recursive: true}));

/** Loads a document of this text. */
async function load(text: string, options: LoadOptions = {}): Promise<LoadedDocument> {
  const file = join(await mkdtemp(join(folder, 'case-')), 'api.yaml');
  await writeFile(file, text);
  return loadDocument(file, options);
}

const head = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\nsecurity: []\n';
const answer = `responses: {'200': {description: ok}}`;

describe('a fault that leaves a safe reading', () => {
  test.each([
    [
      'a version that is a number',
      `openapi: 3.1\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {${answer}}}}`,
    ],
    ['a version that is not there', `info: {title: T, version: '1'}\npaths: {/a: {get: {${answer}}}}`],
    [
      'a swagger version that is a number',
      `swagger: 2.0\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {${answer}}}}`,
    ],
    ['a key that is given twice', `${head}security: []\npaths: {/a: {get: {${answer}}}}`],
    ['no title', `openapi: 3.1.0\ninfo: {version: '1'}\npaths: {/a: {get: {${answer}}}}`],
    ['an unknown member', `${head}paths: {/a: {get: {colour: red, ${answer}}}}`],
  ])('is listed and read over: %s', async (_, text) => {
    const {api, faults} = await load(text);
    expect(api.operations.map(({id}) => id)).toEqual(['getA']);
    expect(faults).toHaveLength(1);
    await expect(load(text, {strict: true})).rejects.toThrow(/has 1 problem/);
  });

  test.each([
    ['a list', '[]'],
    ['a text', 'paths'],
    ['a document of another kind', 'asyncapi: 3.0.0\nchannels: {}'],
    ['an unknown version and no paths', 'openapi: 4.0.0'],
    ['no YAML', 'openapi: 3.1.0\npaths: {\n'],
  ])('is not %s', async (_, text) => {
    await expect(load(text)).rejects.toThrow(/has 1 problem/);
  });
});

describe('the list of faults', () => {
  const file = (): string => faultListFile(folder, 'api/openapi.yaml');
  const fault = (line: number) => ({
    file: 'api.yaml',
    position: {line, column: 1},
    message: `Wrong ${line}.`,
  });

  test('holds all, and the warning the first', async () => {
    const warning = await writeFaultList(file(), 'api.yaml', [1, 2, 3, 4, 5].map(fault));
    expect(warning).toMatch(/^api\.yaml has 5 faults\./);
    expect(warning).toContain('api.yaml:3:1  Wrong 3.');
    expect(warning).not.toContain('Wrong 4.');
    expect(warning).toContain('openapi.yaml.faults.txt');
    expect(await readFile(file(), 'utf8')).toMatch(/api\.yaml has 5 faults:[^]*api\.yaml:5:1 {2}Wrong 5\.\n/);
  });

  test('goes when there is none', async () => {
    await writeFaultList(file(), 'api.yaml', [fault(1)]);
    expect(await writeFaultList(file(), 'api.yaml', [])).toBeUndefined();
    await expect(stat(file())).rejects.toThrow();
  });

  test('that cannot be written stops nothing', async () => {
    const under = faultListFile(join(folder, 'list\0'), 'api.yaml');
    expect(await writeFaultList(under, 'api.yaml', [fault(1)])).toMatch(/1 fault\.[^]*cannot be written/);
  });
});
