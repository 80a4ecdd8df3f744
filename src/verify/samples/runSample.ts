import {spawn} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {languageOf, type Language} from '../../snippets';

/**
 * The command that runs a program of a language, without the file, by the language's id; undefined if it is not
 * installed.
 */
export type Interpreters = Readonly<Partial<Record<string, readonly [string, ...string[]]>>>;

export interface SampleOutcome {
  readonly exitCode: number;
  /** The last line of the program's error output. */
  readonly complaint: string;
}

/** The first run of a Go program compiles its dependencies. */
const TIMEOUT_MS = 120_000;

export interface SampleProgram {
  readonly language: Language;
  readonly code: string;
  /** Environment variables in addition to those of this process. */
  readonly env: Readonly<Record<string, string>>;
  /** The files that it reads, by name. */
  readonly files: Readonly<Record<string, string>>;
  /** Ends it when aborted. */
  readonly signal: AbortSignal;
}

/** Runs a program as a reader would, in a folder of its own. */
export async function runSample(
  [interpreter, ...args]: readonly [string, ...string[]],
  {language, code, env, files, signal}: SampleProgram,
): Promise<SampleOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'verify-'));
  try {
    const file = join(folder, `sample.${languageOf(language).extension}`);
    await writeFile(file, `${code}\n`);
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(folder, name), content);
    }
    return await new Promise((resolve, reject) => {
      const child = spawn(interpreter, [...args, file], {
        cwd: folder,
        env: {...process.env, ...env},
        stdio: ['ignore', 'ignore', 'pipe'],
        timeout: TIMEOUT_MS,
      });
      const end = (): void => {
        child.kill();
        // A child process of the program may still hold the pipe open.
        child.stderr.destroy();
      };
      signal.addEventListener('abort', end);
      let complaints = '';
      child.stderr.setEncoding('utf8').on('data', (piece: string) => (complaints += piece));
      child.once('error', reject);
      child.once('close', code => {
        signal.removeEventListener('abort', end);
        const lines = complaints.trim().split('\n');
        resolve({exitCode: code ?? 1, complaint: lines.at(-1) ?? ''});
      });
    });
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
