import {createSlugger} from '@docusaurus/utils';
import type {RootContent} from 'mdast';
import {toString} from 'mdast-util-to-string';

import type {Operation} from '../../api/operation';
import type {Frame, FrameNode} from '../../pageFiles/generatedPage';
import {attributesOf, lineToHtml, type HtmlContext} from '../operationPage/html';
import type {SampleLanguage} from '../../snippets';
import {authoredExamples, codeExamples} from '../samples';

/**
 * The frame of a page as data. Through MDX each page would be compiled, twice, and be a module of its own that all pages
 * have to know.
 */
export function frameAsData(
  blocks: readonly RootContent[],
  operation: Operation | undefined,
  context: HtmlContext & {readonly languages: readonly SampleLanguage[]},
): Frame {
  const slugger = createSlugger();
  const toc: Frame['toc'][number][] = [];

  function node(block: RootContent): FrameNode {
    if (block.type === 'heading') {
      const written = block.data?.hProperties?.['id'];
      const id = slugger.slug(typeof written === 'string' ? written : toString(block));
      const isText = block.children.every(({type}) => type === 'text');
      const html = lineToHtml(block.children, context);
      toc.push({value: html, id, level: block.depth});
      return [`h${block.depth}`, {id}, isText ? toString(block) : {html}];
    }
    if (block.type !== 'mdxJsxFlowElement' || block.name === null) {
      throw new Error(`A node of the type ${block.type} cannot be part of the frame of a page.`);
    }
    const samples = block.name === 'ApiCodeTabs' && operation ? samplesOf(operation, context.languages) : {};
    return [block.name, {...attributesOf(block), ...samples}, ...block.children.map(node)];
  }

  return {frame: blocks.map(node), toc};
}

function samplesOf(
  operation: Operation,
  languages: readonly SampleLanguage[],
): Readonly<Record<string, unknown>> {
  const authored = authoredExamples(operation);
  return {
    examples: codeExamples(operation, languages),
    ...(authored.length > 0 && {authored}),
    title: operation.summary,
  };
}
