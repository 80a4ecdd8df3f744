import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';

import {loadApi} from '../../../src/api/document/load';
import type {Api} from '../../../src/api/operation';
import {buildRequest} from '../../../src/request/wire/build';
import {initialValues} from '../../../src/request/examples/initialValues';
import {matchOperation} from '../../../src/request/back/matchOperation';
import {operationFromRequest} from '../../../src/request/back/operationFromRequest';
import {valuesFromRequest} from '../../../src/request/back/valuesFromRequest';
import {parameterKey, type RequestValues} from '../../../src/request/values';

let api: Api;

beforeAll(async () => {
  api = await loadApi('static/openapi.yaml');
});

const options = {baseUrl: 'https://api.cloudindex.com/v1', credentials: []};

describe('the operation that a request calls', () => {
  test('is found for every operation, on its own server and on another', () => {
    for (const operation of api.operations) {
      for (const baseUrl of [options.baseUrl, 'http://localhost:4010/v1', 'https://staging.test/a/b']) {
        const {request} = buildRequest(operation, initialValues(operation), {...options, baseUrl});
        expect(matchOperation(api.operations, request)).toEqual({id: operation.id, baseUrl});
      }
    }
  });

  test('is none when the method or the path differs', () => {
    const [operation] = api.operations;
    const request = operation && buildRequest(operation, initialValues(operation), options).request;
    expect(request && matchOperation(api.operations, {...request, method: 'PUT'})).toBeUndefined();
    expect(
      request && matchOperation(api.operations, {...request, url: 'https://a.test/things'}),
    ).toBeUndefined();
  });
});

test('values read from a request build this request again', () => {
  const text = fc
    .string({unit: 'grapheme', minLength: 1})
    .filter(one => one.isWellFormed() && !/^\.{1,2}$/.test(one));
  for (const operation of api.operations) {
    const parameters = fc.record(
      Object.fromEntries(operation.parameters.map(parameter => [parameterKey(parameter), text])),
      {requiredKeys: operation.parameters.filter(({required}) => required).map(parameterKey)},
    );
    fc.assert(
      fc.property(parameters, fc.json(), (given, json) => {
        const type = operation.requestBody?.content[0]?.type;
        const values: RequestValues = {
          parameters: Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)])),
          headers: [{name: 'X-Own', value: 'a'}],
          ...(type ? {mediaType: type} : {}),
          bodies: type ? {[type]: {type: 'text', text: json}} : {},
        };
        const built = buildRequest(operation, values, options);
        expect(buildRequest(operation, valuesFromRequest(operation, built.request), options)).toEqual(built);
      }),
    );
  }
});

test('a request that fits no operation gets one that builds it again', () => {
  const request = {
    method: 'POST',
    url: 'https://elsewhere.test/things?colour=red&size=10',
    headers: [{name: 'X-Trace', value: 'on'}],
    credentials: [],
    body: {type: 'text' as const, mediaType: 'text/plain', text: 'hello'},
    expects: {type: 'text' as const},
  };
  const operation = operationFromRequest(request);
  const built = buildRequest(operation, valuesFromRequest(operation, request), {
    baseUrl: 'https://elsewhere.test',
    credentials: [],
  });
  expect(built).toEqual({request, problems: []});
});
