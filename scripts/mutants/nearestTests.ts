import {posix} from 'node:path';

/** Modules by path, with their text. */
type Modules = ReadonlyMap<string, string>;

const TEST = /^tests\/(?:unit|mock)\/.*\.test\.ts$/;
const IMPORTED = /(?:\bfrom |\bimport\()'(\.[^']+)'/g;

/** How many imports further away a test may be that stands in a folder named after the module's. */
const AS_NEAR = 3;

/**
 * The tests that reach a module by the fewest imports, above all those of its part of the code; of those, the ones that
 * import the least themselves, as they say the most about it.
 */
export function nearestTests(modules: Modules, file: string, count: number): readonly string[] {
  const imports = new Map([...modules].map(([path, text]) => [path, importsOf(modules, path, text)]));
  const distances = new Map([[file, 0]]);
  for (let distance = 0, reached = [file]; reached.length > 0; distance++) {
    reached = [...imports]
      .filter(([path, found]) => !distances.has(path) && reached.some(one => found.has(one)))
      .map(([path]) => path);
    reached.forEach(path => distances.set(path, distance + 1));
  }
  const [, room = ''] = file.split('/');
  const rank = (path: string): number =>
    ((distances.get(path) ?? 0) - (path.split('/').includes(room) ? AS_NEAR : 0)) * 1000 +
    (imports.get(path)?.size ?? 0);
  return [...distances.keys()]
    .filter(path => TEST.test(path))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, count);
}

function importsOf(modules: Modules, path: string, text: string): ReadonlySet<string> {
  const found = [...text.matchAll(IMPORTED)].flatMap(([, name = '']) => {
    const target = posix.join(posix.dirname(path), name);
    return [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].filter(one => modules.has(one));
  });
  return new Set(found);
}
