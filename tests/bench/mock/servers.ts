import {spawn, execFileSync, type ChildProcess} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {join} from 'node:path';

import {inPeers, installedVersion, PEERS_FOLDER, peersNode} from './peers';

const DOCUMENT = 'static/openapi.yaml';
const KEY = 'ck_mock_4242';

/** A server may take so long to give its first answer, in milliseconds. */
const START_MS = 60_000;
const POLL_MS = 5;

/** Keeps the server and the load apart, where the system can. */
const canPin = existsSync('/usr/bin/taskset');
export const SERVER_CPU = 0;
export const LOAD_CPU = 1;

export interface Contestant {
  readonly name: string;
  readonly version: string;
  readonly node: string;
  /** The path under which it serves the API. Peers leave out the path of the document's server URL. */
  readonly basePath: string;
  /** What it is told in addition where requests/s count. */
  readonly loadOptions: readonly string[];
  readonly command: (port: number) => readonly [string, ...string[]];
}

export const contestants: readonly Contestant[] = [
  {
    name: 'Prism',
    version: installedVersion('@stoplight/prism-cli') ?? '',
    node: versionOf(peersNode),
    basePath: '',
    loadOptions: [],
    // Without --errors: with it Prism answers 500 to all, as its own answers lack values for the required headers.
    command: port => [
      peersNode,
      inPeers('@stoplight', 'prism-cli', 'dist', 'index.js'),
      ...['mock', DOCUMENT, '--port', String(port), '--verboseLevel', 'silent'],
    ],
  },
  {
    name: 'Scalar',
    version: installedVersion('@scalar/mock-server') ?? '',
    node: versionOf(peersNode),
    basePath: '',
    loadOptions: [],
    command: port => [
      peersNode,
      join('tests', 'bench', 'mock', 'serveScalar.mjs'),
      ...[PEERS_FOLDER, DOCUMENT, String(port)],
    ],
  },
  {
    name: 'Ours',
    version: 'this tree',
    node: process.version,
    basePath: '/v1',
    loadOptions: ['--quiet', '--rate-limit', '1000000000'],
    command: port => [
      process.execPath,
      ...[
        '--import',
        'tsx',
        'src/mock/node/cli.ts',
        '--rules',
        'src/cloudindex/mock/rules.ts',
        '--port',
        String(port),
      ],
    ],
  },
];

/** A server that answers. */
export interface Running {
  readonly port: number;
  readonly baseUrl: string;
  /** From the start of the process to its first 200, in milliseconds. */
  readonly coldStartMs: number;
  /** Resident memory now, in bytes. */
  readonly memory: () => number;
  /** Processor time since its start, in seconds: unlike requests/s it hardly depends on what else the machine does. */
  readonly cpuSeconds: () => number;
  readonly stop: () => Promise<void>;
}

/** Starts a server and waits for its first 200. @throws Error when it ends or stays silent. */
export async function start(contestant: Contestant, extra: readonly string[] = []): Promise<Running> {
  const port = await freePort();
  const started = performance.now();
  const [program, ...args] = pinned(SERVER_CPU, [...contestant.command(port), ...extra]);
  const child = spawn(program, args, {stdio: ['ignore', 'ignore', 'inherit']});
  const baseUrl = `http://127.0.0.1:${port}${contestant.basePath}`;
  try {
    await firstAnswer(child, baseUrl, contestant.name);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    port,
    baseUrl,
    coldStartMs: performance.now() - started,
    memory: () => 1024 * Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).toString()),
    cpuSeconds: () => cpuSeconds(child.pid),
    stop: () =>
      new Promise(resolve => {
        child.once('exit', () => resolve());
        if (!child.kill('SIGKILL')) {
          resolve();
        }
      }),
  };
}

/** The headers of an authenticated request. */
export const authorized: Readonly<Record<string, string>> = {Authorization: `Bearer ${KEY}`};

/** A command that runs on one processor. */
export function pinned(cpu: number, command: readonly string[]): [string, ...string[]] {
  const [program = '', ...args] = command;
  return canPin ? ['taskset', '-c', String(cpu), program, ...args] : [program, ...args];
}

async function firstAnswer(child: ChildProcess, baseUrl: string, name: string): Promise<void> {
  const deadline = performance.now() + START_MS;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) {
      throw new Error(`${name} ended with ${child.exitCode} before it answered.`);
    }
    const answer = await fetch(`${baseUrl}/users?limit=20`, {headers: authorized}).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.status === 200) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`${name} gave no 200 within ${START_MS / 1000} s.`);
}

/** Fields 14 and 15 of proc(5)'s stat, in ticks of 10 ms; not a number where the system has no /proc. */
function cpuSeconds(id: number | undefined): number {
  const file = `/proc/${id}/stat`;
  if (!existsSync(file)) {
    return Number.NaN;
  }
  // The name of the program, in parentheses, may hold spaces.
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function versionOf(node: string): string {
  return existsSync(node) ? execFileSync(node, ['--version']).toString().trim() : '';
}
