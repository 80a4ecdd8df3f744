import {describe, expect, test} from 'vitest';

import {createCredentialStore, keyFor} from '../../../src/client/credentialStore';
import {
  checkBaseUrl,
  isMock,
  sampleBaseUrl,
  serverChoices,
  serverProblem,
  type ServerChoice,
} from '../../../src/client/servers';
import type {Operation, SecurityScheme, Server} from '../../../src/api/operation';

function operationOn(servers: readonly Server[]): Operation {
  return {
    id: 'ping',
    method: 'GET',
    path: '/ping',
    summary: 'Ping',
    deprecated: false,
    tags: [],
    parameters: [],
    responses: [],
    security: [],
    securitySchemes: [],
    servers,
    schemas: {},
  };
}

const production: Server = {url: 'https://api.test/v1', description: 'Production', variables: {}};
const regional: Server = {
  url: 'https://{region}.api.test/{version}/',
  variables: {region: {default: 'eu', enum: ['eu', 'us']}, version: {default: 'v2'}},
};
const operation = operationOn([production, regional]);

describe('the servers to pick from', () => {
  test('the mock in the tab is first, then the local mock, the document, and one of your own', () => {
    expect(serverChoices(operation).map(({kind, baseUrl}) => [kind, baseUrl])).toEqual([
      ['page-mock', 'https://mock.invalid/v1'],
      ['local-mock', 'http://localhost:4010/v1'],
      ['document', 'https://api.test/v1'],
      ['document', 'https://eu.api.test/v2'],
      ['custom', ''],
    ]);
  });

  test('the local mock and the custom server are where the reader has them', () => {
    const choices = serverChoices(operation, {
      localMockUrl: 'http://localhost:4011/',
      customUrl: ' http://10.0.0.1:80/v1// ',
    });
    expect(choices.find(({id}) => id === 'local-mock')?.baseUrl).toBe('http://localhost:4011/v1');
    expect(choices.find(({id}) => id === 'custom')?.baseUrl).toBe('http://10.0.0.1:80/v1');
  });

  test('every choice has an identifier and a label of its own', () => {
    const choices = serverChoices(operation);
    expect(new Set(choices.map(({id}) => id)).size).toBe(choices.length);
    expect(new Set(choices.map(({label}) => label)).size).toBe(choices.length);
  });

  test('a document with a server at the root has mocks at the root', () => {
    const choices = serverChoices(operationOn([{url: 'https://api.test', variables: {}}]));
    expect(choices.slice(0, 2).map(({baseUrl}) => baseUrl)).toEqual([
      'https://mock.invalid',
      'http://localhost:4010',
    ]);
  });

  test('samples name the server that is picked, but for the mock in the tab the one of the document', () => {
    expect(
      serverChoices(operation, {customUrl: 'http://a.test'}).map(choice => sampleBaseUrl(choice, operation)),
    ).toEqual([
      'https://api.test/v1',
      'http://localhost:4010/v1',
      'https://api.test/v1',
      'https://eu.api.test/v2',
      'http://a.test',
    ]);
  });
});

describe('a base URL that was typed', () => {
  test.each(['https://a.test', 'http://localhost:4010/v1', 'HTTPS://A.test/x/', ' http://[::1]:3000 '])(
    '%s will do',
    text => {
      expect(checkBaseUrl(text)).toBeUndefined();
    },
  );

  test.each([
    ['', 'Type the base URL'],
    ['api.test/v1', 'https://api.test/v1'],
    ['//api.test', 'https://api.test'],
    ['localhost:3000', 'https://localhost:3000'],
    ['ftp://api.test', 'ftp:'],
    ['javascript://alert(1)', 'javascript:'],
    ['https://a b', 'not a URL'],
    ['https://', 'not a URL'],
    ['https://a.test:99999', 'not a URL'],
    ['https://ann:pw@a.test', 'user name and password'],
    ['https://a.test?x=1', 'before any ?'],
    ['https://a.test/#', 'before any ?'],
  ])('%j is told what is wrong', (text, words) => {
    expect(checkBaseUrl(text)).toContain(words);
  });
});

describe('server variables', () => {
  const templated: Operation = {
    ...operation,
    servers: [
      {
        url: 'https://{host}:{port}/{version}',
        variables: {
          host: {default: 'api.test'},
          port: {default: '8443', enum: ['8443', '443']},
          version: {default: 'v1', description: 'The version.'},
        },
      },
    ],
  };
  const filled = (values: Record<string, string>): ServerChoice | undefined =>
    serverChoices(templated, {variables: {'https://{host}:{port}/{version}': values}})[2];

  test('start at their defaults and take what the reader fills in', () => {
    expect(filled({})?.baseUrl).toBe('https://api.test:8443/v1');
    expect(filled({host: 'eu.test', port: '443', version: 'v2'})?.baseUrl).toBe('https://eu.test:443/v2');
    expect(filled({host: 'eu.test'})?.variables?.map(({name, value}) => `${name}=${value}`)).toEqual([
      'host=eu.test',
      'port=8443',
      'version=v1',
    ]);
  });

  test('a value that the document does not list counts for nothing', () => {
    expect(filled({port: '80'})?.baseUrl).toBe('https://api.test:8443/v1');
    expect(filled({constructor: 'x'})?.baseUrl).toBe('https://api.test:8443/v1');
  });

  test.each([
    ['', 'not a URL'],
    ['a b', 'not a URL'],
    ['ann:pw@api.test', 'user name and password'],
    ['api.test/?', 'before any ?'],
  ])('the host %j makes no server', (host, words) => {
    const choice = filled({host});
    expect(choice && serverProblem(choice)).toContain(words);
  });

  test('another host is another origin: a key does not follow', () => {
    const scheme: SecurityScheme = {type: 'bearer', id: 'key', env: 'KEY', mockCredential: 'mock'};
    const store = createCredentialStore();
    store.set('https://api.test:8443', 'key', 'real');
    const [first, second] = [filled({}), filled({host: 'evil.test'})];
    expect(first && keyFor(store, first, scheme)).toBe('real');
    expect(second && keyFor(store, second, scheme)).toBe('');
  });
});

describe('keys', () => {
  const scheme: SecurityScheme = {type: 'bearer', id: 'apiKey', env: 'API_KEY', mockCredential: 'mock_key'};
  const [pageMock, localMock, real, other] = serverChoices(operation);

  test('a mock has a working key from the start, a real server has none', () => {
    const store = createCredentialStore();
    expect(keyFor(store, pageMock, scheme)).toBe('mock_key');
    expect(localMock && keyFor(store, localMock, scheme)).toBe('mock_key');
    expect(real && keyFor(store, real, scheme)).toBe('');
    expect([pageMock, localMock, real, other].map(choice => choice && isMock(choice))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('a key never follows to another origin or another scheme', () => {
    const store = createCredentialStore();
    store.set('https://api.test', 'apiKey', 'real');
    expect(real && keyFor(store, real, scheme)).toBe('real');
    expect(other && keyFor(store, other, scheme)).toBe('');
    expect(keyFor(store, pageMock, scheme)).toBe('mock_key');
    expect(real && keyFor(store, real, {...scheme, id: 'second'})).toBe('');
  });

  test('a mock key that the reader removed stays removed', () => {
    const store = createCredentialStore();
    store.set('https://mock.invalid', 'apiKey', '');
    expect(keyFor(store, pageMock, scheme)).toBe('');
  });

  test('what is kept is listed without its value, and forgotten when asked', () => {
    const store = createCredentialStore();
    let changes = 0;
    const unsubscribe = store.subscribe(() => (changes += 1));
    store.set('https://api.test', 'apiKey', 'real');
    store.set('https://b.test', 'apiKey', 'real');
    expect(store.list()).toEqual([
      {origin: 'https://api.test', schemeId: 'apiKey', place: 'memory'},
      {origin: 'https://b.test', schemeId: 'apiKey', place: 'memory'},
    ]);
    store.forget('https://api.test', 'apiKey');
    expect(store.get('https://api.test', 'apiKey')).toBeUndefined();
    store.forgetAll();
    expect(store.list()).toEqual([]);
    expect(changes).toBe(4);
    unsubscribe();
    store.set('https://api.test', 'apiKey', 'real');
    expect(changes).toBe(4);
  });
});
