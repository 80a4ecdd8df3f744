import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

import {go, gofmt} from '../../../scripts/languages/go';
import {toolchainPath} from '../../../scripts/toolchains';
import {run, workFolder} from '../../samples/support/runSample';

/**
 * Which Go programs do not compile, by index, and the compiler's words. They are found out first, since one of them
 * would keep all others of a module from being built.
 */
export async function compileErrors(programs: readonly string[]): Promise<ReadonlyMap<number, string>> {
  const folder = await workFolder();
  await writeFile(join(folder, 'go.mod'), 'module samples\n\ngo 1.19\n');
  const files = await Promise.all(
    programs.map(async (code, index) => {
      await mkdir(join(folder, `sample${index}`));
      const file = join(folder, `sample${index}`, 'main.go');
      await writeFile(file, code);
      return file;
    }),
  );
  const syntax = await run([toolchainPath(gofmt), '-l', '-e', ...files], folder, {});
  const errors = errorsByIndex(syntax.stderr);
  const packages = programs.flatMap((_, index) => (errors.has(index) ? [] : [`./sample${index}`]));
  const compiled = await run([toolchainPath(go), 'build', '-gcflags=-e', ...packages], folder, {}, 480_000);
  return new Map([...errors, ...errorsByIndex(compiled.stderr)]);
}

/** Messages are lines such as `sample12/main.go:3:5: …`; the first of each program is kept. */
function errorsByIndex(output: string): Map<number, string> {
  const errors = new Map<number, string>();
  for (const [, index, message = ''] of output.matchAll(/sample(\d+)\/main\.go:(\d+:\d+:.*)/g)) {
    if (!errors.has(Number(index))) {
      errors.set(Number(index), message);
    }
  }
  return errors;
}
