import {existsSync, readdirSync} from 'node:fs';
import {basename} from 'node:path';
import {describe, expect, test} from 'vitest';

import {browserSpecs, specsOfPlace} from '../../../../scripts/testing/browserSpecs';
import {changedOf, type Changed} from '../../../../scripts/testing/changed';
import {readChanges} from '../../../../scripts/testing/changes';
import {stepsFor, testSteps} from '../../../../scripts/testing/steps';

const modules = new Map([
  ['tests/support/pages.ts', `readdir('docs', {recursive: true})`],
  ['tests/unit/docs/facts.test.ts', `import {pages} from '../../support/pages'; load('static/openapi.yaml')`],
  ['tests/unit/css/tokens.test.ts', `readdir("src")`],
  ['tests/sites/site.test.ts', `copy('src')`],
  ['tests/bench/run.ts', `read('docs')`],
  ['tests/e2e/form.spec.ts', `import {shapes} from './support/shapes';`],
  ['tests/e2e/menu.spec.ts', `import {test} from './support/test';`],
  ['tests/e2e/support/shapes.ts', `import {api} from './api';`],
  ['tests/e2e/support/api.ts', ''],
]);
const deleted = 'src/gone.ts';

function changed(...files: readonly string[]): Changed {
  return changedOf(files, modules, file => file !== deleted);
}

describe('of changed files', () => {
  test('code counts, and tests of units that read all code', () => {
    expect(changed('src/api/json.ts').modules).toEqual(['src/api/json.ts', 'tests/unit/css/tokens.test.ts']);
  });

  test('what is no code counts as a change of the modules that name it or its folder', () => {
    expect(changed('docs/limits.mdx').modules).toEqual(['tests/support/pages.ts']);
    expect(changed('static/openapi.yaml').modules).toEqual(['tests/unit/docs/facts.test.ts']);
    expect(changed('static/openapi.yaml.txt').modules).toEqual([]);
  });

  test('a deleted file is not checked, and who reads its folder is', () => {
    expect(changed(deleted)).toMatchObject({files: [], modules: ['tests/unit/css/tokens.test.ts']});
  });

  test('browser tests are those of the same place, and those that import a changed file by another', () => {
    expect(changed('src/components/Search/index.tsx').specs).toEqual([
      'tests/e2e/questions.spec.ts',
      'tests/e2e/search.spec.ts',
    ]);
    expect(changed('tests/e2e/support/api.ts').specs).toEqual(['tests/e2e/form.spec.ts']);
    expect(changed('tests/e2e/menu.spec.ts').specs).toEqual(['tests/e2e/menu.spec.ts']);
  });

  test('those of the site whose browser tests are not known are named', () => {
    expect(changed('src/api/json.ts', 'README.md', 'src/css/base.css').withoutSpecs).toEqual([
      'src/api/json.ts',
    ]);
  });
});

describe('of the steps', () => {
  const steps = testSteps({reports: 'reports', sitePort: 1, mockPort: 2});
  const named = (...files: readonly string[]): readonly string[] =>
    stepsFor(steps, changed(...files)).map(({name}) => name);
  const commandOf = (name: string, ...files: readonly string[]): string | undefined =>
    stepsFor(steps, changed(...files))
      .find(step => step.name === name)
      ?.command.join(' ');

  test('a page needs no linter, and browser tests need the build', () => {
    expect(named('docs/limits.mdx')).toEqual([
      'Toolchains',
      'Format',
      'Prose',
      'Types',
      'Unit tests',
      'Mock over HTTP',
      'Samples, really executed',
      'Production build',
      'Browser tests',
    ]);
  });

  test('a file that nothing reads is formatted, and that is all', () => {
    expect(named('LICENSE')).toEqual(['Format']);
    expect(named()).toEqual([]);
  });

  test('each names the files that belong to it', () => {
    const files = ['src/api/json.ts', 'README.md'];
    expect(commandOf('Lint', ...files)).toMatch(/--no-warn-ignored src\/api\/json\.ts$/);
    expect(commandOf('Format', ...files)).toMatch(/src\/api\/json\.ts README\.md$/);
    expect(commandOf('Unit tests', ...files)).toMatch(/vitest related src\/api\/json\.ts .*--project unit/);
  });

  test('sites are built anew only for what they are made by', () => {
    expect(named('src/plugin/hosting/nginx.ts')).toContain('Sites behind web servers');
    expect(named('src/plugin/slug.ts')).not.toContain('Sites behind web servers');
  });
});

describe('the browser tests of a place', () => {
  const specs = readdirSync('tests/e2e')
    .filter(name => name.endsWith('.spec.ts'))
    .map(name => basename(name, '.spec.ts'));

  test('are there, as the place is', () => {
    expect(Object.keys(browserSpecs).filter(place => !existsSync(place))).toEqual([]);
    expect(
      Object.values(browserSpecs)
        .flat()
        .filter(name => !specs.includes(name)),
    ).toEqual([]);
  });

  test('are those of the nearest folder', () => {
    expect(specsOfPlace('src/components/Playground/credentials/words.ts')).toEqual(['credentials']);
    expect(specsOfPlace('src/components/Playground/index.tsx')).toContain('tryIt');
    expect(specsOfPlace('src/components/Unknown/index.tsx')).toBeUndefined();
  });

  test('are known for each component, and each belongs somewhere', () => {
    const components = readdirSync('src/components', {withFileTypes: true}).filter(entry =>
      entry.isDirectory(),
    );
    expect(
      components.filter(({name}) => specsOfPlace(`src/components/${name}/index.tsx`) === undefined),
    ).toEqual([]);
    const placed = new Set(Object.values(browserSpecs).flat());
    expect(specs.filter(name => !placed.has(name))).toEqual([]);
  });
});

test('a file that is not there, and an option that is none, are told from changed files', () => {
  expect(readChanges([])).toBeUndefined();
  expect(readChanges(['scripts/testing/changed.ts'])).toEqual(['scripts/testing/changed.ts']);
  expect(readChanges(['scripts/testing'])).toContain('scripts/testing/changed.ts');
  expect(() => readChanges(['scripts/tests'])).toThrow('scripts/tests is no file or folder');
  expect(() => readChanges(['--change'])).toThrow('--changed      what belongs');
});
