import {describe, expect, test} from 'vitest';

import type {Operation} from '../../../../src/api/operation';
import {loadApi} from '../../../../src/api/load';
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
): CheckOutcome | undefined {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const {allHeaders = false, method = 'GET', ...result} = rest;
  return checkAnswer({
    operation: operation(id),
    allHeaders,
    method,
    result: {status, headers: json, size: text.length, body: {text, cut: undefined}, ...result},
  });
}

describe('an answer beside its document', () => {
  test('is as documented', () => {
    expect(check('getUser', 200, user)).toEqual({differences: []});
  });

  test('has a status that is not documented', () => {
    const {differences} = check('getUser', 418, {}) ?? {};
    expect(differences).toMatchObject([{type: 'status', documented: expect.arrayContaining(['200', '404'])}]);
  });

  test('lacks a member and has one of another type, each with its place', () => {
    const {email, ...lacking} = user;
    expect(email).toBeDefined();
    expect(check('getUser', 200, {...lacking, name: 7})?.differences).toEqual([
      {type: 'body', pointer: '#/email', message: 'is required'},
      {type: 'body', pointer: '#/name', message: 'must be a string'},
    ]);
  });

  test('is of another media type, or not what its media type says', () => {
    const headers = [{name: 'content-type', value: 'text/html'}];
    expect(check('getUser', 200, '<p>', {headers})?.differences).toEqual([
      {type: 'media-type', mediaType: 'text/html', documented: ['application/json']},
    ]);
    expect(check('getUser', 200, '{')?.differences).toEqual([{type: 'not-json'}]);
  });

  test('has a body where none is documented, or none where one is', () => {
    expect(check('deleteUser', 204, user)?.differences).toEqual([{type: 'extra-body'}]);
    expect(check('getUser', 200, '')?.differences).toEqual([{type: 'missing-body'}]);
    expect(check('getUser', 200, '', {method: 'HEAD'})?.differences).toEqual([]);
    expect(check('getUser', 304, '')?.differences).toEqual([]);
  });

  test('lacks a header only where all headers can be seen, and has one of a wrong form', () => {
    const headers = [...json, {name: 'x-ratelimit-limit', value: 'many'}];
    expect(check('getUser', 200, user, {headers})?.differences).toEqual([
      {type: 'header', name: 'X-RateLimit-Limit', message: 'must be an integer'},
    ]);
    const missing = check('getUser', 200, user, {allHeaders: true})?.differences ?? [];
    expect(missing).toContainEqual({type: 'missing-header', name: 'ETag'});
  });

  test('that was cut short is not looked into', () => {
    const cut = {body: {text: '{"id"', cut: 'limit' as const}};
    expect(check('getUser', 200, '', {...cut, size: 5})).toEqual({differences: []});
  });

  test('of very many faults is checked in its first items, and says so', () => {
    const data = Array.from({length: 30_000}, (_, id) => ({id, tags: [id]}));
    const outcome = check('listUsers', 200, {data, next_cursor: null});
    expect(outcome?.itemsChecked).toBe(1000);
    expect(outcome?.differences).toHaveLength(MOST_DIFFERENCES);
    expect(differenceKinds(outcome?.differences ?? []).length).toBeLessThan(20);
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
    expect(checkAnswer({operation: answered, result, allHeaders: true, method: 'GET'})?.differences).toEqual([
      {type: 'body', pointer: '#/id', message: 'is required'},
    ]);
  });

  test('that nests a hundred thousand levels is let be', () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    expect(() => check('getUser', 200, deep)).not.toThrow();
  });
});
