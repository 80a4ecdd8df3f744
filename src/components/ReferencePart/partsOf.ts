/** A part of a page that is HTML and stays so. */
export interface HtmlPart {
  readonly html: string;
  /** Ids that links may lead to, where pages are rendered. */
  readonly anchors?: readonly string[];
  /** Links within the site, where pages are rendered. */
  readonly links?: readonly string[];
}

/** The content of an operation's page, as the module of its HTML exports it. */
export interface Reference {
  /** Changes whenever the text does. */
  readonly name: string;
  readonly parts: readonly HtmlPart[];
}

/** The attribute by which the parts of a served page are found. */
export const REFERENCE = 'data-reference';

/**
 * The parts of a reference: from the served page, else fetched. They are read before hydration, for when the reader
 * comes back to the page.
 * @throws Error if they cannot be fetched; Docusaurus then loads the page from the server, with the parts in its HTML.
 */
export async function partsOf(name: string, url: string): Promise<readonly HtmlPart[]> {
  const served = servedParts(name);
  return served.length > 0 ? served : fetchParts(url);
}

/** The parts of a reference in the served page. */
export function servedParts(name: string): readonly HtmlPart[] {
  return [...document.querySelectorAll(`[${REFERENCE}="${CSS.escape(name)}"]`)].map(({innerHTML}) => ({
    html: innerHTML,
  }));
}

async function fetchParts(url: string): Promise<readonly HtmlPart[]> {
  const response = await fetch(url);
  const parts: unknown = response.ok ? await response.json() : undefined;
  if (!Array.isArray(parts)) {
    throw new Error(`${url} answered ${response.status}: the page cannot be shown.`);
  }
  return parts.map(html => ({html: String(html)}));
}
