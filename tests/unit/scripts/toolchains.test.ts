import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {expect, onTestFinished, test, vi} from 'vitest';

import {chromium} from '../../../scripts/chromium';
import {curl, shellcheck} from '../../../scripts/languages/curl';
import {go} from '../../../scripts/languages/go';
import {toolchainPath} from '../../../scripts/toolchains';

/** Makes PATH hold only the given programs, each a shell script, one folder each in this order. */
function onlyOnPath(...programs: readonly (readonly [name: string, script: string])[]): string[] {
  const root = mkdtempSync(join(tmpdir(), 'path-'));
  onTestFinished(() => {
    rmSync(root, {recursive: true});
    vi.unstubAllEnvs();
  });
  const paths = programs.map(([name, script], index) => {
    mkdirSync(join(root, `${index}`));
    const path = join(root, `${index}`, name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  });
  vi.stubEnv('PATH', programs.map((_, index) => join(root, `${index}`)).join(delimiter));
  return paths;
}

test('a program that is too old is passed over for a newer one', () => {
  const [, newer] = onlyOnPath(['curl', 'echo curl 7.68.0'], ['curl', 'echo curl 8.0.1']);
  expect(curl.find()).toBe(newer);
});

test('a version is compared by number, not by letters', () => {
  const [only] = onlyOnPath(['go', 'echo go version go1.100.1 linux/amd64']);
  expect(go.find()).toBe(only);
});

test('a program that does not run is as good as missing, and the message says what to run', () => {
  onlyOnPath(['shellcheck', 'exit 1']);
  expect(() => toolchainPath(shellcheck)).toThrow(
    'shellcheck is missing. It checks the cURL samples. Run: npm run toolchains',
  );
});

test('CHROMIUM_PATH comes first, and nothing else is tried in its place', () => {
  const [installed, own] = onlyOnPath(['chromium', 'echo 1'], ['mine', 'echo 1']);
  expect(chromium.find()).toBe(installed);
  vi.stubEnv('CHROMIUM_PATH', own);
  expect(chromium.find()).toBe(own);
  vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
  expect(chromium.find()).toBeUndefined();
});
