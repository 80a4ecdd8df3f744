import {beforeEach, describe, expect, test} from 'vitest';

import {loadApi} from '../../../src/api/document/load';
import rules from '../../../src/cloudindex/mock/rules';
import {createMock, type Mock} from '../../../src/mock/mock';
import {createWriter, type Write} from '../../../src/mock/node/writer';
import {StorageError} from '../../../src/mock/store';
import {sendTo} from '../../mock/support/client';

const put = (key: string): Write => ({type: 'put', key, value: new Uint8Array()});

describe('what writes to the disk', () => {
  let written: string[][];
  let failures: unknown[];
  let isFull: boolean;
  const writer = () =>
    createWriter(
      async writes => {
        if (isFull) {
          throw new Error('IO error: /home/me/data/000003.log: No space left on device');
        }
        written.push(writes.map(({key}) => key));
      },
      error => failures.push(error),
    );

  beforeEach(() => {
    written = [];
    failures = [];
    isFull = false;
  });

  test('writes in the order of the calls, and together what comes while it writes', async () => {
    const {write} = writer();
    const first = write([put('a')]);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.all([first, write([put('b')]), write([put('c'), put('d')])]);
    expect(written).toEqual([['a'], ['b', 'c', 'd']]);
  });

  test('writes nothing more after a failure, though there is room again, and tells of it once', async () => {
    const {write} = writer();
    await write([put('a')]);
    isFull = true;
    const both = await Promise.allSettled([write([put('b')]), write([put('c')])]);
    isFull = false;
    const later = await Promise.allSettled([write([put('d')])]);
    expect([...both, ...later].map(({status}) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(written).toEqual([['a']]);
    expect(failures).toHaveLength(1);
    await expect(write([put('e')])).rejects.toThrow('(No space left on device)');
    await expect(write([put('e')])).rejects.not.toThrow('/home/me');
  });
});

describe('a mock whose state cannot be kept', () => {
  let isFull: boolean;
  let release: (() => void) | undefined;
  let mock: Mock;

  async function start(file: string): Promise<void> {
    isFull = false;
    release = undefined;
    mock = createMock({
      api: await loadApi(file),
      rules,
      async keep() {
        // The first write that fails is held, so that others ask meanwhile.
        await new Promise<void>(resolve => (isFull && !release ? (release = resolve) : resolve()));
        if (isFull) {
          throw new StorageError('The disk is full.');
        }
      },
    });
  }

  const users = async (): Promise<number> =>
    (await (await sendTo(mock)('GET', '/users?limit=100')).json()).data.length;

  test('is as before the request that it refuses, whatever others ask meanwhile', async () => {
    await start('static/openapi.yaml');
    const send = sendTo(mock);
    const before = JSON.stringify(mock.inspect().tables);
    isFull = true;
    const headers = {'Idempotency-Key': 'k1'};
    const create = (): Promise<Response> =>
      send('POST', '/users', {headers, body: {email: 'a@example.com', name: 'A'}});
    const first = create();
    await expect.poll(() => release).toBeDefined();
    // The same request again would get the answer of the first, which is not there yet; a list would show its user.
    const [second, list] = [create(), users()];
    const shown = JSON.parse(before).find(({name}: {name: string}) => name === 'users').rows.length;
    release?.();
    expect([(await first).status, (await second).status, await list]).toEqual([507, 507, shown]);
    expect(JSON.stringify(mock.inspect().tables)).toBe(before);
    expect(mock.inspect().requests.map(({status, changes}) => [status, changes])).toContainEqual([507, []]);
    isFull = false;
    expect((await create()).status).toBe(201);
    expect(await users()).toBe(shown + 1);
  });

  test('puts back in its place what it was told to delete', async () => {
    await start('static/openapi.yaml');
    const before = JSON.stringify(mock.inspect().tables);
    isFull = true;
    const answer = sendTo(mock)('DELETE', '/threads/thr_2b7vka');
    await expect.poll(() => release).toBeDefined();
    release?.();
    expect((await answer).status).toBe(507);
    expect(JSON.stringify(mock.inspect().tables)).toBe(before);
  });

  test('of an API without rules of its own still answers what reads', async () => {
    await start('tests/fixtures/openapi/pets.yaml');
    const headers = {'X-Key': 'mock-key'};
    isFull = true;
    const list = sendTo(mock)('GET', '/users', {headers});
    await expect.poll(() => release).toBeDefined();
    release?.();
    expect(await (await list).json()).toEqual({items: [{id: 1, name: 'Rex', kind: 'dog'}]});
  });

  test('is not reset by halves', async () => {
    await start('static/openapi.yaml');
    await sendTo(mock)('DELETE', '/threads/thr_2b7vka');
    const before = JSON.stringify(mock.inspect().tables);
    isFull = true;
    const reset = mock.reset();
    release?.();
    await expect(reset).rejects.toThrow('The disk is full.');
    expect(JSON.stringify(mock.inspect().tables)).toBe(before);
  });
});
