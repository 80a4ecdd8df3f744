import {highlight} from './highlight';

export type Highlight = typeof highlight;

/** The counterpart of `highlighter.ts` for pages that are rendered to files: their code is coloured at once. */
export function currentHighlighter(): Highlight {
  return highlight;
}

export function loadHighlighter(): Promise<Highlight> {
  return Promise.resolve(highlight);
}
