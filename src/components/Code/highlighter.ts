import type {Highlight} from './highlighter.server';

let loaded: Highlight | undefined;

/** What colours code, once it was fetched. The server has it always (`highlighter.server.ts`). */
export function currentHighlighter(): Highlight | undefined {
  return loaded;
}

/** Fetches what colours code; the browser does so in its idle time. Rejects when it cannot be had. */
export async function loadHighlighter(): Promise<Highlight> {
  const {highlight} = await import(/* webpackPrefetch: true */ './highlight');
  loaded = highlight;
  return highlight;
}
