import {existsSync} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {parse} from 'yaml';

const FOLDER = '.github';

const files = (await readdir(FOLDER, {recursive: true})).filter(file => file.endsWith('.yml'));
const texts = new Map(
  await Promise.all(files.map(async file => [file, await readFile(join(FOLDER, file), 'utf8')] as const)),
);
const workflows = [...texts].filter(([file]) => file.startsWith('workflows'));

test('the files for GitHub are YAML', () => {
  expect(files.length).toBeGreaterThan(0);
  for (const text of texts.values()) {
    expect(parse(text)).toEqual(expect.any(Object));
  }
});

test('each script that a workflow or a guide for maintainers runs is one of package.json', async () => {
  const {scripts} = JSON.parse(await readFile('package.json', 'utf8'));
  const guides = ['CONTRIBUTING.md', 'PUBLISHING.md', 'README.md'];
  const written = await Promise.all(guides.map(async file => [file, await readFile(file, 'utf8')] as const));
  for (const [file, text] of [...workflows, ...written]) {
    const run = [...text.matchAll(/npm run (?:-s |--silent )?([\w:-]+)/g)].map(([, name]) => name);
    expect(run.length, file).toBeGreaterThan(0);
    expect(
      run.filter(name => !Object.hasOwn(scripts, name ?? '')),
      file,
    ).toEqual([]);
  }
});

test('no workflow puts what a stranger wrote into a shell, and each says which rights it needs', () => {
  for (const [file, text] of workflows) {
    const {jobs, permissions} = parse(text);
    const steps = Object.values<{steps: readonly {run?: string}[]}>(jobs).flatMap(job => job.steps);
    expect(
      steps.filter(({run = ''}) => run.includes('${{')),
      file,
    ).toEqual([]);
    expect(permissions, file).toEqual({contents: 'read'});
  }
});

test('the paths of CODEOWNERS are there, in a template too, and no owner is one of the template', async () => {
  const lines = (await readFile(join(FOLDER, 'CODEOWNERS'), 'utf8')).split('\n');
  const paths = lines.flatMap(line => /^(?:# )?\/(\S+) +@/.exec(line)?.[1] ?? []);
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter(path => !existsSync(path))).toEqual([]);
  expect(lines.filter(line => !line.startsWith('#') && line.includes('@your-org'))).toEqual([]);
});

test('the steps of a workflow name each action with its version, and each job needs one that is there', () => {
  for (const [file, text] of workflows) {
    const jobs = Object.values<Job>(parse(text).jobs);
    expect(jobs.length, file).toBeGreaterThan(0);
    for (const job of jobs) {
      expect(job.steps.filter(({run, uses}) => (run === undefined) === (uses === undefined))).toEqual([]);
      expect(
        job.steps.flatMap(({uses}) => uses ?? []).filter(uses => !/^[\w-]+\/[\w-]+@v\d/.test(uses)),
      ).toEqual([]);
      expect(job.needs === undefined || Object.hasOwn(parse(text).jobs, job.needs), file).toBe(true);
    }
  }
});

interface Job {
  readonly needs?: string;
  readonly steps: readonly {readonly run?: string; readonly uses?: string}[];
}
