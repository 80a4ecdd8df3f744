import {readFile} from 'node:fs/promises';
import {join, relative, resolve} from 'node:path';
import type {AllContent} from '@docusaurus/types';
import {posixPath, simpleHash} from '@docusaurus/utils';

import {items, member, text, type JsonObject} from '../../api/json';
import {createHash} from '../../mock/hash';
import {dataAddress} from '../../pageFiles/addresses';
import {writeBuiltFile} from '../builtPages';
import {isGenerated} from '../operationPages';
import type {ReferenceFile} from '../references';
import {siteDocs} from '../sitePages';

/** Absolute paths of folders, with `/`. */
interface Folders {
  readonly site: string;
  readonly docs: string;
  /** Of the data that the plugin writes. */
  readonly data: string;
}

interface Page {
  readonly path: string;
  readonly sidebar: string | undefined;
  /** The file with its data, from the folder of those. */
  readonly file: string;
}

const components = posixPath(resolve(__dirname, '../../components/GeneratedPage'));

/**
 * The pages that are generated, as data. MDX would compile each of them twice, and each page of the site would carry what
 * the bundler has to know of all: a route, a chunk, and their names.
 */
export function generatedPages({site, docs, data}: Folders) {
  const pages: Page[] = [];
  const version = createHash();
  let bySource: ReadonlyMap<string, JsonObject> = new Map();

  /** Begins anew, with what Docusaurus knows of its docs. */
  function keepDocs(allContent: AllContent): void {
    pages.length = 0;
    bySource = new Map(
      siteDocs(allContent).map(metadata => [
        resolve(site, String(metadata['source']).replace(/^@site\//, '')),
        metadata,
      ]),
    );
  }

  /** The file with the data of the page that shows a reference; undefined where somebody wrote that page. */
  function dataFile(
    source: string | undefined,
    {parts, frame}: ReferenceFile,
  ): {readonly file: string; readonly content: string} | undefined {
    const metadata = source !== undefined && isGenerated(source) ? bySource.get(resolve(source)) : undefined;
    if (source === undefined || !metadata) {
      return undefined;
    }
    const page = {metadata, frontMatter: metadata['frontMatter'], ...frame()};
    const content = JSON.stringify({page, parts});
    const file = `pages/${posixPath(relative(docs, source)).replace(/\.generated\.mdx$/, '.json')}`;
    pages.push({path: String(metadata['permalink']), sidebar: text(metadata['sidebar']), file});
    version.add(content);
    return {file, content};
  }

  /** Writes what the browser fetches of a page that a link leads to. */
  async function writeBuilt(build: Parameters<typeof writeBuiltFile>[0]): Promise<void> {
    for (const {path, file} of pages) {
      const written: unknown = JSON.parse(await readFile(join(data, file), 'utf8'));
      const parts = items(member(written, 'parts')).map(part => member(part, 'html'));
      const content = JSON.stringify({page: member(written, 'page'), parts});
      await writeBuiltFile(build, dataAddress(path, build.baseUrl), content);
    }
  }

  /** The rules of the bundler; `lists` are the modules in which Docusaurus lists pages for the browser. */
  function rules(isServer: boolean, lists: readonly string[]) {
    return [
      {
        resource: /\.generated\.mdx$/,
        // In front of MDX's: it takes the place of all that would follow.
        enforce: 'post' as const,
        use: [
          {
            loader: resolve(__dirname, 'loadPage.mjs'),
            options: {docs, data: `${data}/pages`, createPage: `${components}/createPage.tsx`, isServer},
          },
        ],
      },
      ...lists.map(list => ({
        include: list,
        ...(list.endsWith('.json') && {type: 'json'}),
        use: [
          {
            loader: resolve(__dirname, 'listRoutes.mjs'),
            options: {
              pages: pages.map(({path, sidebar}) => ({path, sidebar})),
              pageRoutes: `${components}/pageRoutes.tsx`,
              docItem: simpleHash('@theme/DocItem', 8),
              version: version.toString(),
            },
          },
        ],
      })),
    ];
  }

  return {keepDocs, dataFile, writeBuilt, rules};
}
