import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';

import type {SearchEntry} from '../../siteSearch/entry';
import {indexParts, searchIndexFile} from '../../siteSearch/indexFile';
import {builtPages} from '../builtPages';
import {pageSections} from './pageSections';

/**
 * Writes what the built pages say, section by section and row by row, for the search in the page. Made from the HTML, so
 * that it finds what readers see. The kept search plugins index whole pages: they can put neither a path nor an operation
 * id first, nor lead to a row of a table; the engine itself is a library (minisearch).
 */
export default function searchIndexPlugin({baseUrl}: LoadContext): Plugin {
  return {
    name: 'search-index',

    async postBuild({outDir, routesPaths}) {
      const entries: SearchEntry[] = [];
      for await (const {route, html} of builtPages({outDir, routesPaths, baseUrl})) {
        entries.push(...pageSections(html, route));
      }
      for (const [part, content] of indexParts(entries).entries()) {
        await writeFile(join(outDir, searchIndexFile(part)), JSON.stringify(content));
      }
    },
  };
}
