import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';

import {withinSite} from '../pageFiles/addresses';

/** A page of the build. */
export interface BuiltPage {
  /** Its URL path, with the base URL of the site. */
  readonly route: string;
  /** The same without the base URL: its place in the folder of the build. */
  readonly path: string;
  readonly html: string;
}

interface Build {
  readonly outDir: string;
  readonly routesPaths: readonly string[];
  readonly baseUrl: string;
}

/**
 * The pages that a build has written, by their routes in order; routes without a file of their own are left out. One after
 * another, so that no more than one of a thousand is held in memory, with all that is parsed out of it.
 */
export async function* builtPages({
  outDir,
  routesPaths,
  baseUrl,
}: Build): AsyncGenerator<BuiltPage, undefined> {
  for (const route of routesPaths.filter(path => !/404|\.html$/.test(path)).toSorted()) {
    const path = withinSite(route, baseUrl);
    const html = await readFile(join(outDir, path, 'index.html'), 'utf8').catch(() => undefined);
    if (html !== undefined) {
      yield {route, path, html};
    }
  }
  return undefined;
}

/** Writes a file of the build at an address of the site. */
export async function writeBuiltFile(
  {outDir, baseUrl}: Pick<Build, 'outDir' | 'baseUrl'>,
  address: string,
  content: string | Buffer,
): Promise<void> {
  const file = join(outDir, withinSite(address, baseUrl));
  await mkdir(dirname(file), {recursive: true});
  await writeFile(file, content);
}
