import type {Parent, Root} from 'mdast';
import type {VFile} from 'vfile';
import {SKIP, visit} from 'unist-util-visit';

import type {Api} from '../../api/operation';
import {readDocument, type DocumentOptions} from '../document';
import {settleLinks} from '../documentLinks';
import {operationToMdast} from '../operationPage';
import {isSitePage} from '../sitePages';
import {documentIsBroken} from './documentIsBroken';
import {omissionsNote} from './omissionsNote';
import {isNamedJsx, stringAttribute, type JsxElement} from './jsx';
import {pageError, unknownOperation} from './pageError';

const COMPONENT = 'ApiOperation';

/** A remark plugin: puts what the document says of an operation where a page says `<ApiOperation operation="ID" />`. */
export function expandOperations(options: DocumentOptions) {
  return async (tree: Root, file: VFile): Promise<void> => {
    if (!String(file).includes(`<${COMPONENT}`)) {
      return;
    }
    const state = await readDocument(options);
    visit(tree, (node, index, parent) => {
      if (!isNamedJsx(node, COMPONENT) || index === undefined || !parent) {
        return undefined;
      }
      const blocks: Root['children'] =
        state.type === 'loaded' ? operationBlocks(node, state.loaded.api, file) : [documentIsBroken];
      const siblings: Parent['children'] = parent.children;
      siblings.splice(index, 1, ...blocks);
      return [SKIP, index + blocks.length];
    });
  };
}

function operationBlocks(node: JsxElement, api: Api, file: VFile): Root['children'] {
  const others = node.attributes.flatMap(attribute =>
    attribute.type === 'mdxJsxAttribute' && attribute.name === 'operation' ? [] : [nameOf(attribute)],
  );
  if (others.length > 0) {
    throw pageError(COMPONENT, file, node, [
      `It takes \`operation\` alone, and was given ${others.join(', ')}.`,
    ]);
  }
  if (node.type !== 'mdxJsxFlowElement') {
    throw pageError(COMPONENT, file, node, ['It stands on a line of its own, with blank lines around it.']);
  }
  const id = stringAttribute(node, 'operation');
  if (id === undefined) {
    throw pageError(COMPONENT, file, node, [
      '`operation` is missing: write operation="createUser" with your id.',
    ]);
  }
  const operation = api.operations.find(candidate => candidate.id === id);
  if (!operation) {
    throw pageError(COMPONENT, file, node, [unknownOperation(id, api.operations)]);
  }
  const tree = operationToMdast(operation);
  settleLinks(tree, {base: api.linkBase, isPage: isSitePage});
  return [...omissionsNote(operation), ...tree.children];
}

function nameOf(attribute: JsxElement['attributes'][number]): string {
  return attribute.type === 'mdxJsxAttribute' ? `\`${attribute.name}\`` : 'a spread';
}
