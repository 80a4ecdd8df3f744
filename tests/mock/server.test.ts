import {spawn, type ChildProcess} from 'node:child_process';
import {createServer} from 'node:net';
import {afterEach, expect, test} from 'vitest';

const children: ChildProcess[] = [];

afterEach(() => children.splice(0).forEach(child => child.kill('SIGKILL')));

interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

function startMock(...args: string[]): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/mock/node/cli.ts', ...args], {
    stdio: 'pipe',
  });
  children.push(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return {child, output: () => output, ended: new Promise(resolve => child.once('exit', resolve))};
}

async function listening(mock: Running): Promise<string> {
  await expect.poll(mock.output, {timeout: 30_000}).toMatch(/http:\/\/localhost:\d+\/v1/);
  return /http:\/\/localhost:\d+\/v1/.exec(mock.output())?.[0] ?? '';
}

test('any page may ask: preflight and answer carry CORS headers', async () => {
  const url = await listening(startMock('--port', '0'));
  const preflight = await fetch(`${url}/users`, {
    method: 'OPTIONS',
    headers: {
      Origin: 'https://docs.example',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization,content-type,x-own',
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('x-own');
  const answer = await fetch(`${url}/users`, {headers: {Origin: 'https://docs.example'}});
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
});

test('a line a request is logged, and no key in it', async () => {
  const mock = startMock('--port', '0');
  const url = await listening(mock);
  await fetch(`${url}/users?limit=1`, {headers: {Authorization: 'Bearer secret-of-somebody'}});
  await expect.poll(mock.output).toContain('GET /v1/users 401');
  expect(mock.output()).not.toContain('secret-of-somebody');
});

test('a signal to end lets the mock end by itself', async () => {
  const mock = startMock('--port', '0');
  await listening(mock);
  mock.child.kill('SIGTERM');
  expect(await mock.ended).toBe(0);
});

test('a port that is taken is named, with what to do', async () => {
  const taken = createServer();
  await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const mock = startMock('--port', String(port));
  expect(await mock.ended).toBe(1);
  expect(mock.output()).toContain(`Port ${port} is taken`);
  taken.close();
});

test('an option that does not exist, or a port that is none, ends with a message', async () => {
  const unknown = startMock('--colour', 'red');
  expect(await unknown.ended).not.toBe(0);
  expect(unknown.output()).toContain('--colour');
  const wrong = startMock('--port', 'http');
  expect(await wrong.ended).not.toBe(0);
  expect(wrong.output()).toContain('http is not a port');
});

test('a broken document is told with its place', async () => {
  const mock = startMock('--port', '0', '--spec', 'tests/fixtures/openapi/unknownLocation.yaml');
  expect(await mock.ended).toBe(2);
  expect(mock.output()).toMatch(/unknownLocation\.yaml:11:\d+/);
});
