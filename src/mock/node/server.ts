import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';

import type {Mock} from '../mock';

export interface ServeOptions {
  readonly mock: Mock;
  /** Called once a request is answered, with a line that holds no secret. */
  readonly log: (line: string) => void;
}

/** The mock over HTTP, for any page (CORS) and any terminal. The caller makes it listen. */
export function createMockServer({mock, log}: ServeOptions): Server {
  return createServer((incoming, outgoing) => {
    const started = performance.now();
    outgoing.once('finish', () => {
      const path = (incoming.url ?? '/').split('?', 1)[0] ?? '/';
      const duration = Math.round(performance.now() - started);
      log(`${incoming.method ?? ''} ${path} ${outgoing.statusCode} ${duration} ms`);
    });
    respond(mock, incoming, outgoing).catch((error: unknown) => {
      log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      if (!outgoing.headersSent) {
        outgoing.writeHead(500, {'Content-Type': 'application/problem+json'});
      }
      outgoing.end(JSON.stringify({type: 'about:blank', title: 'The mock broke down', status: 500}));
    });
  });
}

async function respond(mock: Mock, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (incoming.method === 'OPTIONS' && incoming.headers['access-control-request-method']) {
    preflight(incoming, outgoing);
    return;
  }
  const request = toRequest(incoming);
  if (!request) {
    outgoing.writeHead(400, {'Content-Type': 'application/problem+json'});
    outgoing.end(JSON.stringify({type: 'about:blank', title: 'Bad request', status: 400}));
    return;
  }
  const response = await mock.handle(request);
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    // No cookies are used, so any page may read the answers.
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': '*',
  });
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

/** Answers what a browser asks before it sends a request from another origin (Fetch §3.2). */
function preflight(incoming: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.writeHead(204, {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
    'Access-Control-Allow-Headers': incoming.headers['access-control-request-headers'] ?? '*',
    'Access-Control-Allow-Private-Network': 'true',
    'Access-Control-Max-Age': '600',
  });
  outgoing.end();
}

/** Undefined for what the Fetch standard has no request for, such as TRACE or a broken target. */
function toRequest(incoming: IncomingMessage): Request | undefined {
  const {method = 'GET', url = '/', rawHeaders} = incoming;
  const headers = new Headers();
  try {
    for (let index = 0; index < rawHeaders.length; index += 2) {
      headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '');
    }
    const bodyless = method === 'GET' || method === 'HEAD';
    const init: RequestInit & {duplex: 'half'} = {method, headers, duplex: 'half'};
    return new Request(
      new URL(url, 'http://localhost'),
      bodyless ? {method, headers} : {...init, body: streamOf(incoming)},
    );
  } catch {
    return undefined;
  }
}

function streamOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async start(controller) {
      try {
        for await (const chunk of incoming) {
          controller.enqueue(chunk);
        }
        controller.close();
      } catch (error) {
        controller.error(error);
      }
    },
  });
}
