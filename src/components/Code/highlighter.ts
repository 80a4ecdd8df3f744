import type {Highlight} from './highlighter.server';

let loaded: Highlight | undefined;

/** What colours code, once it was fetched. The server has it always (`highlighter.server.ts`). */
export function currentHighlighter(): Highlight | undefined {
  return loaded;
}

/**
 * Fetches what colours code. Rejects when it cannot be had. Not prefetched by a bundler's comment: its runtime then leaves
 * the rejection of any chunk that fails without a handler.
 */
export async function loadHighlighter(): Promise<Highlight> {
  const {highlight} = await import('./highlight');
  loaded = highlight;
  return highlight;
}
