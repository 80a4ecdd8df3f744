import {spawn} from 'node:child_process';
import {mkdir, mkdtemp, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';

import {go} from '../../../scripts/languages/go';
import {commandOf, toolsOf} from '../../../scripts/languageTools';
import {toolchainPath} from '../../../scripts/toolchains';
import {languageOf, type Language} from '../../../src/snippets';

export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Sample {
  readonly language: Language;
  readonly code: string;
}

const TIMEOUT_MS = 60_000;
/** Building a hundred programs takes a while on a machine that is busy. */
const BUILD_TIMEOUT_MS = 480_000;

/** A folder of its own for programs and the files that they read. */
export function workFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'samples-'));
}

/** How each program of a language is run by one process, as starting one takes longer than most programs do. */
const runners = {
  python: 'runPython.py',
  ruby: 'runRuby.rb',
  node: 'runNode.mjs',
} as const satisfies Partial<Record<Language, string>>;
type Runners = Partial<typeof runners>;
/** So few programs are started as a reader starts them. */
const FEW = 3;

type After = (outcome: Outcome, index: number) => void;

/** Runs samples one after another, and tells what became of each, in turn and at the end. */
export function runSamples(
  samples: readonly Sample[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
  after: After = () => {},
): Promise<readonly Outcome[]> {
  const {python, ...others} = runners;
  return runAll(samples, folder, env, after, samples.length > FEW ? {python, ...others} : {python});
}

/** The same of programs by other people, some of which go on when their module is done. */
export function runForeignPrograms(
  programs: readonly Sample[],
  folder: string,
  env: Readonly<Record<string, string>>,
  after: After,
): Promise<readonly Outcome[]> {
  const {node, ...others} = runners;
  return runAll(programs, folder, env, after, others);
}

async function runAll(
  samples: readonly Sample[],
  folder: string,
  env: Readonly<Record<string, string>>,
  after: After,
  shared: Runners,
): Promise<readonly Outcome[]> {
  const commands = await prepareSamples(samples, folder);
  const started = new Map<string, Runner>();
  const outcomes: Outcome[] = [];
  for (const [index, command] of commands.entries()) {
    const {language} = samples[index] ?? {};
    const script = language && runnerOf(shared, language);
    const runner =
      script === undefined
        ? undefined
        : (started.get(script) ?? startRunner([command[0], script], folder, env));
    if (script !== undefined && runner) {
      started.set(script, runner);
    }
    const outcome = await (runner ? runner.run(command.at(-1) ?? '') : run(command, folder, env));
    outcomes.push(outcome);
    after(outcome, index);
  }
  started.forEach(({stop}) => stop());
  return outcomes;
}

function runnerOf(shared: Runners, language: Language): string | undefined {
  return new Map(Object.entries(shared)).get(language);
}

interface Runner {
  readonly run: (file: string) => Promise<Outcome>;
  readonly stop: () => void;
}

/** A process that runs one program after another. */
function startRunner(
  [program, script]: readonly [program: string, script: string],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Runner {
  const child = spawn(program, [join(import.meta.dirname, script)], {
    cwd,
    env: sampleEnvironment(env),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({input: child.stdout})[Symbol.asyncIterator]();
  return {
    async run(file) {
      child.stdin.write(`${file}\n`);
      const {value, done} = await answers.next();
      if (done) {
        throw new Error(`${script} ended at ${file}.`);
      }
      const outcome: Outcome = JSON.parse(value);
      return outcome;
    },
    stop: () => child.stdin.end(),
  };
}

function sampleEnvironment(env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return {...process.env, CLOUDINDEX_API_KEY: undefined, ...env};
}

/**
 * Writes each program and gives back its command. The Go ones are packages of one program that is told which of them to
 * run, as linking is what takes long.
 */
export async function prepareSamples(
  samples: readonly Sample[],
  folder: string,
): Promise<(readonly [string, ...string[]])[]> {
  const goFolder = join(folder, 'go');
  const goProgram = join(folder, 'goSamples');
  const commands = await Promise.all(
    samples.map(async ({language, code}, index): Promise<readonly [string, ...string[]]> => {
      const name = `sample${index}`;
      const place = language === 'go' ? join(goFolder, name) : folder;
      await mkdir(place, {recursive: true});
      const file = join(place, `${name}.${languageOf(language).extension}`);
      await writeFile(file, `${language === 'go' ? asPackage(code, name) : code}\n`);
      return language === 'go'
        ? [goProgram, name]
        : [...commandOf((await toolsOf(language)).interpreter), file];
    }),
  );
  const packages = samples.flatMap(({language}, index) => (language === 'go' ? [`sample${index}`] : []));
  if (packages.length > 0) {
    await writeFile(join(goFolder, 'go.mod'), 'module samples\n\ngo 1.19\n');
    await writeFile(join(goFolder, 'main.go'), programOf(packages));
    const built = await run(
      [toolchainPath(go), 'build', '-o', goProgram, '.'],
      goFolder,
      {},
      BUILD_TIMEOUT_MS,
    );
    if (built.exitCode !== 0) {
      throw new Error(`A Go sample does not compile:\n${built.stderr}`);
    }
  }
  return commands;
}

function asPackage(program: string, name: string): string {
  return program.replace(/^package main$/m, `package ${name}`).replace(/^func main\(\)/m, 'func Main()');
}

/** A Go program that runs the package named by its argument. */
function programOf(packages: readonly string[]): string {
  return [
    'package main',
    'import (\n"os"',
    ...packages.map(name => `"samples/${name}"`),
    ')\nfunc main() {\nswitch os.Args[1] {',
    ...packages.map(name => `case "${name}": ${name}.Main()`),
    '}\n}\n',
  ].join('\n');
}

/** Runs a command to its end. */
export function run(
  [program, ...args]: readonly [string, ...string[]],
  cwd: string,
  env: Readonly<Record<string, string>>,
  timeout = TIMEOUT_MS,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: sampleEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
    });
    const output = {stdout: '', stderr: ''};
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output.stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output.stderr += chunk));
    child.once('error', reject);
    child.once('close', code => resolve({exitCode: code ?? -1, ...output}));
  });
}
