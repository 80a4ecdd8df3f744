import {describe, expect, test} from 'vitest';

import type {Operation, OperationResponse, ResponseHeader, Schema} from '../../../../src/api/operation';
import {loadApi} from '../../../../src/api/document/load';
import {checkAnswer, type CheckInput, type CheckOutcome} from '../../../../src/client/answer/checkAnswer';
import {differenceKinds, MOST_DIFFERENCES} from '../../../../src/client/answer/documentDifference';

const api = await loadApi('static/openapi.yaml');

const json = [{name: 'Content-Type', value: 'application/json; charset=utf-8'}];
const user = {
  id: 'usr_123abc',
  email: 'user@example.com',
  name: 'John Doe',
  role: 'user',
  metadata: {},
  created_at: '2024-01-11T10:00:00Z',
  updated_at: '2024-01-11T10:00:00Z',
};

function operation(id: string): Operation {
  const found = api.operations.find(one => one.id === id);
  if (!found) {
    throw new Error(`No operation ${id}.`);
  }
  return found;
}

function check(
  id: string,
  status: number,
  body: unknown,
  rest: Partial<CheckInput['result']> & Partial<Pick<CheckInput, 'allHeaders' | 'method'>> = {},
): CheckOutcome {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const {allHeaders = false, method = 'GET', ...result} = rest;
  return checkAnswer({
    operation: operation(id),
    allHeaders,
    method,
    result: {status, headers: json, size: text.length, body: {text, cut: undefined}, ...result},
  });
}

const exposed = [
  ...json,
  {name: 'x-request-id', value: 'req_1'},
  {name: 'x-ratelimit-limit', value: '60'},
  {name: 'x-ratelimit-remaining', value: '59'},
  {name: 'x-ratelimit-reset', value: '30'},
  {name: 'etag', value: '"1"'},
];

/** An operation that answers 200 with these headers and this content. */
function answering(
  headers: readonly ResponseHeader[],
  content: OperationResponse['content'] = [],
): Operation {
  return {
    ...operation('getUser'),
    responses: [{status: '200', description: '', headers, links: [], content}],
  };
}

/** What is found of a 200 without a body whose one documented header has this value. */
function checkHeader(header: Omit<ResponseHeader, 'name' | 'required'>, value: string): CheckOutcome {
  return checkAnswer({
    operation: answering([{name: 'X-Value', required: true, ...header}]),
    result: {status: 200, headers: [{name: 'x-value', value}], size: 0, body: {text: '', cut: undefined}},
    allHeaders: false,
    method: 'GET',
  });
}

/** Whether an answer is said to be as documented. */
function isAsDocumented({differences, unchecked, itemsChecked}: CheckOutcome): boolean {
  return differences.length === 0 && unchecked.length === 0 && itemsChecked === undefined;
}

describe('an answer beside its document', () => {
  test('is as documented', () => {
    expect(check('getUser', 200, user, {headers: exposed})).toEqual({
      differences: [],
      checked: ['status', 'headers', 'media-type', 'body'],
      unchecked: [],
    });
  });

  test('has a status that is not documented', () => {
    const {differences} = check('getUser', 418, {});
    expect(differences).toMatchObject([{type: 'status', documented: expect.arrayContaining(['200', '404'])}]);
  });

  test('lacks a member and has one of another type, each with its place', () => {
    const {email, ...lacking} = user;
    expect(email).toBeDefined();
    expect(check('getUser', 200, {...lacking, name: 7}).differences).toEqual([
      {type: 'body', pointer: '#/email', message: 'is required'},
      {type: 'body', pointer: '#/name', message: 'must be a string'},
    ]);
  });

  test('is of another media type, or not what its media type says', () => {
    const headers = [{name: 'content-type', value: 'text/html'}];
    expect(check('getUser', 200, '<p>', {headers}).differences).toEqual([
      {type: 'media-type', mediaType: 'text/html', documented: ['application/json']},
    ]);
    expect(check('getUser', 200, '{').differences).toEqual([{type: 'not-json'}]);
  });

  test('has a body where none is documented, or none where one is', () => {
    expect(check('deleteUser', 204, user).differences).toEqual([{type: 'extra-body'}]);
    expect(check('getUser', 200, '').differences).toEqual([{type: 'missing-body'}]);
    expect(check('getUser', 200, '', {method: 'HEAD'}).differences).toEqual([]);
    expect(check('getUser', 304, '').differences).toEqual([]);
  });

  test('lacks a header only where all headers can be seen, and has one of a wrong form', () => {
    const headers = [...json, {name: 'x-ratelimit-limit', value: 'many'}];
    expect(check('getUser', 200, user, {headers}).differences).toEqual([
      {type: 'header', name: 'X-RateLimit-Limit', message: 'must be an integer'},
    ]);
    const missing = check('getUser', 200, user, {allHeaders: true}).differences;
    expect(missing).toContainEqual({type: 'missing-header', name: 'ETag'});
  });

  test('that was cut short is not looked into, and not told to be as documented', () => {
    const cut = {headers: exposed, body: {text: '{"id"', cut: 'limit' as const}};
    for (const size of [0, 5]) {
      const found = check('getUser', 200, '', {...cut, size});
      expect(found.differences).toEqual([]);
      expect(found.unchecked).toEqual([{type: 'cut-body'}]);
    }
  });

  test('whose required headers the browser hides cannot be told to be as documented', () => {
    const found = check('getUser', 200, user);
    expect(found.differences).toEqual([]);
    expect(found.unchecked).toEqual([
      {
        type: 'hidden-headers',
        names: ['X-Request-Id', 'X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset', 'ETag'],
      },
    ]);
    expect(found.checked).toEqual(['status', 'media-type', 'body']);
  });

  test('lacks a required header for sure where a server exposes all, this one, or any page would see it', () => {
    const lacks = (name: string, expose?: string): boolean =>
      checkAnswer({
        operation: answering([{name, required: true, schema: true}]),
        result: {
          status: 200,
          headers: expose === undefined ? [] : [{name: 'Access-Control-Expose-Headers', value: expose}],
          size: 0,
          body: {text: '', cut: undefined},
        },
        allHeaders: false,
        method: 'GET',
      }).differences.some(({type}) => type === 'missing-header');
    expect(lacks('X-Trace', '*')).toBe(true);
    expect(lacks('X-Trace', 'etag, x-trace')).toBe(true);
    expect(lacks('Last-Modified')).toBe(true);
    expect(lacks('X-Trace')).toBe(false);
    expect(lacks('X-Trace', 'etag')).toBe(false);
    // With cookies the star is a name like any other.
    expect(lacks('X-Trace', '*, Access-Control-Expose-Headers')).toBe(false);
  });

  test('has cookies that no page sees, whoever answers', () => {
    const input = {
      operation: answering([{name: 'Set-Cookie', required: true, schema: {type: 'string'}}]),
      result: {status: 200, headers: [], size: 0, body: {text: '', cut: undefined}},
      method: 'GET',
    };
    expect(checkAnswer({...input, allHeaders: true})).toMatchObject({
      differences: [],
      unchecked: [{type: 'secret-headers', names: ['Set-Cookie']}],
    });
  });

  test('may lack an optional header, and then only the required ones are told to be right', () => {
    const optional: ResponseHeader = {name: 'X-Next', required: false, schema: true};
    const result = {status: 200, headers: [], size: 0, body: {text: '', cut: undefined}};
    const found = (allHeaders: boolean, headers: readonly ResponseHeader[]): CheckOutcome =>
      checkAnswer({operation: answering(headers), result, allHeaders, method: 'GET'});
    expect(found(true, [optional])).toMatchObject({checked: ['status', 'headers', 'body'], unchecked: []});
    expect(found(false, [optional])).toMatchObject({checked: ['status', 'body'], unchecked: []});
    const required: ResponseHeader = {name: 'Expires', required: true, schema: true};
    expect(
      checkAnswer({
        operation: answering([optional, required]),
        result: {...result, headers: [{name: 'EXPIRES', value: '0'}]},
        allHeaders: false,
        method: 'GET',
      }),
    ).toMatchObject({checked: ['status', 'required-headers', 'body'], unchecked: []});
  });

  test.each([
    [{schema: {type: 'integer', maximum: 9}}, ['5', '-1'], ['five', '5.5', '10', '']],
    [{schema: {type: 'boolean'}}, ['true'], ['yes', '1']],
    [{schema: {type: 'string', pattern: '^\\d+$'}}, ['5'], ['x']],
    [{schema: {oneOf: [{type: 'integer'}, {const: 'never'}]}}, ['5', 'never'], ['often']],
    [{schema: {type: 'array', items: {type: 'integer'}}}, ['1', '1, 2,3'], ['1,b']],
    [{schema: {type: 'array', items: {enum: ['a', 'b']}, maxItems: 2}}, ['a,b'], ['a,c', 'a,b,a']],
    [{schema: {type: 'object', properties: {n: {type: 'integer'}}}}, ['n,1'], ['n,x']],
    [{schema: {type: 'object', required: ['n']}, explode: true}, ['n=1'], ['m=1']],
    [
      {schema: {type: 'object', required: ['n']}, contentType: 'application/json'},
      ['{"n":1}'],
      ['{}', 'n,1'],
    ],
  ] as const)('has a header that fits %j or does not', (header, right, wrong) => {
    expect(right.filter(value => !isAsDocumented(checkHeader(header, value)))).toEqual([]);
    expect(wrong.filter(value => checkHeader(header, value).differences.length === 0)).toEqual([]);
  });

  test('names the fault of a header by what the schema asks for', () => {
    expect(checkHeader({schema: {type: 'integer', maximum: 9}}, '10').differences).toEqual([
      {type: 'header', name: 'X-Value', message: 'must be at most 9'},
    ]);
    expect(checkHeader({schema: {type: 'string', maxLength: 1}}, '10').differences).toMatchObject([
      {type: 'header', message: expect.stringContaining('1 character')},
    ]);
  });

  test('has a header whose schema leads nowhere, which nobody can judge', () => {
    const found = checkHeader({schema: {$ref: '#/schemas/nowhere'}}, '1');
    expect(found.differences).toEqual([]);
    expect(found.unchecked).toEqual([{type: 'header', name: 'X-Value'}]);
  });

  test.each([
    ['text/plain', 'text', {type: 'media-type', mediaType: 'text/plain'}],
    ['application/xml', '<a/>', {type: 'media-type', mediaType: 'application/xml'}],
    ['image/png', undefined, {type: 'media-type', mediaType: 'image/png'}],
    ['application/octet-stream', undefined, {type: 'media-type', mediaType: 'application/octet-stream'}],
    ['text/event-stream', 'data: 1\n\n', {type: 'events'}],
  ] as const)('has a body of %s, into which nobody looks', (type, text, unchecked) => {
    const found = checkAnswer({
      operation: answering([], [{type, examples: [], encoding: {}, schema: {type: 'string'}}]),
      result: {
        status: 200,
        headers: [{name: 'content-type', value: type}],
        size: 10,
        body: {text, cut: undefined},
      },
      allHeaders: true,
      method: 'GET',
    });
    expect(found).toEqual({differences: [], checked: ['status', 'media-type'], unchecked: [unchecked]});
  });

  test('of an operation that documents none is not told to be as documented', () => {
    const found = checkAnswer({
      operation: {...operation('getUser'), responses: []},
      result: {status: 200, headers: [], size: 0, body: {text: '', cut: undefined}},
      allHeaders: true,
      method: 'GET',
    });
    expect(found).toEqual({differences: [], checked: [], unchecked: [{type: 'undocumented'}]});
  });

  test.each(['4XX', 'default'])('is held against %s where its status has no words of its own', status => {
    const [response] = operation('getUser').responses;
    const ranged = {...operation('getUser'), responses: response ? [{...response, status}] : []};
    const found = (headers: CheckInput['result']['headers']): CheckOutcome =>
      checkAnswer({
        operation: ranged,
        result: {status: 418, headers, size: 1, body: {text: JSON.stringify(user), cut: undefined}},
        allHeaders: true,
        method: 'GET',
      });
    expect(isAsDocumented(found(exposed))).toBe(true);
    expect(found(json).differences).toContainEqual({type: 'missing-header', name: 'ETag'});
  });

  test('to HEAD is checked but for its body', () => {
    const found = check('getUser', 200, '', {method: 'HEAD', headers: exposed});
    expect(found).toEqual({differences: [], checked: ['status', 'headers', 'media-type'], unchecked: []});
    const html = [...exposed.slice(1), {name: 'Content-Type', value: 'text/html'}];
    expect(check('getUser', 200, '', {method: 'HEAD', headers: html}).differences).toMatchObject([
      {type: 'media-type'},
    ]);
  });

  test('of very many faults is checked in its first items, and says so', () => {
    const data = Array.from({length: 30_000}, (_, id) => ({id, tags: [id]}));
    const outcome = check('listUsers', 200, {data, next_cursor: null});
    expect(outcome.itemsChecked).toBe(1000);
    expect(outcome.differences).toHaveLength(MOST_DIFFERENCES);
    expect(differenceKinds(outcome.differences).length).toBeLessThan(20);
  });

  test('may lack what only requests must have', () => {
    const answered = {
      ...operation('getUser'),
      responses: [
        {
          status: '200',
          description: '',
          headers: [],
          links: [],
          content: [
            {
              type: 'application/json',
              examples: [],
              encoding: {},
              schema: {
                required: ['id', 'password'],
                properties: {id: {type: 'string'}, password: {type: 'string', writeOnly: true}},
              },
            },
          ],
        },
      ],
    } as const;
    const result = {status: 200, headers: json, size: 2, body: {text: '{}', cut: undefined}};
    expect(checkAnswer({operation: answered, result, allHeaders: true, method: 'GET'}).differences).toEqual([
      {type: 'body', pointer: '#/id', message: 'is required'},
    ]);
  });

  test('may lack what only requests must have, whichever branch of a choice it is', () => {
    const branch = (kind: string): Schema => ({
      type: 'object',
      required: ['kind', 'password'],
      properties: {kind: {const: kind}, password: {type: 'string', writeOnly: true}},
    });
    const answered = {
      ...operation('getUser'),
      responses: [
        {
          status: '200',
          description: '',
          headers: [],
          links: [],
          content: [
            {
              type: 'application/json',
              examples: [],
              encoding: {},
              schema: {type: 'array', items: {oneOf: [branch('a'), branch('b')]}},
            },
          ],
        },
      ],
    } as const;
    const differences = (text: string) =>
      checkAnswer({
        operation: answered,
        result: {status: 200, headers: json, size: 2, body: {text, cut: undefined}},
        allHeaders: true,
        method: 'GET',
      })?.differences;
    expect(differences('[{"kind": "a"}, {"kind": "b"}]')).toEqual([]);
    expect(differences('[{"kind": "c"}]')).toMatchObject([{pointer: '#/0'}]);
  });

  test('that nests a hundred thousand levels is let be', () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    expect(() => check('getUser', 200, deep)).not.toThrow();
  });

  test('has a body whose schema leads nowhere, which nobody can judge', () => {
    const schema = {$ref: '#/schemas/nowhere'};
    const found = checkAnswer({
      operation: answering([], [{type: 'application/json', examples: [], encoding: {}, schema}]),
      result: {status: 200, headers: json, size: 2, body: {text: '{}', cut: undefined}},
      allHeaders: true,
      method: 'GET',
    });
    expect(found).toEqual({
      differences: [],
      checked: ['status', 'media-type'],
      unchecked: [{type: 'body'}],
    });
  });
});
