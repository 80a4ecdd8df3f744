import type {Server} from 'node:http';
import {Worker} from 'node:worker_threads';

import {loadDocument} from '../../api/document/load';
import {createMock} from '../mock';
import {rulesOf} from '../rules';
import {openData} from './data';
import {HEALTH_PATH} from './health';
import {loadRules} from './loadRules';
import {readOptions, usage} from './options';
import {startWords} from './startWords';
import {usesCookies} from './access';
import {createMockServer} from './server';
import {openTemporaryFiles} from './temporaryFiles';

const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

/** How long requests under way may take once the mock is told to stop, in milliseconds. */
const GRACE_MS = 5_000;

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) {
    console.log(usage);
    return;
  }
  const {seed, scenario, host, port, allowedOrigins, quiet, spec} = options;
  const {api} = await loadDocument(spec, {strict: options.strict, check: options.strict});
  const rules = options.rules === undefined ? undefined : await loadRules(options.rules);
  const data =
    options.data === undefined
      ? undefined
      : await openData(options.data, {
          start: rulesOf(api, rules).entries,
          failed: message => console.error(message),
        });
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
  server.once('error', (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is already in use. Stop the program that uses it, or choose another port: npm run mock -- --port ${port + 1}`
        : `The mock cannot listen on ${host}:${port}: ${error.message}`,
    );
    process.exitCode = EXIT_FAILED;
    void close();
  });
  server.listen(port, host, () => {
    const address = server.address();
    const origin = `http://localhost:${typeof address === 'object' && address ? address.port : port}`;
    console.log(`The mock of ${api.title} is running at ${origin}${mock.basePath}`);
    console.log(`Check whether it is up at ${origin}${HEALTH_PATH}`);
    startWords(api, rules, mock.unmatched).forEach(line => console.log(line));
    if (!options.strict) {
      warnOfFaults(spec);
    }
  });
  stopOnSignal(server, close);
}

/** Says what is wrong with the document, once that is known. It keeps no program from its end. */
function warnOfFaults(spec: string): void {
  const worker = new Worker(new URL(import.meta.url.replace(/cli(\.\w+)$/, 'faults$1')), {workerData: spec});
  worker.on('message', (warning: unknown) => {
    if (warning !== undefined) {
      console.error(warning);
    }
  });
  worker.on('error', error => console.error(`The document cannot be checked: ${error.message}`));
  worker.unref();
}

/** Requests under way are answered, idle connections are closed, and what is kept is closed last. */
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

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = EXIT_USAGE;
});
