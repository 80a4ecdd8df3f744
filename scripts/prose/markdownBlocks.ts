import type {Heading, Nodes, Paragraph, Root, TableCell} from 'mdast';
import {toString} from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {SKIP, visit} from 'unist-util-visit';

import {withoutQuotes, type Block} from './block';
import {yamlBlocks} from './yamlBlocks';

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);
const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).use(remarkMdx);

/** The prose of a page, its title and description in the front matter included; code is none. */
export function pageBlocks(file: string, source: string): readonly Block[] {
  const tree: Root = (file.endsWith('.mdx') ? mdx : markdown).parse(source);
  const [first] = tree.children;
  return [
    ...(first?.type === 'yaml' ? yamlBlocks(file, first.value, 1) : []),
    ...blocksOf(file, source, tree),
  ];
}

/** The prose of a text in Markdown that stands somewhere in a file; its first line is there at `line`. */
export function textBlocks(file: string, source: string, line: number): readonly Block[] {
  return blocksOf(file, source, markdown.parse(source)).map(block => ({
    ...block,
    line: block.line + line - 1,
  }));
}

/** What holds a line of prose. */
type Line = Paragraph | Heading | TableCell;

function blocksOf(file: string, source: string, tree: Root): readonly Block[] {
  const blocks: Block[] = [];
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

/** The source of a node, blank where it is no prose. */
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

function linksIn(block: Line, start: number): Block['links'] {
  const links: {text: string; offset: number}[] = [];
  visit(block, (node: Nodes) => {
    if (node.type === 'link') {
      links.push({text: toString(node), offset: (node.position?.start.offset ?? start) - start});
    }
  });
  return links;
}
