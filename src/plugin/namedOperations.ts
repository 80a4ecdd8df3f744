import type {Root} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {mdxFromMarkdown} from 'mdast-util-mdx';
import {mdxjs} from 'micromark-extension-mdxjs';
import {visit} from 'unist-util-visit';

import {isNamedJsx, stringAttribute} from './remark/jsx';

/**
 * Ids of the operations that a page documents: `operation="ID"` of each `<ApiOperation>` outside code and comments. Of a
 * page that MDX cannot read, every id it might mean, so that a page half written is not given a second one.
 */
export function namedOperations(source: string): string[] {
  if (!source.includes('<ApiOperation')) {
    return [];
  }
  const content = source.replace(/^\uFEFF?---\r?\n[^]*?\r?\n---[ \t]*(\r?\n|$)/, '');
  const tree = parse(content);
  if (!tree) {
    return [...content.matchAll(/\boperation=["']([^"']+)["']/g)].flatMap(([, id]) => id ?? []);
  }
  const ids: string[] = [];
  visit(tree, node => {
    if (isNamedJsx(node, 'ApiOperation')) {
      const id = stringAttribute(node, 'operation');
      if (id !== undefined) {
        ids.push(id);
      }
    }
  });
  return ids;
}

function parse(content: string): Root | undefined {
  try {
    return fromMarkdown(content, {extensions: [mdxjs()], mdastExtensions: [mdxFromMarkdown()]});
  } catch {
    return undefined;
  }
}
