import {describe, expect, test} from 'vitest';

import type {Api} from '../../../src/api/operation';
import {serverChoices} from '../../../src/client/servers';
import {createMock} from '../../../src/mock/mock';
import {apiOf, operationOf} from './support/mockOf';

const done = {responses: {'200': {description: 'Done'}}};

async function statusAt(api: Api, url: string): Promise<number> {
  return (await createMock({api}).handle(new Request(url))).status;
}

function mockUrls(api: Api, id: string, path: string): readonly string[] {
  return serverChoices(operationOf(api, id))
    .filter(({kind}) => kind === 'page-mock' || kind === 'local-mock')
    .map(({baseUrl}) => baseUrl + path);
}

describe('an API whose server has variables', () => {
  test('stands where their defaults put it', async () => {
    const variables = {region: {default: 'eu'}, base: {default: 'v2'}};
    const api = apiOf({
      servers: [{url: 'https://{region}.t.test/{base}', variables}],
      paths: {'/thing': {get: {operationId: 'getThing', ...done}}},
    });
    expect(createMock({api}).basePath).toBe('/v2');
    for (const url of mockUrls(api, 'getThing', '/thing')) {
      expect(await statusAt(api, url)).toBe(200);
    }
  });

  test('starts with a port that is a variable, with or without a default', () => {
    const servers = (variables: object) => [{url: 'https://t.test:{port}/api', variables}];
    const withDefault = apiOf({servers: servers({port: {default: '8443'}}), paths: {}});
    expect(createMock({api: withDefault}).basePath).toBe('/api');
    expect(createMock({api: apiOf({servers: servers({}), paths: {}})}).basePath).toBe('');
  });
});

describe('an operation with servers of its own', () => {
  const api = apiOf({
    paths: {
      '/files': {
        servers: [{url: 'https://files.t.test/upload/v3'}, {url: 'https://files.t.test/upload/v2'}],
        get: {operationId: 'getFiles', ...done},
        post: {operationId: 'postFiles', servers: [{url: 'https://t.test'}], ...done},
      },
      '/thing': {get: {operationId: 'getThing', ...done}},
    },
  });

  test.each([
    ['/upload/v3/files', 200],
    ['/upload/v2/files', 200],
    ['/v1/files', 200],
    ['/v1/thing', 200],
    ['/files', 405],
    ['/upload/v3/thing', 404],
    ['/thing', 404],
  ])('answers at each of them and at that of the API: GET %s is %i', async (path, status) => {
    expect(await statusAt(api, `https://mock.invalid${path}`)).toBe(status);
  });

  test('answers at the URLs that its page gives the mocks', async () => {
    for (const url of [...mockUrls(api, 'getFiles', '/files'), ...mockUrls(api, 'getThing', '/thing')]) {
      expect(await statusAt(api, url)).toBe(200);
    }
  });

  test('tells where that is that it creates', async () => {
    const schema = {type: 'object', properties: {id: {type: 'string'}}};
    const body = {content: {'application/json': {schema}}};
    const made = apiOf({
      paths: {
        '/files': {
          servers: [{url: 'https://files.t.test/upload/v3'}],
          post: {requestBody: body, responses: {'201': {description: 'Created', ...body}}},
        },
        '/files/{id}': {
          servers: [{url: 'https://files.t.test/upload/v3'}],
          parameters: [{name: 'id', in: 'path', required: true, schema: {type: 'string'}}],
          get: {responses: {'200': {description: 'A file', ...body}}},
        },
      },
    });
    const mock = createMock({api: made});
    const url = 'https://mock.invalid/upload/v3/files';
    const headers = {'Content-Type': 'application/json'};
    const created = await mock.handle(new Request(url, {method: 'POST', headers, body: '{}'}));
    const location = created.headers.get('Location') ?? '';
    expect(location).toMatch(/^\/upload\/v3\/files\/./);
    expect((await mock.handle(new Request(new URL(location, url)))).status).toBe(200);
  });
});
