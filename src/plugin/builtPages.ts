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

/** The pages that a build has written, by their routes in order; routes without a file of their own are left out. */
export async function builtPages({outDir, routesPaths, baseUrl}: Build): Promise<readonly BuiltPage[]> {
  const routes = routesPaths.filter(route => !/404|\.html$/.test(route)).toSorted();
  const pages = await Promise.all(
    routes.map(async (route): Promise<BuiltPage[]> => {
      const path = withinSite(route, baseUrl);
      const html = await readFile(join(outDir, path, 'index.html'), 'utf8').catch(() => undefined);
      return html === undefined ? [] : [{route, path, html}];
    }),
  );
  return pages.flat();
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
