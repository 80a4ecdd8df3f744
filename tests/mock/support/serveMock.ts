import type {Mock} from '../../../src/mock/mock';
import {createMockServer} from '../../../src/mock/node/server';

export interface ServedMock {
  /** Where the API starts. */
  readonly baseUrl: string;
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
  const server = createMockServer({mock, allowedOrigins, log: line => log.push(line)});
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
