import {spawn} from 'node:child_process';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';

import {freePortFrom, untilListening} from '../../../scripts/ports';
import {caddy, nginx, toolchainPath} from '../../../scripts/toolchains';

export interface WebServer {
  readonly name: string;
  /** Its configuration, in the folder that the build writes it to. */
  readonly file: string;
  readonly command: (configuration: string) => readonly [program: string, ...args: string[]];
}

export const webServers: readonly WebServer[] = [
  {
    name: 'nginx',
    file: 'nginx.conf',
    // Started by root, it would read files as a user who may not read those of a home directory.
    command: file => [toolchainPath(nginx), '-c', file, '-g', 'daemon off; user root;'],
  },
  {
    name: 'Caddy',
    file: 'Caddyfile',
    command: file => [toolchainPath(caddy), 'run', '--config', file, '--adapter', 'caddyfile'],
  },
];

/** Files of tests run beside one another, and none may take the port that another has found free. */
const FIRST_PORT = 8100 + 50 * Number(process.env['VITEST_POOL_ID'] ?? 0);

export interface ServedSite {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * Starts a web server with the configuration that a build wrote, but for its port and where things are.
 * @param configurations - The folder that the build wrote them to.
 * @param root - What the server is to send, in place of `/srv/site`.
 */
export async function serveBy(
  {file, command}: WebServer,
  {configurations, root}: {readonly configurations: string; readonly root: string},
): Promise<ServedSite> {
  const folder = await mkdtemp(join(tmpdir(), 'web-server-'));
  const port = await freePortFrom(FIRST_PORT);
  const written = await readFile(join(configurations, file), 'utf8');
  const here = written
    .replaceAll('/tmp/', `${folder}/`)
    .replaceAll('/srv/site', resolve(root))
    .replaceAll('8080', String(port));
  await writeFile(join(folder, file), here);
  const [program, ...args] = command(join(folder, file));
  const server = spawn(program, args, {stdio: ['ignore', 'ignore', 'ignore']});
  await untilListening(port, AbortSignal.timeout(60_000));
  return {
    port,
    async close() {
      const ended = new Promise(done => server.once('exit', done));
      server.kill('SIGTERM');
      await ended;
      await rm(folder, {recursive: true});
    },
  };
}
