import {mkdtemp, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import {expect, test} from 'vitest';

import {loadApi} from '../../../src/api/document/load';
import type {Operation} from '../../../src/api/operation';
import {createMock} from '../../../src/mock/mock';
import {operationToMdast} from '../../../src/plugin/operationPage';
import {sampleRequest} from '../../../src/request/examples/sampleRequest';
import {parameterFields} from '../../../src/request/form/parameterFields';

const key = {type: 'integer', format: 'int64', maximum: 'MAX', default: 'DEFAULT'};
const item = {type: 'object', properties: {key}};
const content = {'application/json': {schema: item, example: {key: 'KEY'}}};
const document = {
  openapi: '3.1.0',
  info: {title: 'T', version: '1'},
  servers: [{url: 'http://t.test/v1'}],
  security: [],
  paths: {
    '/things/{id}': {
      parameters: [{name: 'id', in: 'path', required: true, schema: {type: 'integer'}, example: 'ID'}],
      get: {operationId: 'get', summary: 'Get', responses: {'200': {description: 'Done', content}}},
      put: {
        operationId: 'put',
        summary: 'Put',
        requestBody: {content},
        responses: {'200': {description: 'Done', content}},
      },
    },
  },
};
const numbers = {
  MAX: '9223372036854775807',
  DEFAULT: '-9007199254740995',
  KEY: '60503861139345409',
  ID: '1253261109769874438',
};

async function operations(format: 'json' | 'yaml'): Promise<readonly Operation[]> {
  const text = Object.entries(numbers).reduce(
    (written, [name, digits]) => written.replaceAll(`"${name}"`, digits),
    JSON.stringify(document, null, 2),
  );
  const file = join(await mkdtemp(join(tmpdir(), 'digits-')), `api.${format}`);
  await writeFile(file, format === 'json' ? text : `# In YAML\n${text}`);
  return (await loadApi(file)).operations;
}

test.each(['json', 'yaml'] as const)(
  'numbers above 2^53 keep their digits everywhere, from %s',
  async format => {
    const all = await operations(format);
    const put = all.find(({id}) => id === 'put');
    if (!put) {
      throw new Error('The document lost its operation.');
    }
    const page = operationToMdast(put);
    const fences: string[] = [];
    visit(page, 'code', node => {
      fences.push(node.value);
    });
    expect(fences.filter(text => text.includes('"key": 60503861139345409'))).toHaveLength(2);
    const words = toString(page);
    expect(words).toContain('At most 9223372036854775807');
    expect(words).toContain('-9007199254740995');
    expect(words).toContain('1253261109769874438');

    const {url, body} = sampleRequest(put).request;
    expect(url).toBe('http://t.test/v1/things/1253261109769874438');
    expect('text' in body && body.text).toBe('{\n  "key": 60503861139345409\n}');

    const [id] = parameterFields(put, {parameters: {}, headers: [], bodies: {}});
    expect(id?.placeholder).toBe('1253261109769874438');

    const api = {title: 'T', version: '1', servers: put.servers, tags: [], operations: all};
    const mock = createMock({api});
    for (const method of ['GET', 'PUT']) {
      const init =
        method === 'GET'
          ? {}
          : {body: 'text' in body ? body.text : '', headers: {'Content-Type': 'application/json'}};
      const response = await mock.handle(new Request(url, {method, ...init}));
      expect([response.status, await response.text()]).toEqual([200, '{\n  "key": 60503861139345409\n}']);
    }
  },
);

test('two numbers that become one are left as they are, as nobody could tell which is meant', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'digits-')), 'api.json');
  const text = JSON.stringify({
    ...document,
    paths: {
      '/x': {
        get: {
          summary: 'X',
          responses: {'200': {description: 'D', content: {'application/json': {example: ['A', 'B']}}}},
        },
      },
    },
  });
  await writeFile(file, text.replace('"A"', '1253261109769874438').replace('"B"', '1253261109769874439'));
  const [operation] = (await loadApi(file)).operations;
  expect(operation).not.toHaveProperty('digits');
});
