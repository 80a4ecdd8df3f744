import {strictlyDecoded} from '../../api/percentDecoding';

/** The anchor at which an endpoint page opens its form; a link to it opens the form. */
export const TRY_ANCHOR = 'try';

/** How the fragment of a link to a shared request starts. */
export const SHARE_PREFIX = `#${TRY_ANCHOR}=`;

/** The operation that a fragment is about, without reading the rest of it; undefined for any other fragment. */
export function sharedOperation(fragment: string): string | undefined {
  const name = new RegExp(`^${SHARE_PREFIX}[^.]*\\.([^.]*)\\.`).exec(fragment)?.[1];
  return name === undefined ? undefined : strictlyDecoded(name);
}
