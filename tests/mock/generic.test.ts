import {beforeEach, describe, expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import rules from '../../src/cloudindex/mock/rules';
import {createMock} from '../../src/mock/mock';
import {createSend, type Send} from './support/client';

const api = await loadApi('tests/fixtures/openapi/pets.yaml');
let send: Send;

beforeEach(() => {
  const mock = createMock({rules, api});
  send = createSend(`http://localhost${mock.basePath}`, mock.handle);
});

const headers = {'X-Key': 'mock-key'};
const list = async (): Promise<{id: number; name: string}[]> =>
  (await (await send('GET', '/users', {headers})).json()).items;

describe('an API without rules of its own', () => {
  test('starts with the items of its examples', async () => {
    expect(await list()).toEqual([{id: 1, name: 'Rex', kind: 'dog'}]);
  });

  test('keeps what is created, with an id of its own, until it is deleted', async () => {
    const created = await send('POST', '/users', {headers, body: {name: 'Tom', kind: 'cat'}});
    expect(created.status).toBe(201);
    const pet = await created.json();
    expect(pet).toEqual({id: 2, name: 'Tom', kind: 'cat'});
    expect(created.headers.get('Location')).toBe('/api/users/2');
    expect(await (await send('GET', '/users/2', {headers})).json()).toEqual(pet);
    const changed = await send('PATCH', '/users/2', {headers, body: {name: 'Thomas'}});
    expect(await changed.json()).toEqual({...pet, name: 'Thomas'});
    expect(await list()).toHaveLength(2);
    expect((await send('DELETE', '/users/2', {headers})).status).toBe(204);
    expect((await send('GET', '/users/2', {headers})).status).toBe(404);
    expect(await list()).toHaveLength(1);
  });

  test('judges requests by its schemas, its security and its media types', async () => {
    const wrong = await send('POST', '/users', {headers, body: {kind: 'fish'}});
    expect(wrong.status).toBe(422);
    expect((await wrong.json()).errors.map(({pointer}: {pointer: string}) => pointer)).toEqual([
      '#/name',
      '#/kind',
    ]);
    expect((await send('GET', '/users')).status).toBe(401);
    const xml = {...headers, 'Content-Type': 'application/xml'};
    expect((await send('POST', '/users', {headers: xml, content: '<pet/>'})).status).toBe(415);
    expect((await send('GET', '/users', {headers: {...headers, Accept: 'text/csv'}})).status).toBe(406);
  });

  test('answers what is no collection with its example, in the media type that is asked for', async () => {
    const csv = await send('POST', '/users/1/export', {headers: {...headers, Accept: 'text/csv'}});
    expect([csv.status, await csv.text()]).toEqual([200, 'id,name\n1,Rex\n']);
    const json = await send('POST', '/users/1/export', {headers});
    expect(await json.json()).toEqual({rows: 1});
  });
});
