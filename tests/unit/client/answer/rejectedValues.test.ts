import {describe, expect, test} from 'vitest';

import {loadApi} from '../../../../src/api/document/load';
import {rejectedValues, stillRejected} from '../../../../src/client/answer/rejectedValues';
import type {ResponseResult} from '../../../../src/client/result';
import {exampleValues} from '../../../../src/request/examples/exampleValues';
import type {RequestValues} from '../../../../src/request/values';

const api = await loadApi('static/openapi.yaml');
const createUser = operation('createUser');
const listUsers = operation('listUsers');

function operation(id: string) {
  const found = api.operations.find(one => one.id === id);
  if (!found) {
    throw new Error(`No operation ${id}.`);
  }
  return found;
}

function answer(body: unknown, status = 422, mediaType = 'application/problem+json'): ResponseResult {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const bytes = new TextEncoder().encode(text);
  return {
    type: 'response',
    status,
    statusText: '',
    headers: [{name: 'Content-Type', value: mediaType}],
    url: 'https://api.example.com',
    firstByteMs: 1,
    durationMs: 1,
    notes: [],
    size: bytes.length,
    body: {bytes, text},
  };
}

function withBody(text: string): RequestValues {
  return {...exampleValues(createUser, undefined), bodies: {'application/json': {type: 'text', text}}};
}

const sent = withBody('{"email": "x", "name": "", "metadata": {"a/b": 1}}');

describe('the values that a response rejects', () => {
  test.each([
    [{errors: [{in: 'body', pointer: '#/email', detail: 'must be an address'}]}, 'body/email'],
    [{errors: [{pointer: '#/metadata/a~1b', detail: 'must be text'}]}, 'body/metadata/a~1b'],
    [{errors: [{pointer: '#/metadata/caf%C3%A9', detail: 'must be text'}]}, 'body/metadata/café'],
    [{detail: [{loc: ['body', 'email'], msg: 'field required', type: 'missing'}]}, 'body/email'],
    [{errors: {email: ['is taken']}}, 'body/email'],
    [{title: 'One or more errors', errors: {'$.Email': ['is taken']}}, 'body/email'],
    [{errors: [{source: {pointer: '/email'}, title: 'Invalid'}]}, 'body/email'],
    [
      {error: {code: 400, details: [{fieldViolations: [{field: 'email', description: 'bad'}]}]}},
      'body/email',
    ],
    [{error: {type: 'invalid_request', param: 'metadata[tier]', message: 'bad'}}, 'body/metadata/tier'],
    [{'invalid-params': [{name: 'name', reason: 'is empty'}]}, 'body/name'],
  ])('are named as %j has them', (body, at) => {
    expect(rejectedValues(createUser, sent, answer(body)).map(one => one.at)).toEqual([at]);
  });

  test('are parameters too, by name and by where they go', () => {
    const values = exampleValues(listUsers, undefined);
    const found = rejectedValues(
      listUsers,
      values,
      answer({errors: [{in: 'query', pointer: '#/limit', detail: 'must be a number'}]}),
    );
    expect(found).toEqual([{at: 'parameters/query/limit', message: 'must be a number'}]);
    expect(
      rejectedValues(listUsers, values, answer({detail: [{loc: ['query', 'limit'], msg: 'no'}]})),
    ).toEqual([{at: 'parameters/query/limit', message: 'no'}]);
    expect(
      rejectedValues(listUsers, values, answer({errors: [{in: 'header', pointer: '#/limit', detail: 'no'}]})),
    ).toEqual([]);
  });

  test.each([
    ['names what the request has no place for', answer({errors: [{pointer: '#/nowhere', detail: 'no'}]})],
    ['names the path of the request', answer({status: 400, message: 'Bad', path: '/v1/users'})],
    ['has only words', answer({title: 'Invalid', detail: 'email is taken'})],
    ['is no JSON', answer('email: is taken', 422, 'text/plain')],
    ['is JSON by its name alone', answer('<html>', 422)],
    ['is a success', answer({errors: [{pointer: '#/email', detail: 'no'}]}, 200)],
    ['is a fault of the server', answer({errors: [{pointer: '#/email', detail: 'no'}]}, 500)],
  ])('are none where the response %s', (_, result) => {
    expect(rejectedValues(createUser, sent, result)).toEqual([]);
  });

  test('are a hundred at most', () => {
    const errors = Array.from({length: 5000}, (_, index) => ({pointer: '#/email', detail: `fault ${index}`}));
    expect(rejectedValues(createUser, sent, answer({errors}))).toHaveLength(100);
  });

  test('count until they are changed', () => {
    const rejected = [
      {at: 'body/email', message: 'no'},
      {at: 'body/role', message: 'no'},
      {at: 'body/metadata/a~1b', message: 'no'},
    ];
    const now = withBody('{"email": "y", "name": "", "metadata": {"a/b": 1}}');
    expect(stillRejected(rejected, sent, sent)).toEqual(rejected);
    expect(stillRejected(rejected, sent, now).map(({at}) => at)).toEqual(['body/role', 'body/metadata/a~1b']);
    const typed = withBody('{"email": "x", "name": "", "role": "admin", "metadata": {"a/b": 2}}');
    expect(stillRejected(rejected, sent, typed).map(({at}) => at)).toEqual(['body/email']);
  });

  test('of a parameter count until it is changed', () => {
    const values = {
      ...exampleValues(listUsers, undefined),
      parameters: {'query.limit': '0', 'query.cursor': 'x'},
    };
    const rejected = [{at: 'parameters/query/limit', message: 'no'}];
    expect(stillRejected(rejected, values, {...values, parameters: {'query.limit': '0'}})).toEqual(rejected);
    expect(stillRejected(rejected, values, {...values, parameters: {'query.limit': '1'}})).toEqual([]);
  });
});
