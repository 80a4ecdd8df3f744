import {execFileSync, spawn, type ChildProcess} from 'node:child_process';
import {expect} from 'vitest';

export interface RunningMock {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** The exit code, once the program has ended. */
  readonly ended: Promise<number | null>;
}

const running = new Set<ChildProcess>();

const command = [process.execPath, 'src/mock/node/start.mjs', '--rules', 'src/cloudindex/mock/rules.ts'];

/** Starts the program behind `npm run mock`. */
export function startMock(...args: string[]): RunningMock {
  return run([...command, ...args], process.env);
}

/**
 * Starts it where no file may grow beyond a size in kB. A write beyond it fails as one to a full disk does, for every user
 * and on every file system.
 */
export function startMockOnFullDisk(kilobytes: number, ...args: string[]): RunningMock {
  // It is compiled where there is room for that.
  const [program = '', ...start] = command;
  execFileSync(program, [...start, '--help']);
  return run(['bash', '-c', `ulimit -f ${kilobytes} && exec "$@"`, 'bash', ...command, ...args], process.env);
}

/** Starts a program of Node in a folder. */
export function startProgram(folder: string, ...args: string[]): RunningMock {
  return run([process.execPath, ...args], process.env, folder);
}

function run([program = '', ...args]: readonly string[], env: NodeJS.ProcessEnv, cwd?: string): RunningMock {
  const child = spawn(program, args, {stdio: 'pipe', env, ...(cwd !== undefined && {cwd})});
  running.add(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return {
    child,
    output: () => output,
    ended: new Promise(resolve =>
      child.once('close', code => {
        running.delete(child);
        resolve(code);
      }),
    ),
  };
}

/** Where the API starts, once the program says so. */
export async function listening(mock: RunningMock): Promise<string> {
  await expect.poll(mock.output, {timeout: 120_000}).toMatch(/http:\/\/localhost:\d+\/\w+/);
  return /http:\/\/localhost:\d+\/\w+/.exec(mock.output())?.[0] ?? '';
}

export function stopMocks(): void {
  running.forEach(child => child.kill('SIGKILL'));
}
