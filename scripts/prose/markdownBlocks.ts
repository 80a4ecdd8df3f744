import type {Heading, Nodes, Paragraph, Root, TableCell} from 'mdast';
import {toString} from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {SKIP, visit} from 'unist-util-visit';

import {withoutQuotes, type ProseBlock} from './block';

const markdown = unified().use(remarkParse).use(remarkGfm);

/** The prose of a Markdown text within a file, where it starts at `line`. */
export function textBlocks(file: string, source: string, line: number): readonly ProseBlock[] {
  return blocksOf(file, source, markdown.parse(source)).map(block => ({
    ...block,
    line: block.line + line - 1,
  }));
}

/** A node that contains a line of prose. */
type Line = Paragraph | Heading | TableCell;

/** The prose of a parsed Markdown text, without code. */
export function blocksOf(file: string, source: string, tree: Root): readonly ProseBlock[] {
  const blocks: ProseBlock[] = [];
  visit(tree, node => {
    const isBlock = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
    const {position} = node;
    if (!isBlock || !position || node.children.length === 0) {
      return undefined;
    }
    const start = position.start.offset ?? 0;
    blocks.push({
      file,
      line: position.start.line,
      column: position.start.column,
      kind: node.type === 'heading' ? 'heading' : 'text',
      text: withoutQuotes(masked(source, node)),
      links: linksIn(node, start),
    });
    return SKIP;
  });
  return blocks;
}

/** The source of a node, with spaces for everything that is not prose. */
function masked(source: string, block: Line): string {
  const start = block.position?.start.offset ?? 0;
  const shown = source.slice(start, block.position?.end.offset).replace(/[^\n]/g, ' ').split('');
  visit(block, (node: Nodes) => {
    if (node.type === 'text' || node.type === 'inlineCode') {
      const from = node.position?.start.offset ?? 0;
      const words = source.slice(from, node.position?.end.offset);
      const stands = node.type === 'text' ? words : words.replace(/[^\n]/g, 'X');
      stands.split('').forEach((character, index) => {
        shown[from - start + index] = character;
      });
    }
  });
  return shown.join('');
}

function linksIn(block: Line, start: number): ProseBlock['links'] {
  const links: {text: string; offset: number}[] = [];
  visit(block, (node: Nodes) => {
    if (node.type === 'link') {
      links.push({text: toString(node), offset: (node.position?.start.offset ?? start) - start});
    }
  });
  return links;
}
