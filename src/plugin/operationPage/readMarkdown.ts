import type {Definition, Nodes, Parent, Root, RootContent, Text} from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {visit} from 'unist-util-visit';

import {withoutHtml} from './htmlInMarkdown';

const reader = unified().use(remarkParse).use(remarkGfm, {singleTilde: false}).freeze();

/** One line that starts with a letter and has no character of Markdown's, nor of a bare address: it means what it says. */
const plainLine = /^(?!.*www\.)\p{L}(?:[\p{L}\p{N} ,.;'’"()%–—?-]*[\p{L}\p{N},.;'’"()%–—?-])?$/iu;

/** Texts come back: the same words stand with many fields, and on many pages. */
const known = new Map<string, Root>();
const MOST_KNOWN = 5000;

/**
 * A text in CommonMark with tables and bare links (GFM), so that each part of it means the same wherever it is put: links
 * hold their addresses and are marked as the document's, and nothing refers to a definition or a footnote elsewhere. HTML
 * becomes the Markdown that says the same: pages run no markup that came with data.
 */
export function readMarkdown(text: string): Root {
  if (plainLine.test(text)) {
    return {
      type: 'root',
      children: [{type: 'paragraph', children: [{type: 'text', value: text}]}],
    };
  }
  const before = known.get(text);
  const tree = before ?? parsed(text);
  if (!before) {
    if (known.size >= MOST_KNOWN) {
      known.clear();
    }
    known.set(text, tree);
  }
  // Whoever asks may change what they get.
  return structuredClone(tree);
}

function parsed(text: string): Root {
  const tree = reader.parse(text);
  const definitions = new Map<string, Definition>();
  visit(tree, node => {
    delete node.position;
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
  });
  visit(tree, (node, index, parent) => {
    const replacement = parent && replacementOf(node, definitions);
    if (replacement && index !== undefined) {
      const siblings: Parent['children'] = parent.children;
      siblings.splice(index, 1, ...replacement);
      return index;
    }
    return undefined;
  });
  const plain = withoutHtml(tree);
  visit(plain, node => {
    if (node.type === 'link' || node.type === 'image') {
      node.data = {ofDocument: true};
    }
  });
  return plain;
}

/** What stands for a node that only works within its own text; undefined when the node may stay. */
function replacementOf(node: Nodes, definitions: ReadonlyMap<string, Definition>): RootContent[] | undefined {
  if (node.type === 'linkReference') {
    const {url = '', title = null} = definitions.get(node.identifier) ?? {};
    return [{type: 'link', url, title, children: node.children}];
  }
  if (node.type === 'imageReference') {
    const {url = '', title = null} = definitions.get(node.identifier) ?? {};
    return [{type: 'image', url, title, alt: node.alt ?? null}];
  }
  if (node.type === 'footnoteReference') {
    return [noteMark(node.identifier)];
  }
  if (node.type === 'footnoteDefinition') {
    const [first, ...rest] = node.children;
    const mark = noteMark(node.identifier);
    return first?.type === 'paragraph'
      ? [{...first, children: [mark, {type: 'text', value: ' '}, ...first.children]}, ...rest]
      : [...node.children];
  }
  return node.type === 'definition' ? [] : undefined;
}

function noteMark(name: string): Text {
  return {type: 'text', value: `[${name}]`};
}
