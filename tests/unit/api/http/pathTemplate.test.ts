import {describe, expect, test} from 'vitest';

import {
  byCloseness,
  filledTemplate,
  hasQueryOf,
  pathFinder,
  pathTemplate,
  templateNames,
} from '../../../../src/api/http/pathTemplate';
import {matchOperation} from '../../../../src/request/back/matchOperation';
import {sampleRequest} from '../../../../src/request/examples/sampleRequest';
import {apiOf, ask, operationOf} from '../../mock/support/mockOf';

describe('a key of paths', () => {
  test.each([
    ['/users/{id}', {path: '/users/{id}', query: []}],
    ['users', {path: '/users', query: []}],
    ['/a?b=c', {path: '/a', query: [{name: 'b', value: 'c', encoded: 'c'}]}],
    ['/a#b', {path: '/a', query: []}],
    ['/100%/{a%b}/off', {path: '/100%25/{a%b}/off', query: []}],
    ['/100%2/5%25', {path: '/100%252/5%25', query: []}],
    ['/{}', undefined],
    ['/{a', undefined],
    ['/a}', undefined],
    ['/{a{b}}', undefined],
  ])('%s is read as %j', (key, expected) => {
    expect(pathTemplate(key)).toEqual(expected);
  });
});

test.each([
  ['/users', []],
  ['/{a}/b/{c}:stop', ['a', 'c']],
  ['/{a}{b}', ['a', 'b']],
  ['/{}', []],
])('the names of %s are %j', (template, names) => {
  expect(templateNames(template)).toEqual(names);
  expect(filledTemplate(template, name => `<${name}>`)).toBe(
    names.reduce((filled, name) => filled.replace(`{${name}}`, `<${name}>`), template),
  );
});

test.each([
  ['/users', '/users', '', []],
  ['/users', '/users/', undefined, []],
  ['/users', '/user', undefined, []],
  ['/users', 'https://a.test/v1/users', 'https://a.test/v1', []],
  ['/users/{id}', '/users/7', '', ['7']],
  ['/users/{id}', '/users/', undefined, []],
  ['/users/{id}', '/users/7/8', undefined, []],
  ['/users/{id}', '/users/users/7', '/users', ['7']],
  ['/users/{id}', '/users/a%2Fb', '', ['a%2Fb']],
  ['/{a}/b/{c}:stop', '/1/b/2:stop', '', ['1', '2']],
  ['/{a}/b/{c}:stop', '/1/b/2:start', undefined, []],
  ['/a.b', '/axb', undefined, []],
  ['/a"^|<b', '/a%22%5E%7C%3Cb', '', []],
  ['/a"^|<b', '/a"^|<b', '', []],
  ['/a"', '/a', undefined, []],
  ['/a"', '/a%27', undefined, []],
  ['/caf\u00e9', '/caf%C3%A9', '', []],
])('%s is in %s behind %s, with %j', (template, address, before, values) => {
  const found = pathFinder(template)(address);
  expect(found?.before).toBe(before);
  expect(found?.values.map(({value}) => value) ?? []).toEqual(values);
});

test.each([
  [{}, '', true],
  [{a: '1'}, 'a=1&b=2', true],
  [{a: '1'}, 'a=2&a=1', true],
  [{a: '1'}, 'a=2', false],
  [{a: '1', b: '2'}, 'a=1', false],
])('of %j the query %s has all: %s', (query, sent, expected) => {
  expect(hasQueryOf({path: '/', query}, new URLSearchParams(sent))).toBe(expected);
});

test('what says most of an address goes first', () => {
  const sorted = [
    {path: '/jobs'},
    {path: '/jobs/{id}:stop'},
    {path: '/jobs/{id}', query: {a: '1', b: '2'}},
    {path: '/jobs/{id}', query: {a: '1'}},
    {path: '/jobs/{id}'},
    {path: '/{kind}/{id}'},
  ];
  expect(sorted.toReversed().sort(byCloseness)).toEqual(sorted);
});

/** `/jobs/7:stop` fits `/jobs/{id}` too, which the document names first. */
test('the mock and what reads pasted code take an address for the same operation', async () => {
  const done = (text: string) => ({
    responses: {'200': {description: 'Done', content: {'text/plain': {example: text}}}},
  });
  const parameters = [{name: 'id', in: 'path', required: true, schema: {type: 'string'}, example: '7'}];
  const api = apiOf({
    paths: {
      '/jobs/{id}': {post: {operationId: 'replace', parameters, ...done('replace')}},
      '/jobs/{id}:stop': {post: {operationId: 'stop', parameters, ...done('stop')}},
      '/jobs/7': {post: {operationId: 'seventh', ...done('seventh')}},
    },
  });
  for (const [path, id] of [
    ['/jobs/8', 'replace'],
    ['/jobs/8:stop', 'stop'],
    ['/jobs/7', 'seventh'],
    ['/jobs/7:stop', 'stop'],
  ] as const) {
    const request = {...sampleRequest(operationOf(api, 'stop')).request, url: `https://t.test/v1${path}`};
    expect(matchOperation(api.operations, request)?.id).toBe(id);
    const response = await ask(api, path, {method: 'POST'});
    expect(await response.text()).toBe(id);
  }
});
