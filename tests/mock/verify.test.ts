import {afterEach, describe, expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import rules from '../../src/cloudindex/mock/rules';
import {createMock} from '../../src/mock/mock';
import type {Report} from '../../src/verify/report/report';
import {runVerify} from './support/runVerify';
import {serveMock, type ServedMock} from './support/serveMock';
import {serveWrong, withFields, withHeaders, withJson, type Change} from './support/wrongServer';

const api = await loadApi('static/openapi.yaml');
const served: ServedMock[] = [];

afterEach(() => Promise.all(served.splice(0).map(({close}) => close())));

async function reportOn(server: ServedMock, ...args: readonly string[]): Promise<Report> {
  served.push(server);
  return JSON.parse((await runVerify(['--server', server.baseUrl, '--json', ...args])).output);
}

function told({problems}: Report): readonly string[] {
  return problems.map(({operation, statuses, problem}) => `${operation} ${statuses.join(', ')} ${problem}`);
}

describe('the local mock', () => {
  test('is as documented in all operations and statuses, and holds afterwards what it held before', async () => {
    const mock = createMock({rules, api, wait: () => Promise.resolve()});
    const rowsOf = (name: string): unknown => mock.inspect().tables.find(table => table.name === name)?.rows;
    const kept = ['users', 'documents', 'threads', 'messages'];
    const before = kept.map(rowsOf);
    const report = await reportOn(await serveMock(mock), '--disposable');
    expect(told(report)).toEqual([]);
    expect(report.unseen).toEqual([]);
    expect(report.operations).toHaveLength(api.operations.length);
    for (const {id, documented, received} of report.operations) {
      expect({id, statuses: received.map(String).toSorted()}).toEqual({id, statuses: documented.toSorted()});
    }
    expect(kept.map(rowsOf)).toEqual(before);
  });

  test('is not asked to delete or change what the run did not make, unless its data may be lost', async () => {
    const mock = createMock({rules, api, wait: () => Promise.resolve()});
    const own = new Set(mock.inspect().tables.flatMap(({rows}) => rows.map(({id}) => id)));
    const report = await reportOn(await serveMock(mock));
    const changing = mock
      .inspect()
      .requests.filter(({method, path}) => method !== 'GET' && [...own].some(id => path.includes(id)));
    expect(changing).toEqual([]);
    expect(report.unseen.flatMap(({what}) => what)).toEqual(['deleteUser 409']);
  });
});

describe('a service unlike its document is told at the operation and in words that name the difference', () => {
  const problemJson = {'content-type': 'application/problem+json'};
  test.each<[string, string, string, Change]>([
    [
      'another status',
      'listUsers',
      '203 This status is not documented.',
      {
        response: response => (response.status === 200 ? {...response, status: 203} : response),
      },
    ],
    [
      'HTML in place of JSON',
      'getUser',
      '200 The body is text/html, but application/json is documented.',
      {
        response: response =>
          response.status === 200
            ? {...response, headers: {...response.headers, 'Content-Type': 'text/html'}, body: '<p>Hello'}
            : response,
      },
    ],
    [
      'JSON that ends early',
      'getThread',
      '200 The body is not JSON, although its media type says so.',
      {
        response: response => ({...response, body: response.status === 200 ? '{"id": ' : response.body}),
      },
    ],
    [
      'a header that is missing',
      'updateUser',
      '200 The header ETag is missing.',
      {
        response: withFields(200, {ETag: undefined}),
      },
    ],
    [
      'a header of another type',
      'listDocuments',
      '200 The header X-RateLimit-Limit must be',
      {
        response: withFields(200, {'X-RateLimit-Limit': 'many'}),
      },
    ],
    [
      'a header that nothing speaks of',
      'listThreads',
      '200 The header x-debug-trace is not documented.',
      {
        response: withFields(200, {'X-Debug-Trace': 'a1'}),
      },
    ],
    [
      'a field that is missing',
      'getDocument',
      '200 size is required.',
      {
        response: withJson(200, ({size, ...rest}) => rest),
      },
    ],
    [
      'a field that nothing speaks of',
      'getUser',
      '200 password_hash is not documented.',
      {
        response: withJson(200, user => ({...user, password_hash: 'x'})),
      },
    ],
    [
      'a field that nothing speaks of, within a list',
      'searchDocuments',
      '200 data/*/rank is not documented.',
      {
        response: withJson(200, ({data, ...rest}) => ({
          ...rest,
          data: [data].flat().map(item => ({...Object(item), rank: 1})),
        })),
      },
    ],
    [
      'a field of another type',
      'listDocuments',
      '200 data/*/size must be',
      {
        response: withJson(200, ({data, ...rest}) => ({
          ...rest,
          data: [data].flat().map(item => ({...Object(item), size: '12'})),
        })),
      },
    ],
    [
      'a value that no list names',
      'getDocument',
      '200 status must be one of',
      {
        response: withJson(200, document => ({...document, status: 'archived'})),
      },
    ],
    ['null', 'updateUser', '200 name must be', {response: withJson(200, user => ({...user, name: null}))}],
    [
      'another format',
      'getThread',
      '200 created_at must be',
      {
        response: withJson(200, thread => ({...thread, created_at: '11 January'})),
      },
    ],
    [
      'a number above its maximum',
      'searchDocuments',
      '200 data/*/score must be',
      {
        response: withJson(200, ({data, ...rest}) => ({
          ...rest,
          data: [data].flat().map(item => ({...Object(item), score: 98})),
        })),
      },
    ],
    [
      'a limit of a text that nobody keeps',
      'createUser',
      '201 A request with name of 101 characters, above its 100, was accepted; 400 or 422 expected.',
      {
        schemas: {
          NewUser: schema => ({
            ...schema,
            properties: {...schema.properties, name: {type: 'string', minLength: 1}},
          }),
        },
      },
    ],
    [
      'a field that is not documented and is taken',
      'searchDocuments',
      '200 A request with undocumented_member',
      {
        schemas: {SearchRequest: ({additionalProperties: _, ...schema}) => schema},
      },
    ],
    [
      'a value that no list names and is taken',
      'searchDocuments',
      '200 A request with mode "not_documented"',
      {
        schemas: {
          SearchRequest: schema => ({...schema, properties: {...schema.properties, mode: {type: 'string'}}}),
        },
      },
    ],
    [
      'no need of a key',
      'getThread',
      '200 This status was not expected for the request, but 401.',
      {
        request: request =>
          withHeaders(request, {
            authorization: request.headers.get('authorization') ?? 'Bearer ck_mock_4242',
          }),
      },
    ],
    [
      'If-Match that is passed over',
      'updateThread',
      '200 This status was not expected for the request, but 412.',
      {
        request: request => withHeaders(request, {'if-match': undefined}),
      },
    ],
    [
      'If-None-Match that is passed over',
      'getDocument',
      '200 This status was not expected for the request, but 304.',
      {
        request: request => withHeaders(request, {'if-none-match': undefined}),
      },
    ],
    [
      'Range that is passed over',
      'downloadDocument',
      '200 This status was not expected for the request, but 206.',
      {
        request: request => withHeaders(request, {range: undefined}),
      },
    ],
    [
      'Accept that is passed over',
      'listThreads',
      '200 This status was not expected for the request, but 406.',
      {
        request: request => withHeaders(request, {accept: undefined}),
      },
    ],
    [
      'errors of another media type',
      'createThread',
      'The body is application/json, but application/problem+json is documented.',
      {
        response: withFields(422, {'Content-Type': 'application/json'}),
      },
    ],
    [
      'errors without a field',
      'deleteDocument',
      '404 title is required.',
      {
        response: withJson(404, ({title, ...rest}) => rest),
      },
    ],
    [
      '429 that says no time',
      'listMessages',
      '429 The header Retry-After is missing.',
      {
        response: withFields(429, {'Retry-After': undefined}),
      },
    ],
    [
      'a cursor of another type',
      'listUsers',
      '200 next_cursor must be',
      {
        response: withJson(200, page => ({...page, next_cursor: 7})),
      },
    ],
    [
      'a stream that is none',
      'streamMessage',
      '200 The body is application/json, but text/event-stream is documented.',
      {
        response: response =>
          response.status === 200
            ? {...response, headers: {...response.headers, 'Content-Type': 'application/json'}, body: '{}'}
            : response,
      },
    ],
    [
      'a redirect',
      'getUser',
      '302 This status is not documented.',
      {
        response: response =>
          response.status === 200 ? {status: 302, headers: {Location: '/elsewhere'}, body: null} : response,
      },
    ],
    [
      'a connection that breaks',
      'listMessages',
      'No response came from',
      {
        response: response => (response.status === 406 ? {...response, status: 0} : response),
      },
    ],
    [
      'no body',
      'updateThread',
      '200 The documented body is missing.',
      {
        response: response => (response.status === 200 ? {...response, body: ''} : response),
      },
    ],
    [
      'a breakdown',
      'searchDocuments',
      '500 This status is not documented.',
      {
        response: response =>
          response.status === 422 ? {status: 500, headers: problemJson, body: '{}'} : response,
      },
    ],
    [
      'a link that leads nowhere',
      'uploadDocuments',
      'The link getDocument leads nowhere: getDocument responds with 404.',
      {
        response: withJson(202, ({data}) => ({
          data: [data].flat().map(item => ({...Object(item), id: 'doc_elsewhere'})),
        })),
      },
    ],
    [
      'something that is found although it was deleted',
      'getDocument',
      'What was deleted is still there.',
      {
        response: response =>
          response.status === 404
            ? {
                ...response,
                status: 200,
                headers: {...response.headers, 'Content-Type': 'application/json'},
                body: '{}',
              }
            : response,
      },
    ],
  ])('%s', async (_, operationId, words, change) => {
    const server = await serveWrong(api, operationId, change);
    const {tags} = api.operations.find(({id}) => id === operationId) ?? {tags: []};
    const report = await reportOn(server, '--only', tags.join());
    const found = told(report);
    expect(
      found.filter(line => line.startsWith(`${operationId} `) && line.includes(words)),
      found.join('\n'),
    ).not.toEqual([]);
    expect(found.filter(line => !line.startsWith(`${operationId} `))).toEqual([]);
  });
});
