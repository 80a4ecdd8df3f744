import {posix} from 'node:path';

import {specsOfPlace} from './browserSpecs';

/** What a step of `npm test` needs to know about changed files to run only their checks. */
export interface Changed {
  /** Those that exist: some may have been deleted. */
  readonly files: readonly string[];
  /** Changed code, and code of tests and scripts that reads a changed file which no module imports. */
  readonly modules: readonly string[];
  /** Files of browser tests. */
  readonly specs: readonly string[];
  /** Files whose browser tests are not known. */
  readonly withoutSpecs: readonly string[];
}

/** Modules of tests and scripts by path, with their text. */
export type Modules = ReadonlyMap<string, string>;

const CODE = /\.(?:[cm]?[jt]sx?|css)$/;
const SPEC = /^tests\/e2e\/[^/]+\.spec\.ts$/;

/** Finds the tests for changed files: by imports, by file names in the code, and by folder. */
export function changedOf(
  changes: readonly string[],
  modules: Modules,
  exists: (file: string) => boolean,
): Changed {
  const files = changes.filter(exists);
  const code = files.filter(file => CODE.test(file));
  const reading = [...modules].flatMap(([module, text]) =>
    changes.some(file => mayRead(module, file) && names(text, file)) ? [module] : [],
  );
  const read = [...new Set([...code, ...reading])];
  const specs = [...modules.keys()].filter(path => SPEC.test(path));
  const importing = specs.filter(spec => closureOf(spec, modules).some(path => read.includes(path)));
  const placed = changes.map(file => ({file, specs: specsOfPlace(file)}));
  const found = placed.flatMap(({specs: ofPlace = []}) => ofPlace.map(name => `tests/e2e/${name}.spec.ts`));
  return {
    files,
    modules: read,
    specs: [...new Set([...importing, ...found])].toSorted(),
    withoutSpecs: placed.flatMap(one =>
      one.specs === undefined && /^src\//.test(one.file) ? [one.file] : [],
    ),
  };
}

/** Whether a module that names a file tests it: for existing code, imports say more. */
function mayRead(module: string, file: string): boolean {
  return !module.startsWith('tests/bench/') && (!CODE.test(file) || module.startsWith('tests/unit/'));
}

/** Whether a module names a file, or a folder that contains it, in a string: `'docs'`, `'../static/openapi.yaml'`. */
function names(text: string, file: string): boolean {
  const steps = file.split('/');
  const places = steps.map((_, index) => steps.slice(0, index + 1).join('/'));
  return places.some(place => {
    const at = place.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`['"\`](?:\\.{1,2}/)*${at}/?(?:\\*[^'"\`]*)?['"\`]`).test(text);
  });
}

/** A module and everything that it imports, directly or not, among tests and scripts. */
function closureOf(module: string, modules: Modules, seen = new Set<string>()): readonly string[] {
  if (!seen.has(module)) {
    seen.add(module);
    for (const [, name = ''] of (modules.get(module) ?? '').matchAll(/\bfrom '(\.[^']+)'/g)) {
      const path = posix.join(posix.dirname(module), name);
      const file = [`${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find(one => modules.has(one));
      closureOf(file ?? `${path}.ts`, modules, seen);
    }
  }
  return [...seen];
}
