import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';

import {decodeBody} from '../../client/decodeBody';
import type {ResponseResult} from '../../client/result';

/** Stands between a program and a service, and keeps what the service responded with. */
export interface RecordingProxy {
  /** What the program is told in place of the service's URL. */
  readonly baseUrl: string;
  /** The response to the last request since this was asked before; undefined where none was sent. */
  readonly take: () => ResponseResult | undefined;
  readonly close: () => Promise<void>;
}

/** Header fields of one connection (RFC 9110 §7.6.1), and what `fetch` has undone of a body. */
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

/** Listens on a free port of this machine alone, and hands everything on to the service. */
export async function openRecordingProxy(serviceUrl: string): Promise<RecordingProxy> {
  let last: ResponseResult | undefined;
  const server = createServer((incoming, outgoing) => {
    pass(serviceUrl, incoming, outgoing)
      .then(result => (last = result))
      .catch(() => outgoing.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    take() {
      const taken = last;
      last = undefined;
      return taken;
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function pass(
  serviceUrl: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<ResponseResult> {
  const started = performance.now();
  const url = serviceUrl + (incoming.url ?? '');
  const sent = await bytesOf(incoming);
  const response = await fetch(url, {
    method: incoming.method ?? 'GET',
    headers: Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
      ofConnection.has(name) ? [] : values.map((value): [string, string] => [name, value]),
    ),
    ...(sent.length === 0 ? {} : {body: sent}),
    redirect: 'manual',
  });
  const firstByteMs = performance.now() - started;
  const headers = [...response.headers].map(([name, value]) => ({name, value}));
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = decodeBody(bytes, response.headers.get('Content-Type') ?? undefined);
  headers
    .filter(({name}) => !ofConnection.has(name))
    .forEach(({name, value}) => outgoing.appendHeader(name, value));
  outgoing.writeHead(response.status).end(bytes);
  return {
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
  };
}

async function bytesOf(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) {
    pieces.push(Buffer.from(piece));
  }
  return new Uint8Array(Buffer.concat(pieces));
}
