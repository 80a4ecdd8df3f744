import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';

import type {SearchEntry} from '../../siteSearch/entry';
import {indexParts, searchIndexFile} from '../../siteSearch/indexFile';
import type {PageFiles} from '../builtPages';
import {pageSections} from './pageSections';

/**
 * Writes what the built pages say, section by section and row by row, for the search in the page. Made from the HTML, so
 * that it finds what readers see. The kept search plugins index whole pages: they can put neither a path nor an operation
 * id first, nor lead to a row of a table; the engine itself is a library (minisearch).
 */
export const searchIndex: PageFiles = (_context, {outDir}) => {
  const entries: SearchEntry[] = [];
  return {
    read({route, document}) {
      entries.push(...pageSections(document, route));
    },
    async finish() {
      for (const [part, content] of indexParts(entries).entries()) {
        await writeFile(join(outDir, searchIndexFile(part)), JSON.stringify(content));
      }
    },
  };
};
