import type {Server} from 'node:http';

import type {Api} from '../../api/operation';
import {createMock} from '../mock';
import type {MockRules} from '../rules';
import {usesCookies} from './access';
import type {Data} from './data';
import {HEALTH_PATH} from './health';
import type {MockCliOptions} from './options';
import {createMockServer} from './server';
import {startWords} from './startWords';
import {openTemporaryFiles} from './temporaryFiles';

const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

/** How long running requests may take after the mock is told to stop, in milliseconds. */
const GRACE_MS = 5_000;

export interface Served {
  readonly api: Api;
  readonly rules: MockRules | undefined;
  /** Where rows and files are stored; in memory and in temporary files by default. */
  readonly data?: Data | undefined;
  readonly options: MockCliOptions;
  /** How the program is called, such as `npm run mock --`. */
  readonly command: string;
}

/** Serves the mock until a signal ends it, and prints its address. Resolves to whether it could listen. */
export async function serve({api, rules, data, options, command}: Served): Promise<boolean> {
  const {seed, scenario, host, port, allowedOrigins, quiet} = options;
  const temporary = openTemporaryFiles();
  const mock = createMock({api, ...(rules ? {rules} : {}), seed, scenario, files: temporary.files, ...data});
  const server = createMockServer({
    mock,
    allowedOrigins,
    withCookies: usesCookies(api),
    log: quiet ? () => {} : line => console.log(line),
    failed: error => console.error(error),
  });
  const close = async (): Promise<void> => {
    await data?.close();
    await temporary.close();
  };
  stopOnSignal(server, close);
  return new Promise(resolve => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      console.error(
        error.code === 'EADDRINUSE'
          ? `Port ${port} is already in use. Stop the program that uses it, or choose another port: ${command} --port ${port + 1}`
          : `The mock cannot listen on ${host}:${port}: ${error.message}`,
      );
      process.exitCode = EXIT_FAILED;
      void close().then(() => resolve(false));
    });
    server.listen(port, host, () => {
      const address = server.address();
      const origin = `http://localhost:${typeof address === 'object' && address ? address.port : port}`;
      console.log(`The mock of ${api.title} is running at ${origin}${mock.basePath}`);
      console.log(`Check whether it is up at ${origin}${HEALTH_PATH}`);
      startWords(api, rules, mock.unmatched).forEach(line => console.log(line));
      resolve(true);
    });
  });
}

/** Ends the program with a message. */
export function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = EXIT_USAGE;
}

/** Finishes running requests, closes idle connections, and closes the data last. */
function stopOnSignal(server: Server, close: () => Promise<void>): void {
  const stop = (): void => {
    server.close(() => void close());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, stop);
  }
}
