import {expect, test} from 'vitest';

import {loadApi} from '../../../src/api/document/load';
import {readApi} from '../../../src/api/operations';
import {findResources} from '../../../src/verify/plan/resources';

/** An API of these methods and paths, each with a response of a status, and links. */
function apiOf(operations: Readonly<Record<string, {status?: string; links?: object}>>) {
  const paths: {[path: string]: {[method: string]: unknown}} = {};
  for (const [name, {status = '200', links = {}}] of Object.entries(operations)) {
    const [method = '', path = ''] = name.split(' ');
    const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => ({
      name: parameter,
      in: 'path',
      required: true,
      schema: {type: 'string'},
    }));
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: {
        operationId: name,
        parameters,
        responses: {[status]: {description: 'Done', links}},
      },
    };
  }
  return readApi(
    {openapi: '3.1.0', info: {title: 'T', version: '1'}, paths},
    {version: '3.1', url: 'http://localhost/'},
  );
}

function madeBy(api: ReturnType<typeof apiOf>): Readonly<Record<string, string>> {
  const resources = findResources(api.operations);
  return Object.fromEntries(
    api.operations.flatMap(operation => {
      const kind = resources.madeBy(operation);
      return kind === undefined ? [] : [[operation.id, kind]];
    }),
  );
}

test('what is posted to a collection is one of its items, whatever the parameter is called', () => {
  expect(
    madeBy(
      apiOf({'GET /users/{user_id}': {}, 'DELETE /users/{id}': {}, 'POST /users': {}, 'POST /search': {}}),
    ),
  ).toEqual({
    'POST /users': '/users/{}',
  });
});

test('within an item it is one of the items of that item', () => {
  const api = apiOf({
    'GET /teams/{team}': {},
    'POST /teams/{team}/members': {},
    'DELETE /teams/{team}/members/{member}': {},
  });
  expect(madeBy(api)).toEqual({'POST /teams/{team}/members': '/teams/{}/members/{}'});
});

const toUser = (expression: string) => ({
  user: {operationId: 'GET /users/{id}', parameters: {id: expression}},
});

test('a link tells what was created at a path of another shape, where it takes the id of what was created', () => {
  const api = apiOf({
    'GET /users/{id}': {},
    'POST /users/invite': {status: '201', links: toUser('$response.body#/id')},
  });
  expect(madeBy(api)).toEqual({'POST /users/invite': '/users/{}'});
});

test.each([
  ['the owner of what was created', {status: '201', links: toUser('$response.body#/owner_id')}],
  ['what a search found', {status: '200', links: toUser('$response.body#/data/0/id')}],
])('a link to %s makes it nothing that was made, so that it is never deleted', (_, operation) => {
  expect(
    madeBy(apiOf({'GET /users/{id}': {}, 'DELETE /users/{id}': {}, 'POST /reports': operation})),
  ).toEqual({});
});

test('in the API of this site, users, documents and threads are made and deleted, and nothing else', async () => {
  const {operations} = await loadApi('static/openapi.yaml');
  const resources = findResources(operations);
  const made = operations.flatMap(operation => {
    const kind = resources.madeBy(operation);
    return kind === undefined ? [] : [[operation.id, resources.remover(kind)?.id]];
  });
  expect(made).toEqual([
    ['createUser', 'deleteUser'],
    ['uploadDocuments', 'deleteDocument'],
    ['createThread', 'deleteThread'],
  ]);
});
