/**
 * `npm run mutants`: how many small mistakes the tests notice. Changes a copy of the code in one place at a time, and
 * runs the unit and mock tests that import the changed module. A mutant that passes all tests shows a gap.
 */
import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {parseArgs} from 'node:util';

import {mutantsOf, mutated, type Mutant} from './mutants/mutantsOf';
import {nearestTests} from './mutants/nearestTests';
import {sampled} from './mutants/sampled';

const USAGE = `npm run mutants                          20 mutants of each room
npm run mutants -- --sample 5            5 of each
npm run mutants -- --seed 2              others than those of seed 1
npm run mutants -- src/api src/mock      of these folders or files`;
const ROOMS = ['src/api', 'src/request', 'src/snippets', 'src/mock'];
/** A copy, so that an interrupted run leaves no mistake behind. */
const COPY = resolve('.cache/mutants');
/** How many tests run first. They notice most mutants in seconds, and only those that they miss need all the others. */
const NEAREST = 8;
/** A mutant that takes so many times as long as the tests take without one never ends, which counts as noticed. */
const TIMES_AS_LONG = 5;

interface Planted {
  readonly file: string;
  readonly mutant: Mutant;
}

const {values, positionals} = parseArgs({
  options: {
    sample: {type: 'string', default: '20'},
    seed: {type: 'string', default: '1'},
    help: {type: 'boolean', default: false},
  },
  allowPositionals: true,
});
if (values.help) {
  console.log(USAGE);
} else {
  run(positionals.length > 0 ? positionals : ROOMS, Number(values.sample), Number(values.seed));
}

function run(rooms: readonly string[], size: number, seed: number): void {
  copyTree();
  const chosen = rooms.map(room => ({room, mutants: sampled(plantedIn(room), size, seed)}));
  const files = [...new Set(chosen.flatMap(({mutants}) => mutants.map(({file}) => file)))];
  const started = performance.now();
  if (!passes(['related', ...files])) {
    throw new Error('The tests fail without a mutant. Mend them first: `npm test -- --changed`.');
  }
  const longestMs = (performance.now() - started) * TIMES_AS_LONG;
  const modules = new Map(
    listed(['src', 'tests'])
      .filter(file => /\.tsx?$/.test(file))
      .map(file => [file, readFileSync(file, 'utf8')]),
  );
  for (const {room, mutants} of chosen) {
    const survivors = mutants.filter(planted => survives(planted, modules, longestMs));
    const killed = mutants.length - survivors.length;
    console.log(`${room}: ${killed} of ${mutants.length} killed (${percent(killed, mutants.length)})`);
  }
}

/** Everything that git does not ignore, as it is now, in a repository of its own, as some tests call git. */
function copyTree(): void {
  rmSync(COPY, {recursive: true, force: true});
  for (const file of listed(['--others', '--cached', '--exclude-standard'])) {
    mkdirSync(dirname(join(COPY, file)), {recursive: true});
    cpSync(file, join(COPY, file));
  }
  symlinkSync(resolve('node_modules'), join(COPY, 'node_modules'));
  spawnSync('git', ['init', '--quiet'], {cwd: COPY});
  spawnSync('git', ['add', '--all'], {cwd: COPY});
}

function plantedIn(room: string): readonly Planted[] {
  return listed([room])
    .filter(file => /\.tsx?$/.test(file))
    .flatMap(file => mutantsOf(readFileSync(file, 'utf8')).map(mutant => ({file, mutant})));
}

function listed(options: readonly string[]): readonly string[] {
  const {stdout} = spawnSync('git', ['ls-files', '-z', ...options], {encoding: 'utf8', maxBuffer: 1e8});
  return stdout.split('\0').filter(file => file !== '' && existsSync(file));
}

function survives({file, mutant}: Planted, modules: ReadonlyMap<string, string>, longestMs: number): boolean {
  const text = readFileSync(file, 'utf8');
  writeFileSync(join(COPY, file), mutated(text, mutant));
  const nearest = nearestTests(modules, file, NEAREST);
  const survived =
    (nearest.length === 0 || passes(['run', ...nearest], longestMs)) && passes(['related', file], longestMs);
  writeFileSync(join(COPY, file), text);
  if (survived) {
    const line = text.slice(0, mutant.start).split('\n').length;
    console.log(`${file}:${line} survives: ${text.slice(mutant.start, mutant.end)} → ${mutant.replacement}`);
  }
  return survived;
}

/** Whether tests pass: `run` and their names, or `related` and the modules that they import. */
function passes(
  [command, ...files]: readonly [command: 'run' | 'related', ...files: string[]],
  timeout?: number,
): boolean {
  const {status} = spawnSync(
    'npx',
    ['vitest', command, '--run', '--bail', '1', '--project', 'unit', '--project', 'mock', ...files],
    {cwd: COPY, ...(timeout === undefined ? {} : {timeout}), stdio: 'ignore'},
  );
  return status === 0;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${Math.round((part / whole) * 100)} %`;
}
