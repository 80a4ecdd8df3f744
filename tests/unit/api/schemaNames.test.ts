import {mkdtemp, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';

import {loadDocument, type LoadedDocument} from '../../../src/api/document/load';
import type {Json} from '../../../src/api/operation';
import {schemaFaults} from '../../../src/api/schema/validateSchema';

/** A document whose `default` response is of the first of these schemas, as it is loaded. */
async function load(schemas: Readonly<Record<string, object>>): Promise<LoadedDocument> {
  const [first = ''] = Object.keys(schemas);
  const content = {'application/json': {schema: {$ref: `#/components/schemas/${first}`}}};
  const file = join(await mkdtemp(join(tmpdir(), 'names-')), 'api.json');
  await writeFile(
    file,
    JSON.stringify({
      openapi: '3.1.0',
      info: {title: 'T', version: '1', license: {name: 'MIT', identifier: 'MIT'}},
      servers: [{url: 'https://a.test'}],
      security: [],
      paths: {
        '/x': {
          get: {operationId: 'get', summary: 'Get', responses: {default: {description: 'All', content}}},
        },
      },
      components: {schemas},
    }),
  );
  return loadDocument(file, {strict: true});
}

/** Whether values fit the schema of the response; undefined where nobody can tell. */
async function verdicts(
  schemas: Readonly<Record<string, object>>,
  values: readonly Json[],
): Promise<(boolean | undefined)[]> {
  const {
    api: {
      operations: [operation],
    },
  } = await load(schemas);
  const schema = operation?.responses[0]?.content[0]?.schema;
  return values.map(value =>
    operation && schema !== undefined ? schemaFaults(operation, schema, value)?.length === 0 : undefined,
  );
}

const small = {type: 'integer', maximum: 9};
const holding = (reference: object): object => ({type: 'object', properties: {size: reference}});

test.each<[string, Readonly<Record<string, object>>]>([
  ['an anchor', {Box: holding({$ref: '#small'}), Small: {$anchor: 'small', ...small}}],
  [
    'an absolute name',
    {Box: holding({$ref: 'https://e.test/small'}), Small: {$id: 'https://e.test/small', ...small}},
  ],
  [
    'a name beside its own',
    {
      Box: {$id: 'https://e.test/box', ...holding({$ref: 'small'})},
      Small: {$id: 'https://e.test/small', ...small},
    },
  ],
  ['a bare name', {Box: holding({$ref: 'Small#'}), Small: {$id: 'Small', ...small}}],
  [
    'an anchor of another name',
    {
      Box: holding({$ref: 'Sizes#small'}),
      Sizes: {$id: 'Sizes', $defs: {small: {$anchor: 'small', ...small}}},
    },
  ],
  ['a place within a named schema', {Box: {$id: 'Box', ...holding({$ref: '#/$defs/small'}), $defs: {small}}}],
  [
    'a place below a name',
    {Box: holding({$ref: 'Sizes#/$defs/small'}), Sizes: {$id: 'Sizes', $defs: {small}}},
  ],
  [
    'a place in the document, out of a named schema',
    {Box: {$id: 'Box', ...holding({$ref: '#/components/schemas/Small'})}, Small: small},
  ],
  ['a dynamic name', {Box: holding({$dynamicRef: '#small'}), Small: {$dynamicAnchor: 'small', ...small}}],
])('a schema that is referred to by %s is judged', async (_, schemas) => {
  expect(await verdicts(schemas, [{size: 9}, {size: 10}])).toEqual([true, false]);
});

test('a dynamic name of several schemas allows anything, as it may mean each of them', async () => {
  const schemas = {
    Box: holding({$dynamicRef: '#T'}),
    One: {$dynamicAnchor: 'T', type: 'integer'},
    Other: {$dynamicAnchor: 'T', type: 'string'},
  };
  expect(await verdicts(schemas, [{size: 9}, {size: 'x'}])).toEqual([true, true]);
});

test('what is named $id or $ref in data and among properties stays', async () => {
  const data = {$id: 'x', $ref: '#small'};
  const {document, api} = await load({
    Box: {type: 'object', properties: {$id: {type: 'string'}, size: {$ref: '#small'}}, examples: [data]},
    Small: {$anchor: 'small', ...small},
  });
  expect(document).toHaveProperty('components.schemas.Box.examples', [data]);
  expect(api.operations[0]?.schemas['Box']).toMatchObject({properties: {$id: {type: 'string'}}});
});
