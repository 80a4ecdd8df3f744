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
