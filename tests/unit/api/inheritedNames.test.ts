import {toString} from 'mdast-util-to-string';
import {beforeAll, describe, expect, test} from 'vitest';

import {loadApi} from '../../../src/api/document/load';
import type {Api, Operation} from '../../../src/api/operation';
import {fileNameOf} from '../../../src/client/answer/fileName';
import {toFetchRequest} from '../../../src/client/toFetchRequest';
import {createMock} from '../../../src/mock/mock';
import {operationToMdast} from '../../../src/plugin/operationPage';
import {buildRequest} from '../../../src/request/wire/build';
import {credentialFor, requiredCredentials} from '../../../src/request/credentials';
import {sampleRequest} from '../../../src/request/examples/sampleRequest';
import {sampleValues} from '../../../src/request/examples/sampleValues';
import {validateValues} from '../../../src/request/form/validate';
import {valuesFromRequest} from '../../../src/request/back/valuesFromRequest';
import {generateSnippet, readableLanguages} from '../../../src/snippets';
import {parseSnippet} from '../../../src/snippets/parse';
import {apiWith} from '../mock/support/mockOf';

/** The names in the document are those that every object of JavaScript inherits. */
const file = 'tests/fixtures/openapi/inheritedNames.yaml';
const ids = ['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf'];
let api: Api;

beforeAll(async () => {
  api = await loadApi(file);
});

function operationOf(id: string): Operation {
  const found = api.operations.find(operation => operation.id === id);
  if (!found) {
    throw new Error(`No operation ${id}`);
  }
  return found;
}

/** The operation, once for each media type of its body. */
function variants(id: string): {readonly operation: Operation; readonly mediaType: string | undefined}[] {
  const operation = operationOf(id);
  const content = operation.requestBody?.content ?? [];
  return content.length === 0
    ? [{operation, mediaType: undefined}]
    : content.map(({type}) => ({operation, mediaType: type}));
}

describe.each(ids)('an operation named %s, and what it names', id => {
  test('has a page', () => {
    const {parameters, responses} = operationOf(id);
    const page = toString(operationToMdast(operationOf(id)));
    for (const {name} of [...parameters, ...responses.flatMap(({headers}) => headers)]) {
      expect(page).toContain(name);
    }
  });

  test('has a form that starts without faults, whatever the media type', () => {
    for (const {operation, mediaType} of variants(id)) {
      const values = {...sampleValues(operation), ...(mediaType === undefined ? {} : {mediaType})};
      expect(validateValues(operation, values), mediaType).toEqual([]);
    }
  });

  test('has samples that the mock takes, in each language and media type', async () => {
    const mock = createMock({api});
    for (const {operation, mediaType} of variants(id)) {
      const credentials = requiredCredentials(operation).map(scheme =>
        credentialFor(scheme, scheme.mockCredential),
      );
      const values = {...sampleValues(operation), ...(mediaType === undefined ? {} : {mediaType})};
      const {request} = buildRequest(operation, values, {
        baseUrl: `https://mock.invalid${mock.basePath}`,
        credentials,
      });
      const {signal} = new AbortController();
      const answer = await mock.handle(toFetchRequest(request, {files: new Map(), signal}).request);
      expect(answer.status, `${mediaType} ${await answer.clone().text()}`).toBeLessThan(300);
    }
  });

  test.each(readableLanguages.map(({id: language}) => language))(
    'has a form that the %s sample fills in again',
    async language => {
      for (const {operation} of variants(id)) {
        const {request} = sampleRequest(operation);
        const read = await parseSnippet(generateSnippet(request, language), language);
        expect('request' in read && valuesFromRequest(operation, read.request)).toEqual(
          valuesFromRequest(operation, request),
        );
      }
    },
  );
});

test('a download of a media type named constructor has a plain name', () => {
  const headers = [{name: 'content-type', value: 'constructor'}];
  expect(fileNameOf({headers, url: 'https://a.test/report'})).toBe('report');
  expect(
    fileNameOf({headers: [{name: 'content-type', value: 'text/csv'}], url: 'https://a.test/report'}),
  ).toBe('report.csv');
});

test('a file of a media type named constructor is saved under a plain name by the samples', () => {
  const [operation] = apiWith({
    responses: {'200': {description: 'A file', content: {constructor: {schema: {}}}}},
  }).operations;
  expect(operation && sampleRequest(operation).request.expects).toEqual({type: 'file', name: 'download.bin'});
});

test('a body of a media type named constructor is missing where nothing was typed for it', () => {
  const [operation] = apiWith(
    {
      requestBody: {required: true, content: {constructor: {schema: {}}}},
      responses: {'204': {description: 'Done'}},
    },
    '/thing',
    'post',
  ).operations;
  const values = {parameters: {}, headers: [], mediaType: 'constructor', bodies: {}};
  expect(operation && validateValues(operation, values).map(({at}) => at)).toEqual(['body']);
  expect(
    operation &&
      buildRequest(operation, values, {baseUrl: 'https://a.test', credentials: []}).problems.map(
        ({at}) => at,
      ),
  ).toEqual(['body']);
});
