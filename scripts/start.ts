/**
 * `npm start`: the site and the local mock together. One Ctrl+C stops both, and when one ends by itself so does the other.
 * `--port` and `--mock-port` choose where to look for free ports first.
 */
import {spawn, type ChildProcess} from 'node:child_process';
import {parseArgs} from 'node:util';

import {freePortFrom, untilListening} from './ports';

interface Service {
  readonly name: string;
  readonly port: number;
  readonly process: ChildProcess;
}

const STOP_MS = 5000;

async function main(): Promise<void> {
  const {values} = parseArgs({
    options: {port: {type: 'string', default: '3000'}, 'mock-port': {type: 'string', default: '4010'}},
  });
  const mockPort = await portFor('local mock', '--mock-port', values['mock-port']);
  const sitePort = await portFor('site', '--port', values.port, mockPort);
  const mock = start('local mock', mockPort, [
    '--import',
    'tsx',
    'src/mock/node/cli.ts',
    '--port',
    `${mockPort}`,
  ]);
  const site = start(
    'site',
    sitePort,
    ['node_modules/@docusaurus/core/bin/docusaurus.mjs', 'start', '--no-open', '--port', `${sitePort}`],
    {LOCAL_MOCK_URL: `http://localhost:${mockPort}`},
  );
  const services = [site, mock];
  const stopped = new AbortController();

  stopTogether(services, () => stopped.abort());
  await Promise.all(services.map(({port}) => untilListening(port, stopped.signal)));
  console.log(
    [
      '',
      `  Site        http://localhost:${site.port}`,
      `  Local mock  http://localhost:${mock.port}`,
      '  Ctrl+C stops both.',
      '',
    ].join('\n'),
  );
}

/** A free port for a service, from the one asked for; a taken one is named. */
async function portFor(name: string, option: string, asked: string, reserved?: number): Promise<number> {
  const first = Number(asked);
  if (!Number.isInteger(first) || first < 1 || first > 65_535) {
    throw new Error(`${option} takes a port from 1 to 65535, not "${asked}".`);
  }
  const say = (port: number): void =>
    console.log(`Port ${port} is taken; the ${name} looks for the next free one.`);
  const port = await freePortFrom(first, say);
  return port === reserved ? freePortFrom(port + 1, say) : port;
}

function start(
  name: string,
  port: number,
  args: readonly string[],
  env: Record<string, string> = {},
): Service {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {...process.env, ...env},
  });
  return {name, port, process: child};
}

/** Ends all services when one ends or the reader asks for it, and sets the exit code of this process. */
function stopTogether(services: readonly Service[], onStop: () => void): void {
  let stopping = false;
  const stop = (code: number): void => {
    if (!stopping) {
      stopping = true;
      process.exitCode = code;
      onStop();
      services.forEach(({process: child}) => end(child));
    }
  };
  for (const {name, process: child} of services) {
    child.once('error', error => {
      console.error(`The ${name} could not be started: ${error.message}`);
      stop(1);
    });
    child.once('exit', (code, signal) => {
      if (!stopping) {
        console.error(
          `The ${name} ended ${signal ? `by ${signal}` : `with exit code ${code}`}, so all stops.`,
        );
        stop(code ?? 1);
      }
    });
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => stop(0));
  }
}

/** Asks a process to end, and makes it end when it takes too long. */
function end(child: ChildProcess): void {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    child.once('exit', () => clearTimeout(timer));
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof Error && error.name === 'AbortError')) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
});
