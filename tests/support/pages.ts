import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {createProcessor} from '@mdx-js/mdx';
import type {Root} from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';

/** A hand-written page, parsed as Markdown. */
export interface WrittenPage {
  readonly file: string;
  readonly tree: Root;
}

const processor = createProcessor({remarkPlugins: [remarkFrontmatter, remarkDirective, remarkGfm]});

/** Every page under `docs` except generated ones. */
export function writtenPages(): readonly WrittenPage[] {
  return readdirSync('docs', {recursive: true, encoding: 'utf8'})
    .filter(file => file.endsWith('.mdx') && !file.endsWith('.generated.mdx'))
    .toSorted()
    .map(file => readPage(join('docs', file), readFileSync(join('docs', file), 'utf8')));
}

export function readPage(file: string, source: string): WrittenPage {
  return {file, tree: processor.parse(source)};
}
