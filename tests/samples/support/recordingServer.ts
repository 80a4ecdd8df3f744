import {createServer, type Server, type ServerResponse} from 'node:http';

/** A request as it came over the wire. */
export interface Recorded {
  readonly method: string;
  /** The request target, not decoded or normalised. */
  readonly target: string;
  /** In wire order, names as sent. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  /** When it was there as a whole, in milliseconds since 1970. */
  readonly atMs: number;
}

/** What a server does with a request: it answers, or fails to. */
export type Reply = (response: ServerResponse) => void;

export interface RecordingServer {
  readonly origin: string;
  /** Takes the requests recorded since the last call. */
  readonly take: () => readonly Recorded[];
  /** What the server answers from now on. */
  readonly answer: (status: number, body: string) => void;
  /** What the server does with the next requests, one after another; the last is for all that come then. */
  readonly play: (replies: readonly [Reply, ...Reply[]]) => void;
  readonly close: () => Promise<void>;
}

/** A real HTTP server on a free port that writes down each request, byte for byte. */
export async function startRecordingServer(): Promise<RecordingServer> {
  let recorded: Recorded[] = [];
  let replies: readonly [Reply, ...Reply[]] = [json(200, '{}')];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      recorded.push({
        method: request.method ?? '',
        target: request.url ?? '',
        headers: pairs(request.rawHeaders),
        body: Buffer.concat(chunks),
        atMs: Date.now(),
      });
      const [reply, next, ...later] = replies;
      replies = next ? [next, ...later] : replies;
      reply(response);
    });
  });
  // A program that uses a connection again must not meet one that is just being closed.
  server.keepAliveTimeout = 0;
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    take() {
      const taken = recorded;
      recorded = [];
      return taken;
    },
    answer(status, body) {
      replies = [json(status, body)];
    },
    play(played) {
      replies = played;
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An answer of JSON. */
export function json(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return response => response.writeHead(status, {'Content-Type': 'application/json', ...headers}).end(body);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The recording server has no port.');
  }
  return address.port;
}

function pairs(raw: readonly string[]): (readonly [string, string])[] {
  return Array.from(
    {length: raw.length / 2},
    (_, index) => [raw[index * 2] ?? '', raw[index * 2 + 1] ?? ''] as const,
  );
}
