import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';

import {decodeBody} from '../../client/decodeBody';
import type {ResponseResult} from '../../client/result';
import {isIdempotencyKey} from '../run/marks';

/** A proxy between a program and a service that records the responses. */
export interface RecordingProxy {
  /** The base URL for the program, in place of the service's. */
  readonly baseUrl: string;
  readonly close: () => Promise<void>;
}

/** A request of the program, with the service's URL. */
export interface PassedRequest {
  readonly method: string;
  readonly url: string;
}

export interface Passing {
  /** Called with each response before the program gets it. */
  readonly onResponse: (request: PassedRequest, result: ResponseResult) => void;
  /** Whether a request may be sent; all may by default. If not, the program gets a 403. */
  readonly mayPass?: (request: PassedRequest) => boolean;
  /** Appended to each `Idempotency-Key`, as another program may have sent the same one. */
  readonly keyMark?: string;
}

const REFUSED = JSON.stringify({
  status: 403,
  title: 'Forbidden',
  detail: 'verify does not send this request.',
});

/**
 * Header fields of a single connection (RFC 9110 §7.6.1), and those that no longer hold after `fetch` has decoded the
 * body.
 */
const ofConnection: ReadonlySet<string> = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
]);

/** Listens on a free port of this machine only, and forwards what may be sent to the service. */
export async function openRecordingProxy(
  serviceUrl: string,
  {onResponse, mayPass = () => true, keyMark = ''}: Passing,
): Promise<RecordingProxy> {
  const server = createServer((incoming, outgoing) => {
    const request = {method: incoming.method ?? 'GET', url: serviceUrl + (incoming.url ?? '')};
    if (mayPass(request)) {
      pass(request, incoming, outgoing, keyMark, result => onResponse(request, result)).catch(() =>
        outgoing.destroy(),
      );
    } else {
      incoming.resume();
      outgoing.writeHead(403, {'Content-Type': 'application/problem+json'}).end(REFUSED);
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function pass(
  {method, url}: PassedRequest,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  keyMark: string,
  tell: (result: ResponseResult) => void,
): Promise<void> {
  const started = performance.now();
  const sent = await bytesOf(incoming);
  const response = await fetch(url, {
    method,
    headers: Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
      ofConnection.has(name)
        ? []
        : values.map((value): [string, string] => [name, isIdempotencyKey(name) ? value + keyMark : value]),
    ),
    ...(sent.length === 0 ? {} : {body: sent}),
    redirect: 'manual',
  });
  const firstByteMs = performance.now() - started;
  const headers = [...response.headers].map(([name, value]) => ({name, value}));
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = decodeBody(bytes, response.headers.get('Content-Type') ?? undefined);
  tell({
    type: 'response',
    status: response.status,
    statusText: response.statusText,
    headers,
    url,
    firstByteMs,
    durationMs: performance.now() - started,
    body: {bytes, ...(text === undefined ? {} : {text})},
    size: bytes.length,
    notes: [],
  });
  headers
    .filter(({name}) => !ofConnection.has(name))
    .forEach(({name, value}) => outgoing.appendHeader(name, value));
  outgoing.writeHead(response.status).end(bytes);
}

async function bytesOf(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) {
    pieces.push(Buffer.from(piece));
  }
  return new Uint8Array(Buffer.concat(pieces));
}
