import {spawn} from 'node:child_process';
import {mkdir, mkdtemp, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {go, pathOf, python} from '../../../scripts/toolchains';
import type {Language} from '../../../src/snippets';

export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Sample {
  readonly language: Language;
  readonly code: string;
}

export const extensions: Readonly<Record<Language, string>> = {
  curl: 'sh',
  node: 'mjs',
  python: 'py',
  go: 'go',
};

const TIMEOUT_MS = 60_000;

/** A folder of its own for programs and the files that they read. */
export function workFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'samples-'));
}

/** Runs programs one after another, as a reader would, and returns what became of each. */
export async function runSamples(
  samples: readonly Sample[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<readonly Outcome[]> {
  const commands = await prepare(samples, folder);
  const outcomes: Outcome[] = [];
  for (const command of commands) {
    outcomes.push(await run(command, folder, env));
  }
  return outcomes;
}

/** Writes each program; the Go ones are built together, as building is what takes long. */
async function prepare(
  samples: readonly Sample[],
  folder: string,
): Promise<(readonly [string, ...string[]])[]> {
  const goFolder = join(folder, 'go');
  await mkdir(join(folder, 'bin'), {recursive: true});
  const commands = await Promise.all(
    samples.map(async ({language, code}, index): Promise<readonly [string, ...string[]]> => {
      const name = `sample${index}`;
      const place = language === 'go' ? join(goFolder, name) : folder;
      await mkdir(place, {recursive: true});
      const file = join(place, `${name}.${extensions[language]}`);
      await writeFile(file, `${code}\n`);
      switch (language) {
        case 'curl':
          return ['bash', file];
        case 'node':
          return [process.execPath, file];
        case 'python':
          return [pathOf(python), file];
        case 'go':
          return [join(folder, 'bin', name)];
      }
    }),
  );
  if (samples.some(({language}) => language === 'go')) {
    await writeFile(join(goFolder, 'go.mod'), 'module samples\n\ngo 1.19\n');
    const built = await run([pathOf(go), 'build', '-o', join(folder, 'bin'), './...'], goFolder, {});
    if (built.exitCode !== 0) {
      throw new Error(`A Go sample does not compile:\n${built.stderr}`);
    }
  }
  return commands;
}

/** Runs a command to its end. */
export function run(
  [program, ...args]: readonly [string, ...string[]],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: {...process.env, CLOUDINDEX_API_KEY: undefined, ...env},
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: TIMEOUT_MS,
    });
    const output = {stdout: '', stderr: ''};
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output.stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output.stderr += chunk));
    child.once('error', reject);
    child.once('close', code => resolve({exitCode: code ?? -1, ...output}));
  });
}
