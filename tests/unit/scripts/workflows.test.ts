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

test('each script that a workflow runs is one of package.json', async () => {
  const {scripts} = JSON.parse(await readFile('package.json', 'utf8'));
  const run = workflows.flatMap(([, text]) =>
    [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name),
  );
  expect(run.length).toBeGreaterThan(0);
  expect(run.filter(name => !Object.hasOwn(scripts, name ?? ''))).toEqual([]);
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
