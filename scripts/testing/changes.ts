import {existsSync, readFileSync} from 'node:fs';

import {capture} from '../runCommand';
import type {Modules} from './changed';

const usage = `npm test                   everything
npm test -- --changed      what belongs to the files that differ from the main branch
npm test -- FILE…          what belongs to these files or folders`;

/** An error in the command line, which the user has to fix. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * The changed files on the command line; undefined to run everything.
 * @throws UsageError for an invalid argument.
 */
export function readChanges(args: readonly string[]): readonly string[] | undefined {
  if (args.length === 0) {
    return undefined;
  }
  if (args.length === 1 && args[0] === '--changed') {
    return changedInGit();
  }
  const option = args.find(arg => arg.startsWith('-'));
  if (option !== undefined) {
    throw new UsageError(`${option} is no option here.\n\n${usage}`);
  }
  return args.flatMap(arg => {
    const files = listed(['ls-files', '--cached', '--others', '--exclude-standard', '--', arg]);
    if (files.length === 0) {
      throw new UsageError(`${arg} is no file or folder that git has or would take.\n\n${usage}`);
    }
    return files;
  });
}

/** Uncommitted changes, and changes that are not on the main branch. @throws UsageError if there is no such branch. */
function changedInGit(): readonly string[] {
  const main = ['origin/main', 'main'].find(
    name => capture('git', ['rev-parse', '--verify', name]).code === 0,
  );
  if (main === undefined) {
    throw new UsageError(`There is no branch main to compare with. Name the files.\n\n${usage}`);
  }
  const [base = main] = listed(['merge-base', 'HEAD', main]);
  const files = [
    ...listed(['diff', '--name-only', '--no-renames', base]),
    ...listed(['ls-files', '--others', '--exclude-standard']),
  ];
  return [...new Set(files)];
}

/** The modules of tests and scripts, some of which read files that no module imports. */
export function readModules(): Modules {
  const files = listed(['ls-files', '--cached', '--others', '--exclude-standard', 'tests', 'scripts']);
  return new Map(
    files
      .filter(file => /\.tsx?$/.test(file) && existsSync(file))
      .map(file => [file, readFileSync(file, 'utf8')] as const),
  );
}

/** The lines that git prints. @throws UsageError if git fails. */
function listed(args: readonly string[]): readonly string[] {
  const {code, output} = capture('git', ['-c', 'core.quotePath=false', ...args]);
  if (code !== 0) {
    throw new UsageError(`git cannot tell what has changed: ${output.trim()}`);
  }
  return output.split('\n').filter(line => line !== '');
}
