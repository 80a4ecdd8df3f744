import type {Root} from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import {unified} from 'unified';

import type {ProseBlock} from './block';
import {blocksOf} from './markdownBlocks';
import {yamlBlocks} from './yamlBlocks';

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);
const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).use(remarkMdx);

/** The prose of a page, including title and description in its front matter, without code. */
export function pageBlocks(file: string, source: string): readonly ProseBlock[] {
  const tree: Root = (file.endsWith('.mdx') ? mdx : markdown).parse(source);
  const [first] = tree.children;
  return [
    ...(first?.type === 'yaml' ? yamlBlocks(file, first.value, 1) : []),
    ...blocksOf(file, source, tree),
  ];
}
