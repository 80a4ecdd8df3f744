import {connect, createServer} from 'node:net';
import {setTimeout as delay} from 'node:timers/promises';

/** The first free port from `first` on. `taken` is called with each that is in use. */
export async function freePortFrom(
  first: number,
  taken: (port: number) => void = () => undefined,
): Promise<number> {
  for (let port = first; port <= 65_535; port += 1) {
    if (await isFree(port)) {
      return port;
    }
    taken(port);
  }
  throw new Error(`There is no free port from ${first} on.`);
}

/** Servers listen on all addresses or on one, and both kinds block a port for the other. */
async function isFree(port: number): Promise<boolean> {
  return (await canListen(port)) && (await canListen(port, '127.0.0.1'));
}

function canListen(port: number, host?: string): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({port, ...(host === undefined ? {} : {host})}, () => server.close(() => resolve(true)));
  });
}

/** Resolves once something accepts connections at the port of this machine; rejects when the signal aborts. */
export async function untilListening(port: number, signal: AbortSignal): Promise<void> {
  while (!(await accepts(port))) {
    await delay(200, undefined, {signal});
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({port, host: 'localhost'});
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
