import type {Image, Link, Parent, PhrasingContent, Root, Text} from 'mdast';
import {SKIP, visit} from 'unist-util-visit';

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
  /** Origins whose pictures are shown; others would learn who reads what, and could change what is shown. None by default. */
  readonly pictures?: readonly string[] | undefined;
}

/**
 * Settles where links that stand in the document lead, so that a build is not stopped by what its author wrote for other
 * readers: those to pages of the site stay, other relative ones start from the base, and those that lead nowhere, or that
 * no page should follow (`javascript:`), become their text. Pictures likewise; those of strangers become links to them.
 */
export function settleLinks(tree: Root, places: LinkPlaces): void {
  visit(tree, (node, index, parent) => {
    if ((node.type !== 'link' && node.type !== 'image') || node.data?.ofDocument !== true) {
      return undefined;
    }
    delete node.data.ofDocument;
    const url = settled(node.url, node.type, places);
    const isShown = url !== undefined && (node.type === 'link' || isOf(url, places.pictures));
    if (isShown) {
      node.url = url;
    } else if (parent && index !== undefined) {
      const siblings: Parent['children'] = parent.children;
      siblings.splice(index, 1, ...inPlaceOf(node, parent.type === 'link' ? undefined : url));
      return [SKIP, index + (node.type === 'link' ? 0 : 1)];
    }
    return undefined;
  });
}

function inPlaceOf(node: Link | Image, url: string | undefined): PhrasingContent[] {
  if (node.type === 'link') {
    return node.children;
  }
  const text: Text = {type: 'text', value: node.alt || (url ?? '')};
  return [url === undefined ? text : {type: 'link', url, children: [text]}];
}

function isOf(url: string, origins: readonly string[] = []): boolean {
  return origins.includes(new URL(url).origin);
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
