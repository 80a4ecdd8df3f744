import {mkdtemp, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';

import {loadApi} from '../../../src/api/document/load';
import {buildRequest} from '../../../src/request/wire/build';

/** The form that an OpenAPI 2.0 document sends of a list of two texts. */
async function sent(list: object): Promise<unknown> {
  const parameter = {name: 'tags', in: 'formData', type: 'array', items: {type: 'string'}, ...list};
  const post = {
    consumes: ['application/x-www-form-urlencoded'],
    parameters: [{$ref: '#/parameters/Tags'}],
    responses: {'200': {description: 'Done'}},
  };
  const file = join(await mkdtemp(join(tmpdir(), 'lists-')), 'api.json');
  await writeFile(
    file,
    JSON.stringify({
      swagger: '2.0',
      info: {title: 'T', version: '1'},
      host: 'a.test',
      paths: {'/x': {post}},
      parameters: {Tags: parameter},
    }),
  );
  const [operation] = (await loadApi(file)).operations;
  const mediaType = 'application/x-www-form-urlencoded';
  const fields = ['a', 'b'].map(value => ({name: 'tags', value}));
  const values = {
    parameters: {},
    headers: [],
    mediaType,
    bodies: {[mediaType]: {type: 'fields', fields}},
  } as const;
  return (
    operation && buildRequest(operation, values, {baseUrl: 'https://a.test', credentials: []}).request.body
  );
}

const tags = (...values: readonly string[]): object => ({
  type: 'form',
  fields: values.map(value => ({name: 'tags', value})),
});

test.each<[object, object]>([
  [{}, tags('a,b')],
  [{collectionFormat: 'csv'}, tags('a,b')],
  [{collectionFormat: 'ssv'}, tags('a b')],
  [{collectionFormat: 'pipes'}, tags('a|b')],
  [{collectionFormat: 'tsv'}, tags('a\tb')],
  [{collectionFormat: 'multi'}, tags('a', 'b')],
])('a list in a form of OpenAPI 2.0 is joined as it says: %j', async (list, body) => {
  expect(await sent(list)).toMatchObject(body);
});
