import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {onTestFinished} from 'vitest';

export interface Arrived {
  readonly method: string;
  readonly url: string;
  /** Names and values in turn, as they came on the wire. */
  readonly rawHeaders: readonly string[];
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface LocalServer {
  readonly origin: string;
  /** Every request that arrived, in order. */
  readonly arrived: readonly Arrived[];
}

/** A real HTTP server on a free port for one test, which answers by `answer` and keeps what arrived. */
export async function localServer(
  answer: (response: ServerResponse, request: Arrived) => void = response => response.end(),
): Promise<LocalServer> {
  const arrived: Arrived[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const {method = '', url = '', rawHeaders, headers} = request;
      const whole = {method, url, rawHeaders, headers, body: Buffer.concat(chunks)};
      arrived.push(whole);
      answer(response, whole);
    });
  });
  const port = await new Promise<number>(resolve => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {origin: `http://127.0.0.1:${port}`, arrived};
}
