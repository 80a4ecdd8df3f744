import type {Parent, Root} from 'mdast';
import type {VFile} from 'vfile';
import {SKIP, visit} from 'unist-util-visit';

import type {LoadedDocument} from '../../api/document/load';
import {readDocument, type DocumentOptions} from '../document';
import {errorStatus, factAt, type Fact} from '../facts/lookUp';
import {factToMdast} from '../facts/toMdast';
import {isNamedJsx, stringAttribute, type JsxElement} from './jsx';
import {pageError} from './pageError';

const COMPONENT = 'ApiFact';

/**
 * A remark plugin: puts a fact of the document where a sentence says `<ApiFact pointer="#/…" />`, or the status of a kind of
 * error for `<ApiFact error="validation-error" />`. What stands in the page is plain text.
 */
export function expandFacts(options: DocumentOptions) {
  return async (tree: Root, file: VFile): Promise<void> => {
    if (!String(file).includes(`<${COMPONENT}`)) {
      return;
    }
    const state = await readDocument(options);
    // Docusaurus says here for which language it builds.
    const locale = process.env['DOCUSAURUS_CURRENT_LOCALE'] ?? 'en';
    visit(tree, (node, index, parent) => {
      if (!isNamedJsx(node, COMPONENT) || index === undefined || !parent) {
        return undefined;
      }
      if (node.type !== 'mdxJsxTextElement') {
        throw pageError(COMPONENT, file, node, ['Put it in a sentence, not on a line of its own.']);
      }
      const shown =
        state.type === 'loaded'
          ? factToMdast(factOf(node, state.loaded, file), locale)
          : [{type: 'text' as const, value: '…'}];
      const siblings: Parent['children'] = parent.children;
      siblings.splice(index, 1, ...shown);
      return [SKIP, index + shown.length];
    });
  };
}

function factOf(node: JsxElement, {api, document}: LoadedDocument, file: VFile): Fact {
  const pointer = stringAttribute(node, 'pointer');
  const error = stringAttribute(node, 'error');
  try {
    if (pointer !== undefined && node.attributes.length === 1) {
      return factAt(document, pointer);
    }
    if (error !== undefined && node.attributes.length === 1) {
      return errorStatus(api, error);
    }
  } catch (problem) {
    throw pageError(COMPONENT, file, node, [problem instanceof Error ? problem.message : String(problem)]);
  }
  throw pageError(COMPONENT, file, node, [
    'It takes `pointer`, a JSON pointer into the document such as "#/info/version", or `error`, the end of a problem type such as "validation-error".',
  ]);
}
