import {verify, type VerifyEnvironment} from '../../../src/verify/cli/verify';

const never = new AbortController().signal;

/** Runs `npm run verify` in this process: what it printed, and its exit code. */
export async function runVerify(
  args: readonly string[],
  environment: Partial<VerifyEnvironment> = {},
): Promise<{readonly code: number; readonly output: string}> {
  const printed: string[] = [];
  const code = await verify(args, {
    env: {},
    print: text => printed.push(text),
    progress: () => {},
    signal: never,
    cleanUpSignal: never,
    interpreters: () => ({curl: ['bash'], node: [process.execPath], python: undefined, go: undefined}),
    wait: () => Promise.resolve(),
    ...environment,
  });
  return {code, output: printed.join('\n')};
}
