import type {Mock} from '../../../src/mock/mock';
import {createMockServer} from '../../../src/mock/node/server';

const LINES_KEPT = 1000;

export interface ServedMock {
  /** Where the API starts. */
  readonly baseUrl: string;
  /** The last lines. */
  readonly log: readonly string[];
  readonly close: () => Promise<void>;
}

/** The mock on a port of this machine, any free one unless it is given. */
export async function serveMock(
  mock: Mock,
  {
    port: askedPort = 0,
    allowedOrigins = [],
  }: {readonly port?: number; readonly allowedOrigins?: readonly string[]} = {},
): Promise<ServedMock> {
  const log: string[] = [];
  const server = createMockServer({
    mock,
    allowedOrigins,
    log: line => {
      log.push(line);
      log.splice(0, log.length - LINES_KEPT);
    },
  });
  // On a busy machine more than Node's 5 s may pass between two requests of a test, and the next one meets a closed connection.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>(resolve => server.listen(askedPort, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}${mock.basePath}`,
    log,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
