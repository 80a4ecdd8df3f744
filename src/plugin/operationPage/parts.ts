import type {Nodes, Root, RootContent} from 'mdast';

import {element} from './tree';

/** A page in two: what React renders, and what is HTML and stays so. */
export interface PageInParts {
  /** Headings, which Docusaurus lists and links, and what wakes in the browser; each part has its place among them. */
  readonly frame: readonly RootContent[];
  /** All else: the blocks between those, in order. */
  readonly parts: readonly (readonly RootContent[])[];
}

/** The element that holds a part, whose number is its `part`. */
export const PART_ELEMENT = 'ReferencePart';

/** What wakes in the browser. A block that holds one of these is React's as a whole. */
const islands = new Set(['ApiCodeTabs', 'RequestLine', 'Reproduce']);

/**
 * Takes out of a page what never changes. MDX would compile each of its nodes, thousands on a page, into JavaScript that
 * comes to the reader beside the HTML which they have already.
 */
export function pageInParts({children}: Root): PageInParts {
  const parts: (readonly RootContent[])[] = [];
  return {frame: framed(children, parts), parts};
}

function framed<Content extends RootContent>(
  blocks: readonly Content[],
  parts: (readonly RootContent[])[],
): (Content | ReturnType<typeof element>)[] {
  const frame: (Content | ReturnType<typeof element>)[] = [];
  let run: Content[] = [];
  const endRun = (): void => {
    if (run.length > 0) {
      frame.push(element(PART_ELEMENT, {part: String(parts.length)}));
      parts.push(run);
      run = [];
    }
  };
  for (const block of blocks) {
    if (block.type !== 'heading' && !wakes(block)) {
      run.push(block);
      continue;
    }
    endRun();
    frame.push(
      block.type === 'mdxJsxFlowElement' && block.name === 'div'
        ? {...block, children: framed(block.children, parts)}
        : block,
    );
  }
  endRun();
  return frame;
}

function wakes(node: Nodes): boolean {
  const isElement = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  return (
    (isElement && islands.has(node.name ?? '')) ||
    ('children' in node && node.children.some(child => wakes(child)))
  );
}
