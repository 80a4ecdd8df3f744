import {describe, expect, test} from 'vitest';

import type {Api} from '../../../src/api/operation';
import {apiOf, ask, jsonOf} from './support/mockOf';

const parameters = [{name: 'limit', in: 'query', schema: {type: 'integer'}}];
const reason = 'One value is invalid. query #/limit must be an integer.';

/** An operation whose errors, and whose schemas beside it, are these. */
function apiOfError(
  schema: unknown,
  {example, type = 'application/json'}: {example?: unknown; type?: string} = {},
): Api {
  const content = {
    [type]: {...(schema === undefined ? {} : {schema}), ...(example === undefined ? {} : {example})},
  };
  const responses = {'200': {description: 'Done'}, '400': {description: 'Wrong', content}};
  return apiOf({
    paths: {'/thing': {get: {parameters, responses}}},
    components: {
      schemas: {
        // As large as those of payment services, and a circle: none of it is needed to say what is wrong.
        Charge: {
          type: 'object',
          required: ['id'],
          properties: {
            id: {type: 'string'},
            error: {$ref: '#/components/schemas/Failure'},
            name: {type: 'string'},
          },
        },
        Failure: {
          type: 'object',
          required: ['type'],
          properties: {
            charge: {$ref: '#/components/schemas/Charge'},
            type: {type: 'string', enum: ['api_error', 'card_error']},
            code: {type: 'string', maxLength: 20},
            message: {type: 'string', maxLength: 5000},
          },
        },
      },
    },
  });
}

describe('an error in the shape of the document says what was wrong', () => {
  const text = {type: 'string'};
  test.each<[string, unknown, unknown]>([
    ['in its message', {type: 'object', properties: {message: text, code: text}}, {message: reason}],
    [
      'in a message further inside, with no more than is required',
      {type: 'object', required: ['error'], properties: {error: {$ref: '#/components/schemas/Failure'}}},
      {error: {type: 'api_error', message: reason}},
    ],
    [
      'in the first of a list',
      {
        type: 'object',
        properties: {
          errors: {
            type: 'array',
            items: {type: 'object', required: ['code'], properties: {code: {type: 'integer'}, detail: text}},
          },
        },
      },
      {errors: [{code: 0, detail: reason}]},
    ],
    [
      'in a list of texts',
      {type: 'object', properties: {errors: {type: 'array', items: text}}},
      {errors: [reason]},
    ],
    ['where the whole error is a text', text, reason],
    [
      'beside the status, which is the one that is sent',
      {type: 'object', required: ['status', 'title'], properties: {status: {type: 'integer'}, title: text}},
      {status: 400, title: reason},
    ],
    [
      'as far as it may be long',
      {type: 'object', properties: {message: {...text, maxLength: 9}}},
      {message: reason.slice(0, 9)},
    ],
    [
      'not in a text that has a meaning of its own',
      {
        type: 'object',
        required: ['error', 'message'],
        properties: {
          error: {...text, enum: ['invalid']},
          message: {...text, pattern: '^E[0-9]$'},
          error_description: text,
        },
      },
      {error: 'invalid', message: 'E0', error_description: reason},
    ],
  ])('%s', async (_, schema, body) => {
    const response = await ask(apiOfError(schema), '/thing?limit=many');
    expect(response.status).toBe(400);
    expect(await jsonOf(response)).toEqual(body);
    expect(response.headers.get('X-Mock-Reason')).toBeNull();
  });

  test('in its example, of which the rest stays', async () => {
    const example = {message: 'Bad', documentation_url: 'https://t.test/docs'};
    const response = await ask(apiOfError(undefined, {example}), '/thing?limit=many');
    expect(await jsonOf(response)).toEqual({...example, message: reason});
  });

  test('in a header where it has no place for a text', async () => {
    const schema = {type: 'object', required: ['code'], properties: {code: {type: 'integer', enum: [7]}}};
    const response = await ask(apiOfError(schema), '/thing?limit=many');
    expect(await jsonOf(response)).toEqual({code: 7});
    expect(response.headers.get('X-Mock-Reason')).toBe(reason);
  });

  test('as problem details where the document describes no body', async () => {
    const response = await ask(apiOfError(undefined), '/thing?limit=many');
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await jsonOf(response)).toMatchObject({errors: [{in: 'query', pointer: '#/limit'}]});
  });
});

describe('a 401 names the key that the mock takes', () => {
  const responses = {'200': {description: 'Done'}};
  const securitySchemes = {
    head: {type: 'apiKey', in: 'header', name: 'X-K'},
    jar: {type: 'apiKey', in: 'cookie', name: 'sid'},
    query: {type: 'apiKey', in: 'query', name: 'key'},
    user: {type: 'http', scheme: 'basic'},
    token: {type: 'http', scheme: 'bearer', 'x-mock-credential': 't_1'},
  };
  test.each<[object[], string]>([
    [[{head: []}], 'The mock takes X-K: mock-head.'],
    [[{token: []}], 'The mock takes Authorization: Bearer t_1.'],
    [[{user: []}], 'The mock takes the user name and password mock:mock.'],
    [
      [{query: []}, {jar: [], head: []}],
      'The mock takes ?key=mock-query, or Cookie: sid=mock-jar and X-K: mock-head.',
    ],
  ])('%j', async (security, words) => {
    const api = apiOf({paths: {'/thing': {get: {security, responses}}}, components: {securitySchemes}});
    expect(await jsonOf(await ask(api, '/thing'))).toMatchObject({
      detail: `The request has no key. ${words}`,
    });
    const wrong = await ask(api, '/thing?key=x', {
      headers: {'X-K': 'x', Authorization: 'Bearer x', Cookie: 'sid=x'},
    });
    const {detail} = (await wrong.json()) as {detail: string};
    expect(detail).toContain(words);
  });
});

describe('a preference that the document cannot meet', () => {
  const examples = {one: {value: 1}, two: {value: 2}};
  const content = {'application/json': {examples}};
  const api = apiOf({
    paths: {
      '/thing': {get: {responses: {'200': {description: 'Done', content}, '404': {description: 'None'}}}},
    },
  });
  test.each([
    ['example=zzz', 'The document names one, two.'],
    ['code=200, example=zzz', 'The document names one, two.'],
    ['code=404, example=one', 'The document names none here.'],
    ['code=202', 'This operation documents 200, 404; you can also ask for any from 400 to 599.'],
    ['code=503, example=one', 'This operation documents 200, 404;'],
  ])('is refused with what there is: %s', async (prefer, words) => {
    const response = await ask(api, '/thing', {headers: {Prefer: prefer}});
    expect(response.status).toBe(400);
    expect(JSON.stringify(await jsonOf(response))).toContain(words);
  });

  test.each([
    ['return=minimal', 200],
    ['example=two', 200],
    ['code=404', 404],
    ['code=418', 418],
  ])('is another than one that can be met, or means something else: %s', async (prefer, status) => {
    expect((await ask(api, '/thing', {headers: {Prefer: prefer}})).status).toBe(status);
  });
});
