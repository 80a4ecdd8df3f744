import {describe, expect, test} from 'vitest';

import type {Json} from '../../../src/api/operation';
import {createMock} from '../../../src/mock/mock';
import {apiOf, ask, jsonOf} from './support/mockOf';

function content(schema: object): object {
  return {'application/json': {schema}};
}
const id = [{name: 'id', in: 'path', required: true, schema: {type: 'integer'}}];
const user = {
  type: 'object',
  required: ['login'],
  properties: {login: {type: 'string'}, id: {type: 'integer'}},
};
const issue = {
  type: 'object',
  required: ['id', 'title', 'labels', 'assignees'],
  additionalProperties: false,
  properties: {
    id: {type: 'integer'},
    title: {type: 'string'},
    labels: {type: 'array', items: {oneOf: [{type: 'string'}, {type: 'object', required: ['name']}]}},
    assignees: {type: 'array', items: user},
    milestone: {
      anyOf: [
        {type: 'object', required: ['number'], properties: {number: {type: 'integer'}}},
        {type: 'null'},
      ],
    },
  },
};
const given = {
  type: 'object',
  properties: {
    title: {type: 'string'},
    labels: {type: 'array', items: {type: 'string'}},
    assignees: {type: 'array', items: {type: 'string'}},
    milestone: {type: 'integer'},
    draft: {type: 'boolean'},
  },
};

function done(schema: object): object {
  return {responses: {'200': {description: 'Done', content: content(schema)}}};
}
function sends(schema: object, type = 'application/json'): object {
  return {requestBody: {content: {[type]: {schema}}}};
}

/** What a mock answers to one request after the other. */
function talkWith(
  paths: object,
): (method: string, path: string, body?: Json, type?: string) => Promise<Json> {
  const mock = createMock({api: apiOf({paths})});
  return async (method, path, body, type = 'application/json') =>
    jsonOf(
      await ask(mock, path, {
        method,
        ...(body === undefined ? {} : {body: JSON.stringify(body), headers: {'Content-Type': type}}),
      }),
    );
}

describe('an answer fits its own schema where the request names other values alike', () => {
  const paths = {
    '/issues': {post: {...sends(given), ...done(issue)}, get: done({type: 'array', items: issue})},
    '/issues/{id}': {parameters: id, get: done(issue), patch: {...sends(given), ...done(issue)}},
  };
  test('what is created', async () => {
    const talk = talkWith(paths);
    const made = await talk('POST', '/issues', {
      title: 'Broken',
      labels: ['bug'],
      assignees: ['mona'],
      milestone: 3,
      draft: true,
    });
    const shown = {
      id: 1,
      title: 'Broken',
      labels: ['bug'],
      assignees: [{login: 'text', id: 0}],
      milestone: {number: 0},
    };
    expect(made).toEqual(shown);
    expect(await talk('GET', '/issues/1')).toEqual(shown);
  });

  test('what is changed, of which the rest stays as it was', async () => {
    const talk = talkWith(paths);
    const before = await talk('GET', '/issues/0');
    const after = await talk('PATCH', '/issues/0', {title: 'Mended', milestone: 9});
    expect(after).toEqual({...(before as object), title: 'Mended'});
  });

  test('an example that the document itself has wrong', async () => {
    const example = {login: 7, id: 'seven', also: true};
    const talk = talkWith({
      '/user': {
        get: {
          responses: {'200': {description: 'Done', content: {'application/json': {schema: user, example}}}},
        },
      },
    });
    expect(await talk('GET', '/user')).toEqual({login: 'text', id: 0, also: true});
  });
});

describe('what a request changed is there for the next one', () => {
  test('at a path of one thing', async () => {
    const talk = talkWith({'/me': {get: done(user), patch: {...sends(user), ...done(user)}}});
    expect(await talk('GET', '/me')).toEqual({login: 'text', id: 0});
    expect(await talk('PATCH', '/me', {login: 'mona'})).toEqual({login: 'mona', id: 0});
    expect(await talk('GET', '/me')).toEqual({login: 'mona', id: 0});
  });

  test('each thing by itself', async () => {
    const profile = {get: done(user), put: {...sends(user), ...done(user)}};
    const talk = talkWith({'/users/{id}/profile': {parameters: id, ...profile}});
    await talk('PUT', '/users/1/profile', {login: 'mona', id: 5});
    expect(await talk('GET', '/users/1/profile')).toEqual({login: 'mona', id: 5});
    expect(await talk('GET', '/users/2/profile')).toEqual({login: 'text', id: 0});
  });

  test('by POST, where an API changes things so', async () => {
    const talk = talkWith({
      '/users/{id}': {parameters: id, get: done(user), post: {...sends(user), ...done(user)}},
    });
    await talk('POST', '/users/0', {login: 'mona'});
    expect(await talk('GET', '/users/0')).toEqual({login: 'mona', id: 0});
  });

  test('by a merge patch, whose null takes away', async () => {
    const type = 'application/merge-patch+json';
    const talk = talkWith({
      '/me': {get: done(user), patch: {...sends({type: 'object'}, type), ...done(user)}},
    });
    expect(await talk('PATCH', '/me', {id: null, login: 'mona'}, type)).toEqual({login: 'mona'});
    expect(await talk('GET', '/me')).toEqual({login: 'mona'});
  });

  describe('by a JSON patch', () => {
    const type = 'application/json-patch+json';
    const open = {
      type: 'object',
      properties: {tags: {type: 'array', items: {type: 'string'}}, a: {type: 'object'}},
    };
    const talkPatch = (): ReturnType<typeof talkWith> =>
      talkWith({'/me': {get: done(open), patch: {...sends({type: 'array'}, type), ...done(open)}}});

    test.each([
      ['adds at the end', [{op: 'add', path: '/tags/-', value: 'b'}], {tags: ['text', 'b'], a: {}}],
      ['adds before', [{op: 'add', path: '/tags/0', value: 'b'}], {tags: ['b', 'text'], a: {}}],
      ['replaces', [{op: 'replace', path: '/tags/0', value: 'b'}], {tags: ['b'], a: {}}],
      ['removes', [{op: 'remove', path: '/tags'}], {a: {}}],
      [
        'reaches names with a slash',
        [{op: 'add', path: '/a/x~1y', value: 1}],
        {tags: ['text'], a: {'x/y': 1}},
      ],
      [
        'tests, copies and moves',
        [
          {op: 'test', path: '/tags', value: ['text']},
          {op: 'copy', from: '/tags', path: '/a/t'},
          {op: 'move', from: '/a/t/0', path: '/a/first'},
        ],
        {tags: ['text'], a: {t: [], first: 'text'}},
      ],
    ])('that %s', async (_, patch, changed) => {
      const talk = talkPatch();
      expect(await talk('PATCH', '/me', patch, type)).toEqual(changed);
      expect(await talk('GET', '/me')).toEqual(changed);
    });

    test.each([
      ['whose test fails', {op: 'test', path: '/tags/0', value: 'other'}],
      ['that replaces what is not there', {op: 'replace', path: '/none', value: 1}],
      ['that removes what is not there', {op: 'remove', path: '/tags/1'}],
      ['that adds beyond the end', {op: 'add', path: '/tags/2', value: 'x'}],
    ])('%s nothing is changed', async (_, step) => {
      const talk = talkPatch();
      const patch = [{op: 'add', path: '/a/x', value: 1}, step];
      expect(await talk('PATCH', '/me', patch, type)).toMatchObject({
        status: 409,
        detail: expect.stringContaining('#/1'),
      });
      expect(await talk('GET', '/me')).toEqual({tags: ['text'], a: {}});
    });
  });

  test('not where nothing says that it can be read back', async () => {
    const talk = talkWith({'/me': {patch: {...sends(user), ...done(user)}}});
    expect(await talk('PATCH', '/me', {login: 'mona'})).toEqual({login: 'text', id: 0});
  });
});
