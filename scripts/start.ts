/**
 * `npm start`: the site and the local mock together. Ctrl+C stops both, and if one ends by itself, the other does too.
 * The mock restarts if the OpenAPI document changes. `--port` and `--mock-port` say where to look for free ports,
 * `--locale` chooses the language of the site: Docusaurus serves one at a time.
 */
import {watch} from 'node:fs';
import {parseArgs} from 'node:util';

import {homeOf, i18n} from '../locales';
import {freePortFrom, untilListening} from './ports';
import {runTogether, type Service} from './services';

const DOCUMENT = {folder: 'static', file: 'openapi.yaml'};
/** An editor may write a file in several steps. */
const SETTLE_MS = 300;

async function main(): Promise<number> {
  const {values} = parseArgs({
    options: {
      port: {type: 'string', default: '3000'},
      'mock-port': {type: 'string', default: '4010'},
      locale: {type: 'string', default: i18n.defaultLocale},
    },
  });
  const mockPort = await portFor('local mock', '--mock-port', values['mock-port']);
  const sitePort = await portFor('site', '--port', values.port, mockPort);
  const mock: Service = {
    name: 'local mock',
    args: ['src/mock/node/start.mjs', '--rules', 'src/cloudindex/mock/rules.ts', '--port', `${mockPort}`],
  };
  const site: Service = {
    name: 'site',
    args: [
      'node_modules/@docusaurus/core/bin/docusaurus.mjs',
      'start',
      '--no-open',
      '--port',
      `${sitePort}`,
      '--locale',
      values.locale,
    ],
    env: {LOCAL_MOCK_URL: `http://localhost:${mockPort}`},
  };

  const path = homeOf(values.locale).replace(/^\/$/, '');

  const together = runTogether([mock, site]);
  onStopSignal(() => together.stop(0));
  const watcher = onDocumentChange(() => together.restart(mock));
  const announced = new AbortController();
  announce(
    sitePort,
    announced.signal,
    `Site: http://localhost:${sitePort}${path} (Ctrl+C stops it and the local mock)`,
  );
  announce(mockPort, announced.signal, `Local mock: http://localhost:${mockPort}`);

  const exitCode = await together.ended;
  announced.abort();
  watcher.close();
  return exitCode;
}

/** A free port for a service, from the requested one on; reports a taken one. */
async function portFor(name: string, option: string, asked: string, reserved?: number): Promise<number> {
  const first = Number(asked);
  if (!Number.isInteger(first) || first < 1 || first > 65_535) {
    throw new Error(`${option} takes a port from 1 to 65535, not "${asked}".`);
  }
  const say = (port: number): void =>
    console.log(`Port ${port} is in use; the ${name} looks for the next free one.`);
  const port = await freePortFrom(first, say);
  return port === reserved ? freePortFrom(port + 1, say) : port;
}

/** Prints a line once something listens at the port. */
function announce(port: number, signal: AbortSignal, line: string): void {
  untilListening(port, signal).then(
    () => console.log(`\n  ${line}\n`),
    () => undefined,
  );
}

/** Calls back on Ctrl+C, on a signal to end, and when npm has ended: a signal to npm only reaches its shell. */
function onStopSignal(stop: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, stop);
  }
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) {
      stop();
    }
  }, 500).unref();
}

/** Watches the folder, as many editors replace a file instead of writing to it. */
function onDocumentChange(changed: () => void): {readonly close: () => void} {
  let timer: NodeJS.Timeout | undefined;
  return watch(DOCUMENT.folder, (_, file) => {
    if (file === DOCUMENT.file) {
      clearTimeout(timer);
      timer = setTimeout(changed, SETTLE_MS);
    }
  });
}

main().then(
  exitCode => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
