import {readFile} from 'node:fs/promises';
import {join} from 'node:path';

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
      const path = `/${route.startsWith(baseUrl) ? route.slice(baseUrl.length) : route.slice(1)}`;
      const html = await readFile(join(outDir, path, 'index.html'), 'utf8').catch(() => undefined);
      return html === undefined ? [] : [{route, path, html}];
    }),
  );
  return pages.flat();
}
