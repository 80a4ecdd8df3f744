import {once} from 'node:events';
import {createServer, type IncomingHttpHeaders, type ServerResponse} from 'node:http';
import {createServer as createTcpServer, type AddressInfo, type Server} from 'node:net';

export interface Arrived {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface LocalApi {
  readonly origin: string;
  /** What arrived, preflights left out. */
  readonly arrived: readonly Arrived[];
  readonly close: () => void;
}

/** What the server allows pages: everything, reading but no preflight, everything with cookies, or nothing. */
export type Cors = 'open' | 'simple' | 'cookies' | 'none';

export interface LocalApiOptions {
  readonly cors?: Cors;
  /** Left out: 200 and a JSON object. */
  readonly answer?: (response: ServerResponse, request: Arrived) => void;
}

/** A real API on this machine, at a port of its own. */
export async function startApi({cors = 'open', answer = fine}: LocalApiOptions = {}): Promise<LocalApi> {
  const arrived: Arrived[] = [];
  const server = createServer(({method = '', url = '', headers}, response) => {
    for (const [name, value] of Object.entries(allowances(cors, headers))) {
      response.setHeader(name, value);
    }
    if (method === 'OPTIONS') {
      response.writeHead(cors === 'none' ? 405 : 204).end();
      return;
    }
    const request = {method, url, headers};
    arrived.push(request);
    answer(response, request);
  });
  const port = await portOf(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    arrived,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A port at which nothing listens, of those that no system gives to whoever asks for any: others of the tests do. */
export async function closedPort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const server = createTcpServer();
  const isFree = await new Promise<boolean>(resolve => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
  return isFree ? port : closedPort();
}

/** Accepts connections and never says a word. */
export async function startSilent(): Promise<{
  readonly origin: string;
  /** Settles when somebody has connected. */
  readonly connected: Promise<unknown>;
  readonly close: () => void;
}> {
  const sockets = new Set<{destroy: () => void}>();
  const server = createTcpServer(socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  const connected = once(server, 'connection');
  const port = await portOf(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    connected,
    close() {
      sockets.forEach(socket => socket.destroy());
      server.close();
    },
  };
}

function fine(response: ServerResponse): void {
  response.writeHead(200, {'Content-Type': 'application/json'}).end('{"ok":true}');
}

function allowances(cors: Cors, {origin = '*'}: IncomingHttpHeaders): Record<string, string> {
  switch (cors) {
    case 'none':
      return {};
    case 'simple':
      return {'Access-Control-Allow-Origin': '*'};
    case 'open':
      return {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-Key',
        'Access-Control-Allow-Methods': '*',
      };
    case 'cookies':
      return {
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Credentials': 'true',
      };
  }
}

function portOf(server: Server): Promise<number> {
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
