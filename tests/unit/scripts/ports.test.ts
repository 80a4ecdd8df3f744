import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {expect, onTestFinished, test} from 'vitest';

import {freePortFrom, untilListening} from '../../../scripts/ports';

/** Takes a port, on one address or on all. */
async function takenPort(host?: string): Promise<number> {
  const server = createServer();
  onTestFinished(() => void server.close());
  return new Promise(resolve => {
    server.listen({port: 0, ...(host === undefined ? {} : {host})}, () =>
      resolve((server.address() as AddressInfo).port),
    );
  });
}

test.each([undefined, '127.0.0.1'])('a port taken on %s is named, and a later one is used', async host => {
  const taken = await takenPort(host);
  const named: number[] = [];
  const port = await freePortFrom(taken, other => named.push(other));
  expect(port).toBeGreaterThan(taken);
  expect(named[0]).toBe(taken);
});

test('when no port is left, that is said', async () => {
  await expect(freePortFrom(65_536)).rejects.toThrow('There is no free port from 65536 on.');
});

test('waiting for a port ends when somebody listens there', async () => {
  await untilListening(await takenPort(), new AbortController().signal);
});

test('waiting for a port ends when it is given up', async () => {
  const free = await freePortFrom(20_000);
  await expect(untilListening(free, AbortSignal.abort())).rejects.toThrow();
});
