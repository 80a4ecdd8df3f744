import {spawn} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {languageOf, type Language} from '../../snippets';

/** The command that runs a program of a language, before the program's file, by the language's id; undefined where it is not installed. */
export type Interpreters = Readonly<Partial<Record<string, readonly [string, ...string[]]>>>;

export interface SampleOutcome {
  readonly exitCode: number;
  /** The last line that the program printed of what went wrong. */
  readonly complaint: string;
}

/** The first run of a Go program compiles what it uses. */
const TIMEOUT_MS = 120_000;

/** Runs a sample as a reader would, in a folder of its own with the file `file` in it, which samples of uploads send. */
export async function runSample(
  [program, ...args]: readonly [string, ...string[]],
  language: Language,
  code: string,
  env: Readonly<Record<string, string>>,
): Promise<SampleOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'verify-'));
  try {
    const file = join(folder, `sample.${languageOf(language).extension}`);
    await writeFile(file, `${code}\n`);
    await writeFile(join(folder, 'file'), 'Sample\n');
    return await new Promise((resolve, reject) => {
      const child = spawn(program, [...args, file], {
        cwd: folder,
        env: {...process.env, ...env},
        stdio: ['ignore', 'ignore', 'pipe'],
        timeout: TIMEOUT_MS,
      });
      let complaints = '';
      child.stderr.setEncoding('utf8').on('data', (piece: string) => (complaints += piece));
      child.once('error', reject);
      child.once('close', code => {
        const lines = complaints.trim().split('\n');
        resolve({exitCode: code ?? 1, complaint: lines.at(-1) ?? ''});
      });
    });
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
