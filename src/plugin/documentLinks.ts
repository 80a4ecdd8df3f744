import type {Image, Link, PhrasingContent, Root} from 'mdast';
import {visit} from 'unist-util-visit';

import {wellFormed} from '../api/percentDecoding';

declare module 'mdast' {
  interface LinkData {
    /** The link is the OpenAPI document's, and none that the site makes. */
    ofDocument?: true;
  }
  interface ImageData {
    ofDocument?: true;
  }
}

/** Where links of the document can lead. */
export interface LinkPlaces {
  /** What relative links start from; without one they lead nowhere. */
  readonly base: string | undefined;
  /** Whether the site has a page at a URL path, which is given without its base URL. */
  readonly isPage: (path: string) => boolean;
}

/**
 * Settles where links that stand in the document lead, so that a build is not stopped by what its author wrote for other
 * readers: those to pages of the site stay, other relative ones start from the base, and those that lead nowhere, or that
 * no page should follow (`javascript:`), become their text. Pictures likewise.
 */
export function settleLinks(tree: Root, places: LinkPlaces): void {
  visit(tree, (node, index, parent) => {
    if ((node.type !== 'link' && node.type !== 'image') || node.data?.ofDocument !== true) {
      return undefined;
    }
    delete node.data.ofDocument;
    const url = settled(node.url, node.type, places);
    if (url !== undefined) {
      node.url = url;
    } else if (parent && index !== undefined) {
      parent.children.splice(index, 1, ...inPlaceOf(node));
      return index;
    }
    return undefined;
  });
}

function inPlaceOf(node: Link | Image): PhrasingContent[] {
  return node.type === 'link' ? node.children : [{type: 'text', value: node.alt ?? ''}];
}

function settled(url: string, type: 'link' | 'image', {base, isPage}: LinkPlaces): string | undefined {
  if (type === 'link' && isPage(pathOf(url))) {
    return wellFormed(url);
  }
  // Read as a browser reads it, which passes over tabs and line ends within a scheme, before it is judged.
  const absolute = URL.canParse(url)
    ? new URL(url).href
    : base !== undefined && !url.startsWith('#') && URL.canParse(url, base)
      ? new URL(url, base).href
      : undefined;
  return absolute !== undefined && allowed[type].test(absolute) ? absolute : undefined;
}

const allowed = {link: /^(https?|mailto):/i, image: /^https?:/i} as const;

function pathOf(url: string): string {
  return url.replace(/[?#].*$/, '').replace(/(?<=.)\/$/, '');
}
