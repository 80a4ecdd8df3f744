import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {Socket} from 'node:net';

import {LIMITS} from '../body/limits';
import type {Mock} from '../mock';
import {REASON} from '../problem';
import {statusText} from '../statusText';
import type {WireAnswer} from '../wireAnswer';
import {accessOf, corsHeaders, EXPOSED, preflightHeaders, WITH_COOKIES} from './access';
import {isHealthCheck, healthAnswer} from './health';
import {toMockRequest} from './toMockRequest';

export interface ServeOptions {
  readonly mock: Mock;
  /** The origins whose pages may use the mock, in addition to those of this machine; see `accessOf`. */
  readonly allowedOrigins?: readonly string[];
  /** Whether those pages may send cookies; false by default. */
  readonly withCookies?: boolean;
  /** Called after each response, with a line that contains no secret. */
  readonly log: (line: string) => void;
  /** Called when the mock itself fails. */
  readonly failed?: (error: unknown) => void;
}

/** The mock over HTTP/1.1, for terminals and for allowed pages. The caller makes it listen. */
export function createMockServer({
  mock,
  allowedOrigins = [],
  withCookies = false,
  log,
  failed = () => {},
}: ServeOptions): Server {
  const server = createServer((incoming, outgoing) => {
    const started = performance.now();
    outgoing.once('close', () => {
      const path = (incoming.url ?? '/').split('?', 1)[0] ?? '/';
      const duration = Math.round(performance.now() - started);
      const status = outgoing.headersSent ? String(outgoing.statusCode) : 'no response';
      const reason = outgoing.getHeader(REASON);
      const why = typeof reason === 'string' ? ` ${reason}` : '';
      log(`${incoming.method ?? ''} ${path} ${status} ${duration} ms${why}`);
    });
    const access = accessOf(incoming.headers, allowedOrigins);
    if (!access.isAllowed) {
      log(access.detail);
      discardRest(incoming);
      refuse(outgoing, access.status, access.detail);
      return;
    }
    for (const [name, value] of Object.entries(corsHeaders(access.origin, withCookies))) {
      outgoing.setHeader(name, value);
    }
    respond(mock, incoming, outgoing).catch((error: unknown) => {
      if (!outgoing.destroyed) {
        failed(error);
        refuse(outgoing, 500, 'The mock crashed. See its log for the reason.');
      }
    });
  });
  server.on('clientError', answerMalformed);
  return server;
}

async function respond(mock: Mock, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (incoming.method === 'OPTIONS' && incoming.headers['access-control-request-method']) {
    outgoing.writeHead(204, preflightHeaders(incoming.headers)).end();
    return;
  }
  if (isHealthCheck(incoming)) {
    await send(outgoing, healthAnswer);
    return;
  }
  const request = toMockRequest(incoming, outgoing);
  if (!request) {
    refuse(outgoing, 400, 'The address of the request cannot be read.');
    return;
  }
  const answer = await mock.answer(request);
  if (answer.status === 0) {
    incoming.socket.destroy();
  } else {
    await send(outgoing, answer);
  }
}

async function send(outgoing: ServerResponse, {status, headers, body}: WireAnswer): Promise<void> {
  const {req: incoming} = outgoing;
  discardRest(incoming);
  outgoing.statusMessage = statusText(status);
  const isWhole = typeof body === 'string' || body instanceof Uint8Array;
  const sized = isWhole ? {'Content-Length': String(Buffer.byteLength(body))} : {};
  if (outgoing.hasHeader(EXPOSED) && outgoing.hasHeader(WITH_COOKIES)) {
    // With cookies, `*` is a name like any other.
    outgoing.setHeader(EXPOSED, Object.keys(headers).join(', '));
  }
  outgoing.writeHead(status, {...sized, ...headers});
  if (!(body instanceof ReadableStream)) {
    outgoing.end(body ?? undefined);
    return;
  }
  const reader = body.getReader();
  // If the client disconnects, the rest of the response is cancelled.
  outgoing.once('close', () => void reader.cancel().catch(() => {}));
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (!outgoing.write(next.value)) {
      await drained(outgoing);
    }
  }
  outgoing.end();
}

/**
 * Reads the rest of a body that the mock did not read: a client that is still sending would otherwise see a broken
 * connection instead of the response. A client that does not stop is disconnected.
 */
function discardRest(incoming: IncomingMessage): void {
  if (incoming.complete) {
    return;
  }
  let size = 0;
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > LIMITS.multipart) {
      incoming.destroy();
    }
  });
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise(resolve => {
    const proceed = (): void => {
      outgoing.off('drain', proceed);
      outgoing.off('close', proceed);
      resolve();
    };
    outgoing.once('drain', proceed);
    outgoing.once('close', proceed);
  });
}

function refuse(outgoing: ServerResponse, status: number, detail: string): void {
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(status, {'Content-Type': 'application/problem+json', Connection: 'close'});
  outgoing.end(problemText(status, detail));
}

function problemText(status: number, detail: string): string {
  return JSON.stringify({type: 'about:blank', title: statusText(status), status, detail});
}

/** Node's parser rejects what is not HTTP: the response says why, and the connection ends. */
function answerMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status =
    error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const body = problemText(status, 'This is not a request that HTTP/1.1 allows.');
  socket.end(
    `HTTP/1.1 ${status} ${statusText(status)}\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
