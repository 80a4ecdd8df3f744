/**
 * The programs outside npm that the tests need, and where they are on this machine. Each lookup runs the program before
 * it trusts it. `installToolchains.ts` installs missing ones.
 */
import {existsSync} from 'node:fs';
import {delimiter, join, resolve} from 'node:path';

import {capture} from './runCommand';

export interface Toolchain {
  readonly name: string;
  /** What the tests use it for. */
  readonly purpose: string;
  /** The path of a program that works, or undefined. */
  readonly find: () => string | undefined;
  readonly aptPackage: string;
  /** Left out if Homebrew has none. */
  readonly brewPackage?: string;
  /** The Python package, if pip has it too. */
  readonly pipPackage?: string;
}

/** A Python environment of the project, for machines on which nothing can be installed. */
export const PYTHON_ENVIRONMENT = resolve('.cache', 'python');

export const jq: Toolchain = {
  name: 'jq',
  purpose: 'reads JSON in the recipes of cURL',
  find: () => firstThat(named('jq'), path => works(path, ['--version'])),
  aptPackage: 'jq',
  brewPackage: 'jq',
};

export const w3m: Toolchain = {
  name: 'w3m',
  purpose: 'reads the pages as text alone',
  find: () => firstThat(named('w3m'), path => works(path, ['-version'])),
  aptPackage: 'w3m',
  brewPackage: 'w3m',
};

export const nginx: Toolchain = {
  name: 'nginx 1.18 or newer',
  purpose: 'serves the site as its configuration says',
  // Debian installs it outside the PATH of ordinary users.
  find: () => firstThat([...named('nginx'), '/usr/sbin/nginx'], path => hasVersion(path, ['-v'], 1, 18)),
  aptPackage: 'nginx-light',
  brewPackage: 'nginx',
};

export const caddy: Toolchain = {
  name: 'Caddy 2.6 or newer',
  purpose: 'serves the site as its configuration says',
  find: () => firstThat(named('caddy'), path => hasVersion(path, ['version'], 2, 6)),
  aptPackage: 'caddy',
  brewPackage: 'caddy',
};

/** A lookup runs programs, which takes longer than many a test. */
const found = new Map<Toolchain, string>();

/** The path of a toolchain, looked up once. Throws with what to do if it is missing. */
export function toolchainPath(toolchain: Toolchain): string {
  const path = found.get(toolchain) ?? toolchain.find();
  if (path === undefined) {
    throw new Error(`${toolchain.name} is missing. It ${toolchain.purpose}. Run: npm run toolchains`);
  }
  found.set(toolchain, path);
  return path;
}

/** All files of this name in the folders of PATH, in order. */
export function named(program: string): string[] {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(folder => folder !== '')
    .map(folder => join(folder, program))
    .filter(path => existsSync(path));
}

/** The first path of a program that exists and passes the check. */
export function firstThat(
  candidates: readonly string[],
  passes: (path: string) => boolean,
): string | undefined {
  return candidates.find(path => existsSync(path) && passes(path));
}

export function works(path: string, args: readonly string[]): boolean {
  return capture(path, args).code === 0;
}

export function hasVersion(path: string, args: readonly string[], major: number, minor: number): boolean {
  const {code, output} = capture(path, args);
  const version = /(\d+)\.(\d+)/.exec(output);
  const [foundMajor, foundMinor] = [Number(version?.[1]), Number(version?.[2])];
  return code === 0 && (foundMajor > major || (foundMajor === major && foundMinor >= minor));
}
