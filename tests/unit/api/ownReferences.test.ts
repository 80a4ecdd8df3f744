import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, dirname, join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

import {loadDocument, type LoadedDocument} from '../../../src/api/document/load';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'self-'));
});
afterAll(() => rm(folder, {recursive: true}));

interface Case {
  readonly self: string;
  readonly ref: string;
  /** The other file with the schema, from the folder of the document. */
  readonly file?: string;
}

/** A document with a `$self` and a response whose schema this reference leads to. */
async function load({self, ref, file}: Case): Promise<LoadedDocument> {
  const own = await mkdtemp(join(folder, 'case-'));
  const schema = '{type: object, properties: {name: {type: string}}}';
  if (file !== undefined) {
    await mkdir(dirname(join(own, file)), {recursive: true});
    await writeFile(join(own, file), `components: {schemas: {Pet: ${schema}}}`);
  }
  await writeFile(
    join(own, 'api.yaml'),
    `openapi: 3.2.0
$self: ${self}
info: {title: T, version: '1'}
servers: [{url: .}, {url: /test}]
security: []
paths:
  /a: {get: {operationId: a, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '${ref}'}}}, links: {again: {operationRef: '${basename(self)}#/paths/~1a/get'}}}}}}
components: {schemas: {Pet: ${file === undefined ? schema : '{type: string}'}}}`,
  );
  return loadDocument(join(own, 'api.yaml'), {url: 'https://device.test/docs/openapi.yaml'});
}

const self = 'https://example.test/api/openapi.yaml';
const PET = '#/components/schemas/Pet';

describe('with $self, a reference leads to', () => {
  test.each([
    ['the document itself, by its URI', {self, ref: self + PET}],
    ['the document itself, by a relative reference', {self, ref: `openapi.yaml${PET}`}],
    [
      'the document itself, where both are relative',
      {self: '/api/openapi.yaml', ref: `../api/openapi.yaml${PET}`},
    ],
    ['a file beside it', {self, ref: `shared/pets.yaml${PET}`, file: 'shared/pets.yaml'}],
    [
      'a file that stands to $self as it says',
      {self: 'api/openapi', ref: `pets.yaml${PET}`, file: 'api/pets.yaml'},
    ],
  ])('%s', async (_, given) => {
    const {api, faults} = await load(given);
    expect(faults).toEqual([]);
    const [operation] = api.operations;
    expect(operation?.omissions).toBeUndefined();
    expect(JSON.stringify(operation)).toContain('"name":{"type":"string"}');
    expect(operation?.responses[0]?.links).toMatchObject([{operationId: 'a'}]);
  });
});

test('the URLs of servers start from where the document is served, and not from $self', async () => {
  const {api} = await load({self, ref: PET});
  expect(api.servers.map(({url}) => url)).toEqual(['https://device.test/docs', 'https://device.test/test']);
});
