import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import type {LoadContext, PluginModule} from '@docusaurus/types';
import type {Root} from 'hast';
import rehypeParse from 'rehype-parse';
import {unified} from 'unified';

import {withinSite} from '../pageFiles/addresses';
import {createProgress} from './progress';

/** A page of the build. */
export interface BuiltPage {
  /** Its URL path, with the base URL of the site. */
  readonly route: string;
  /** The same without the base URL: its place in the folder of the build. */
  readonly path: string;
  /** All of it, which nobody may change: others read it too. */
  readonly document: Root;
}

interface Build {
  readonly outDir: string;
  readonly routesPaths: readonly string[];
  readonly baseUrl: string;
}

/** Makes files of the build out of its pages. */
export interface PageReader {
  readonly read: (page: BuiltPage) => Promise<void> | void;
  /** After the last page. */
  readonly finish?: () => Promise<void>;
}

/** Begins to make files of one build. */
export type PageFiles = (context: LoadContext, build: Build) => PageReader | Promise<PageReader>;

const parse = unified().use(rehypeParse);

/**
 * Makes files out of the pages that a build has written, such as their Markdown. Each page is parsed once for all of them,
 * one after another, so that no more than one of a thousand is held in memory.
 */
export default function builtPagesPlugin(files: readonly PageFiles[]): PluginModule {
  return context => ({
    name: 'built-pages',

    async postBuild({outDir, routesPaths, baseUrl}) {
      const build = {outDir, routesPaths, baseUrl};
      const readers = await Promise.all(files.map(async begin => begin(context, build)));
      const routes = routesPaths.filter(path => !/\/404(?:\.html)?$|\.html$/.test(path)).toSorted();
      const stepDone = createProgress('Files made of built pages', routes.length);
      for (const route of routes) {
        const html = await readBuiltPage(build, route);
        if (html !== undefined) {
          const page = {route, path: withinSite(route, baseUrl), document: parse.parse(html)};
          for (const {read} of readers) {
            await read(page);
          }
        }
        stepDone();
      }
      for (const {finish} of readers) {
        await finish?.();
      }
    },
  });
}

/** The HTML of a page of the build; undefined for a route without a file of its own. */
export async function readBuiltPage(
  {outDir, baseUrl}: Pick<Build, 'outDir' | 'baseUrl'>,
  route: string,
): Promise<string | undefined> {
  return readFile(join(outDir, withinSite(route, baseUrl), 'index.html'), 'utf8').catch(() => undefined);
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
