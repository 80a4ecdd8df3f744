import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import {expect, test} from 'vitest';

import {operationToMdast} from '../../../src/plugin/operationPage';
import {apiOf} from '../mock/support/mockOf';

const inQuery = (name: string): object => ({type: 'apiKey', in: 'query', name});

test('keys that go together are read from variables of their own, alternatives may share one', () => {
  const api = apiOf({
    security: [{key: [], 'user token': []}, {bearer: []}],
    paths: {'/boards': {get: {responses: {200: {description: 'Done'}}}}},
    components: {
      securitySchemes: {
        key: inQuery('key'),
        'user token': inQuery('token'),
        bearer: {type: 'http', scheme: 'bearer'},
      },
    },
  });
  const variables = api.operations[0]?.securitySchemes.map(({id, env}) => [id, env]);
  expect(variables).toEqual([
    ['key', 'T_API_KEY'],
    ['user token', 'T_USER_TOKEN'],
    ['bearer', 'T_API_KEY'],
  ]);
});

test.each<[string, string, string]>([
  ['query', 'key', 'key'],
  ['header', 'X-Api-Key', 'x-api-key'],
  ['cookie', 'sid', 'sid'],
])('a key in the %s that is a parameter as well is told and asked for once', (location, named, described) => {
  const api = apiOf({
    security: [{key: []}],
    paths: {
      '/boards': {
        get: {
          parameters: [
            {in: location, name: described, required: true, schema: {type: 'string'}},
            {in: 'query', name: 'page', schema: {type: 'integer'}},
          ],
          responses: {200: {description: 'Done'}},
        },
      },
    },
    components: {securitySchemes: {key: {type: 'apiKey', in: location, name: named}}},
  });
  expect(api.operations[0]?.parameters.map(({name}) => name)).toEqual(['page']);
  expect(api.operations[0]?.securitySchemes.map(({id}) => id)).toEqual(['key']);
});

const certificate = {type: 'mutualTLS', description: 'Ask the **operator** for one.'};
const digest = {type: 'http', scheme: 'digest'};

test.each([
  [[{certificate: []}], {description: certificate.description, required: true}],
  [[{certificate: [], key: []}], {description: certificate.description, required: true}],
  [[{certificate: []}, {key: []}], {description: certificate.description, required: false}],
  [[{certificate: []}, {}], {description: certificate.description, required: false}],
  [[{key: []}], undefined],
])('a client certificate is told apart from what a request carries: %j', (security, expected) => {
  const [operation] = apiOf({
    security,
    paths: {'/boards': {get: {responses: {200: {description: 'Done'}}}}},
    components: {securitySchemes: {certificate, key: inQuery('key')}},
  }).operations;
  expect(operation?.clientCertificate).toEqual(expected);
  const words = operation ? toString(operationToMdast(operation)) : '';
  expect(words.includes('client certificate (mutual TLS)')).toBe(expected !== undefined);
  expect(words.includes('Ask the operator for one.')).toBe(expected !== undefined);
});

test.each([
  [digest, 'curl does with --digest'],
  [{...digest, scheme: 'Digest', description: 'As for the router.'}, 'curl does with --digest'],
  [{...digest, scheme: 'HOBA'}, 'scheme HOBA'],
])('of %j the page says what to send', (scheme, words) => {
  const [operation] = apiOf({
    security: [{scheme: []}],
    paths: {'/boards': {get: {responses: {200: {description: 'Done'}}}}},
    components: {securitySchemes: {scheme}},
  }).operations;
  const page = operation ? toString(operationToMdast(operation)) : '';
  expect(page).toContain(words);
  expect(page).toContain('description' in scheme ? scheme.description : '');
});

test.each([
  [[{key: []}, {key: [], other: []}], 'key required', 'other one of the variants together with key'],
  [
    [{key: [], other: []}, {third: []}],
    'key one of the variants together with other',
    'other one of the variants together with key',
  ],
  [[{key: [], other: []}], 'key required', 'other required'],
  [[{key: []}, {other: []}], 'key one of the variants', 'other one of the variants'],
  [[{}, {key: [], other: []}], 'key together with other', 'other together with key'],
])('the page says which keys of %j go together', (security, key, other) => {
  const [operation] = apiOf({
    security,
    paths: {'/boards': {get: {responses: {200: {description: 'Done'}}}}},
    components: {securitySchemes: {key: inQuery('key'), other: inQuery('other'), third: inQuery('third')}},
  }).operations;
  const lines: string[] = [];
  visit(operation ? operationToMdast(operation) : {type: 'root', children: []}, 'listItem', item => {
    lines.push(
      toString(item).replace('Your API key', ' ').replace('Together', 'together').replace(/\s+/g, ' ').trim(),
    );
  });
  expect(lines.slice(0, 2)).toEqual([key, other]);
});

test('what the API asks of requests is not asked of those that it sends', () => {
  const done = {responses: {200: {description: 'Done'}}};
  const {arrivals = []} = apiOf({
    security: [{key: []}],
    paths: {},
    webhooks: {made: {post: done}, signed: {post: {...done, security: [{key: []}]}}},
    components: {securitySchemes: {key: inQuery('key')}},
  });
  expect(arrivals.map(({operation}) => operation.securitySchemes.map(({id}) => id))).toEqual([[], ['key']]);
});
