import {execFile} from 'node:child_process';
import {mkdtemp, readFile, readdir, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import {expect, test} from 'vitest';

import {readApi} from '../../../src/api/operations';
import {receivingCode} from '../../../src/plugin/operationPage/receivingCode';
import {writePages} from '../../../src/plugin/operationPages';
import {arrivalToMdast} from '../../../src/plugin/operationPage/arrival';

const order = {
  type: 'object',
  required: ['id'],
  properties: {id: {type: 'integer', description: 'Its number'}},
};
const content = {'application/json': {schema: {$ref: '#/components/schemas/Order'}}};
const api = readApi(
  {
    openapi: '3.1.0',
    info: {title: 'T', version: '1'},
    webhooks: {
      'order.made': {
        post: {
          description: 'Tells that somebody ordered.',
          requestBody: {required: true, content},
          responses: {'204': {description: 'It was received'}, '410': {description: 'Send no more'}},
        },
      },
      gone: {$ref: '#/components/pathItems/Gone'},
    },
    paths: {
      '/orders': {
        post: {
          operationId: 'makeOrder',
          summary: 'Make an order',
          callbacks: {
            paid: {
              '{$request.body#/url}': {put: {summary: 'It was paid', requestBody: {content}, responses: {}}},
            },
          },
          responses: {'200': {description: 'Done'}},
        },
      },
    },
    components: {
      schemas: {Order: order},
      pathItems: {Gone: {delete: {responses: {'200': {description: 'Fine'}}}}},
    },
  },
  {version: '3.1', url: 'https://t.test/'},
);

function arrivalNamed(summary: string) {
  const found = api.arrivals?.find(({operation}) => operation.summary === summary);
  const page = found && arrivalToMdast(found, api.operations);
  if (!found || !page) {
    throw new Error(`Nothing arrives as ${summary}.`);
  }
  return {...found, page};
}

test('the page of a webhook says what arrives, what to answer, and how to receive it', () => {
  const {page} = arrivalNamed('order.made');
  const words = toString(page);
  for (const text of [
    'Tells that somebody ordered.',
    'Its number',
    'Must be application/json',
    '204It was received',
    '410Send no more',
  ]) {
    expect(words).toContain(text);
  }
  const fences: string[] = [];
  visit(page, 'code', ({value}) => {
    fences.push(value);
  });
  expect(fences[0]).toBe('{\n  "id": 0\n}');
  expect(fences.slice(1).map(code => /JSON\.parse|json\.loads/.test(code))).toEqual([true, true]);
});

test('the page of a callback says which operation asks for it, and where the address is', () => {
  const words = toString(arrivalNamed('It was paid').page);
  expect(words).toContain('after POST /orders, at the address in {$request.body#/url}.');
  expect(words).toContain('Its number');
});

test('what arrives is no operation: it is neither called nor mocked', () => {
  expect(api.operations.map(({id}) => id)).toEqual(['makeOrder']);
  expect(arrivalNamed('gone').operation.method).toBe('DELETE');
});

test('each of them gets a page of its own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pages-'));
  await writePages(folder, api);
  const files = await readdir(join(folder, 'webhooks'));
  expect(files.toSorted()).toEqual([
    'gone.generated.mdx',
    'it-was-paid.generated.mdx',
    'order-made.generated.mdx',
  ]);
  const source = await readFile(join(folder, 'webhooks', 'order-made.generated.mdx'), 'utf8');
  expect(source).toContain(`<ApiOperation operation="${arrivalNamed('order.made').operation.id}" />`);
});

test('the code that receives it is a program of its language', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'receive-'));
  for (const summary of ['order.made', 'gone']) {
    const [node, python] = receivingCode(arrivalNamed(summary).operation);
    await writeFile(join(folder, 'receive.mjs'), node?.source ?? '');
    await writeFile(join(folder, 'receive.py'), python?.source ?? '');
    const run = promisify(execFile);
    await run(process.execPath, ['--check', join(folder, 'receive.mjs')]);
    await run('python3', ['-m', 'py_compile', join(folder, 'receive.py')]);
  }
});
