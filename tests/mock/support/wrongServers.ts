import {withFields, withHeaders, withJson, type Change} from './wrongServer';

/** A service that is unlike its document in one thing. */
export interface WrongServer {
  readonly name: string;
  /** The operation that is unlike its document. */
  readonly operation: string;
  /** What has to be said of it. */
  readonly words: string;
  readonly change: Change;
}

const problemJson = {'content-type': 'application/problem+json'};

const changes: readonly (readonly [name: string, operation: string, words: string, change: Change])[] = [
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
    'The deleted resource is still there.',
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
];

export const wrongServers: readonly WrongServer[] = changes.map(([name, operation, words, change]) => ({
  name,
  operation,
  words,
  change,
}));
