import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';

import {auditVerdict} from '../../../scripts/auditVerdict';

const {allowScripts} = JSON.parse(readFileSync('package.json', 'utf8'));
const lock: {packages: Record<string, {hasInstallScript?: boolean}>} = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
);

describe('scripts of dependencies', () => {
  const withScript = Object.entries(lock.packages)
    .filter(([, {hasInstallScript}]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));

  test('are each decided on by name, for the npm of Node 24', () => {
    expect(Object.keys(allowScripts).toSorted()).toEqual([...new Set(withScript)].toSorted());
  });

  test('run under no npm, as that of Node 20 knows no names', () => {
    expect(Object.values(allowScripts)).not.toContain(true);
    const {stdout} = spawnSync('npm', ['config', 'get', 'ignore-scripts'], {encoding: 'utf8'});
    expect(stdout.trim()).toBe('true');
  });
});

describe('npm run audit', () => {
  const report = (severities: Record<string, string>): string =>
    JSON.stringify({
      auditReportVersion: 2,
      vulnerabilities: Object.fromEntries(
        Object.entries(severities).map(([name, severity]) => [name, {name, severity}]),
      ),
    });

  test.each(['high', 'critical'])('fails at a weakness that is %s, and names its package', severity => {
    const verdict = auditVerdict(report({mild: 'low', bad: severity}));
    expect(verdict.isWeak).toBe(true);
    expect(verdict.words).toContain('bad');
  });

  test('lists smaller ones and goes on', () => {
    expect(auditVerdict(report({mild: 'moderate'}))).toEqual({isWeak: false, words: 'moderate  mild'});
    expect(auditVerdict(report({}))).toEqual({isWeak: false, words: 'No known weaknesses.'});
  });

  test.each(['{"message": "405 Method Not Allowed", "error": {}}', 'no JSON', ''])(
    'says that nothing was checked where the registry gives no report: %s',
    printed => {
      expect(auditVerdict(printed)).toEqual({
        isWeak: false,
        words: expect.stringContaining('nothing was checked'),
      });
    },
  );
});

test('a pull request is tried on the newest Node, and its dependencies are looked at', () => {
  const {jobs} = parse(readFileSync('.github/workflows/check.yml', 'utf8'));
  const commands = (job: {steps: {run?: string}[]}): string => job.steps.map(({run}) => run).join('\n');
  expect(commands(jobs['newest-node'])).toMatch(/test:unit[^]*test:mock/);
  expect(commands(jobs['dependencies'])).toMatch(/audit[^]*licences/);
});

test('a bot keeps each kind of dependency up to date', () => {
  const {updates} = parse(readFileSync('.github/dependabot.yml', 'utf8'));
  const kinds = updates.map(({'package-ecosystem': kind}: {'package-ecosystem': string}) => kind);
  expect(kinds).toEqual(['npm', 'github-actions', 'docker']);
});
