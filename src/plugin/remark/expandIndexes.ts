import {dirname, relative, resolve} from 'node:path';
import type {Parent, Root} from 'mdast';
import {posixPath} from '@docusaurus/utils';
import {SKIP, visit} from 'unist-util-visit';
import type {VFile} from 'vfile';

import {readDocument, type DocumentOptions} from '../document';
import {settleLinks} from '../documentLinks';
import {errorsToMdast} from '../indexPages/errors';
import type {OperationLinks} from '../indexPages/operationLink';
import {overviewToMdast} from '../indexPages/overview';
import {operationPages} from '../operationPages';
import {isSitePage} from '../sitePages';
import {documentIsBroken} from './pageError';
import {isNamedJsx} from './jsx';

export interface IndexOptions extends DocumentOptions {
  /** The folder with the pages of operations, from the site's folder. */
  readonly pages: string;
}

const indexes = {ApiOverview: overviewToMdast, ApiErrors: errorsToMdast};

/** A remark plugin: puts a table of all operations in place of `<ApiOverview />`, and one of all errors for `<ApiErrors />`. */
export function expandIndexes(options: IndexOptions) {
  return async (tree: Root, file: VFile): Promise<void> => {
    if (!/<Api(?:Overview|Errors)/.test(String(file))) {
      return;
    }
    const state = await readDocument(options);
    const links = await linksFrom(dirname(file.path), resolve(options.pages));
    visit(tree, (node, index, parent) => {
      for (const [name, toMdast] of Object.entries(indexes)) {
        if (isNamedJsx(node, name) && index !== undefined && parent) {
          const siblings: Parent['children'] = parent.children;
          const table: Root = {
            type: 'root',
            children: state.type === 'loaded' ? toMdast(state.loaded.api, links) : [documentIsBroken],
          };
          const base = state.type === 'loaded' ? state.loaded.api.linkBase : undefined;
          settleLinks(table, {base, isPage: isSitePage, pictures: options.pictures});
          siblings.splice(index, 1, ...table.children);
          return [SKIP, index + table.children.length];
        }
      }
      return undefined;
    });
  };
}

/** Links to files: Docusaurus turns them into addresses, and fails the build when one leads nowhere. */
async function linksFrom(folder: string, pages: string): Promise<OperationLinks> {
  return new Map(
    [...(await operationPages(pages))].map(([id, file]) => {
      const path = posixPath(relative(folder, file));
      return [id, path.startsWith('.') ? path : `./${path}`];
    }),
  );
}
