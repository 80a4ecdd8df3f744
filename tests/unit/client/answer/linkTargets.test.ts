import {describe, expect, test} from 'vitest';

import {loadApi} from '../../../../src/api/document/load';
import type {Operation} from '../../../../src/api/operation';
import {linkedValues, linkTargets} from '../../../../src/client/answer/linkTargets';
import {linkValue, type LinkedExchange} from '../../../../src/client/answer/runtimeExpression';
import {buildRequest} from '../../../../src/request/wire/build';
import {initialValues} from '../../../../src/request/examples/initialValues';

const api = await loadApi('static/openapi.yaml');

function operation(id: string): Operation {
  const found = api.operations.find(one => one.id === id);
  if (!found) {
    throw new Error(`No operation ${id}.`);
  }
  return found;
}

function exchange(
  id: string,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): LinkedExchange {
  const values = initialValues(operation(id));
  const {request} = buildRequest(operation(id), values, {baseUrl: 'https://api.test/v1', credentials: []});
  return {
    request,
    values,
    result: {
      status,
      headers: Object.entries(headers).map(([name, value]) => ({name, value})),
      body: {text},
    },
  };
}

describe('the links of an answer', () => {
  test('lead to the user that was created, with the id in its place', () => {
    const [first, ...others] = linkTargets(
      operation('createUser'),
      exchange('createUser', 201, '{"id":"usr_9"}'),
    );
    expect(first).toMatchObject({operationId: 'getUser', parameters: {user_id: 'usr_9'}});
    expect(others.map(({operationId}) => operationId)).toEqual(['updateUser', 'deleteUser']);
    expect(first && linkedValues(operation('getUser'), first).parameters).toMatchObject({
      'path.user_id': 'usr_9',
    });
  });

  test('fill headers of the next request', () => {
    const [target] = linkTargets(
      operation('getUser'),
      exchange('getUser', 200, '{"id":"usr_9"}', {etag: '"v1"'}),
    );
    expect(target && linkedValues(operation('updateUser'), target).parameters).toMatchObject({
      'path.user_id': 'usr_9',
      'header.If-Match': '"v1"',
    });
  });

  test('are left out where a value is not there: after the last page there is no next', () => {
    const page = (cursor: string): string => `{"data":[],"next_cursor":${cursor}}`;
    expect(linkTargets(operation('listUsers'), exchange('listUsers', 200, page('null')))).toEqual([]);
    expect(linkTargets(operation('listUsers'), exchange('listUsers', 200, page('"abc"')))).toMatchObject([
      {parameters: {cursor: 'abc'}},
    ]);
    expect(linkTargets(operation('listUsers'), exchange('listUsers', 404, page('"abc"')))).toEqual([]);
  });
});

test('runtime expressions read the request and the answer, every digit of it', () => {
  const made = exchange('createUser', 201, '{"id":12345678901234567890,"a/b":[{"c":true}]}', {
    Location: '/u/1',
  });
  const expressions = {
    '$response.body#/id': '12345678901234567890',
    '$response.body#/a~1b/0': '{"c":true}',
    '$response.header.location': '/u/1',
    '$request.body#/email': 'user@example.com',
    $method: 'POST',
    $statusCode: '201',
    $url: 'https://api.test/v1/users',
    'users/{$response.body#/id}/{$method}': 'users/12345678901234567890/POST',
    constant: 'constant',
  };
  for (const [expression, value] of Object.entries(expressions)) {
    expect(linkValue(expression, made), expression).toBe(value);
  }
  for (const missing of ['$response.body#/none', '$request.query.q', '$nothing', 'x{$response.header.no}']) {
    expect(linkValue(missing, made), missing).toBeUndefined();
  }
});
