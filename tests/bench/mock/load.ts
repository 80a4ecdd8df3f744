import {spawn} from 'node:child_process';

import {inPeers} from './peers';
import {authorized, LOAD_CPU, pinned, type Running} from './servers';

/** One request, sent again and again. */
export interface Load {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  /** What every server has to answer. */
  readonly status: number;
}

export const loads: readonly Load[] = [
  {name: 'list: GET /users?limit=20', method: 'GET', path: '/users?limit=20', status: 200},
  {
    name: 'refused: POST /users, three faults',
    method: 'POST',
    path: '/users',
    body: '{"email": "not-an-address", "name": "", "role": "owner"}',
    status: 422,
  },
  {
    name: 'created: POST /threads',
    method: 'POST',
    path: '/threads',
    body: '{"title": "Holidays and leave", "metadata": {"team": "people"}}',
    status: 201,
  },
  {
    name: 'found: POST /search (ours searches)',
    method: 'POST',
    path: '/search',
    body: '{"query": "How long does a refund take?", "limit": 3, "options": {"highlight": true}}',
    status: 200,
  },
];

export const CONNECTIONS = [1, 10, 100] as const;

export interface Throughput {
  readonly perSecond: number;
  readonly p99Ms: number;
  /** What one request costs the server, in microseconds of processor time. */
  readonly cpuMicroseconds: number;
}

/** What autocannon prints as JSON, as far as it is read here. */
interface Report {
  readonly requests: {readonly average: number; readonly total: number};
  readonly latency: {readonly p99: number};
  readonly errors: number;
  readonly statusCodeStats: {readonly [status: string]: {readonly count: number}};
}

/** Sends a load for some seconds. @throws Error when an answer has another status. */
export async function measure(
  {baseUrl, cpuSeconds}: Running,
  {name, method, path, body, status}: Load,
  connections: number,
  seconds: number,
): Promise<Throughput> {
  const headers = {...authorized, ...(body === undefined ? {} : {'Content-Type': 'application/json'})};
  const cpuBefore = cpuSeconds();
  const {requests, latency, errors, statusCodeStats} = await autocannon([
    ...['--connections', String(connections), '--duration', String(seconds), '--method', method],
    ...Object.entries(headers).flatMap(([key, value]) => ['--headers', `${key}: ${value}`]),
    ...(body === undefined ? [] : ['--body', body]),
    `${baseUrl}${path}`,
  ]);
  const statuses = Object.keys(statusCodeStats).join(', ');
  if (errors > 0 || statuses !== String(status)) {
    throw new Error(
      `${name} at ${baseUrl}: ${statuses || 'no answer'}, ${errors} errors; ${status} is right.`,
    );
  }
  const cpuMicroseconds = ((cpuSeconds() - cpuBefore) * 1e6) / requests.total;
  return {perSecond: requests.average, p99Ms: latency.p99, cpuMicroseconds};
}

async function autocannon(options: readonly string[]): Promise<Report> {
  const script = inPeers('autocannon', 'autocannon.js');
  const [program, ...args] = pinned(LOAD_CPU, [process.execPath, script, '--json', ...options]);
  const child = spawn(program, args, {stdio: ['ignore', 'pipe', 'ignore']});
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) {
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString());
}
