import type {Highlight} from './highlighter.server';

let loaded: Highlight | undefined;

/** The highlighter, once it is loaded. The server always has it (`highlighter.server.ts`). */
export function currentHighlighter(): Highlight | undefined {
  return loaded;
}

/**
 * Loads the highlighter. Rejects if that fails. Not prefetched by a bundler's comment: the bundler's runtime then
 * leaves the rejection of a failed chunk unhandled.
 */
export async function loadHighlighter(): Promise<Highlight> {
  const {highlight} = await import('./highlight');
  loaded = highlight;
  return highlight;
}
