/**
 * The programs outside npm that the tests run: where they are on this machine. Each lookup tries the program before it
 * trusts it. `installToolchains.ts` gets those that are missing.
 */
import {existsSync} from 'node:fs';
import {delimiter, join, resolve} from 'node:path';

import {capture} from './runCommand';

export interface Toolchain {
  readonly name: string;
  /** What the tests need it for. */
  readonly purpose: string;
  /** The path of a program that does what is needed, or undefined. */
  readonly find: () => string | undefined;
  readonly aptPackage: string;
  /** Left out where Homebrew has none. */
  readonly brewPackage?: string;
  /** The Python package, where pip has it too. */
  readonly pipPackage?: string;
}

/** A Python environment of the project's own, for machines where nothing may be installed for all. */
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
  // Debian keeps it where the paths of plain users do not lead.
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

/** A lookup tries programs, which takes longer than many a test. */
const found = new Map<Toolchain, string>();

/** The path of a toolchain, looked for once. Throws with what to do when it is missing. */
export function pathOf(toolchain: Toolchain): string {
  const path = found.get(toolchain) ?? toolchain.find();
  if (path === undefined) {
    throw new Error(`${toolchain.name} is missing. It ${toolchain.purpose}. Run: npm run toolchains`);
  }
  found.set(toolchain, path);
  return path;
}

/** Every file of this name in the folders of PATH, in their order. */
export function named(program: string): string[] {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(folder => folder !== '')
    .map(folder => join(folder, program))
    .filter(path => existsSync(path));
}

/** The first path of a program that is there and passes. */
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
