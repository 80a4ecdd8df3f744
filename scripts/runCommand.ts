import {spawn, spawnSync} from 'node:child_process';

export interface Outcome {
  /** The exit code; 1 if the program could not be started or was ended by a signal. */
  readonly code: number;
  readonly output: string;
}

/** Runs a program without showing its output, and returns the output. */
export function capture(program: string, args: readonly string[]): Outcome {
  const {status, stdout, stderr} = spawnSync(program, args, {encoding: 'utf8', timeout: 60_000});
  return {code: status ?? 1, output: `${stdout ?? ''}${stderr ?? ''}`};
}

/** Runs a program in this terminal and returns its exit code. */
export function runHere(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise(resolve => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {...process.env, ...env},
    });
    child.on('error', error => {
      console.error(`${program} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on('close', code => resolve(code ?? 1));
  });
}
