import {strictlyDecoded} from '../../api/percentDecoding';

/** The anchor at which an endpoint page opens its form; a link to it opens the form. */
export const TRY_ANCHOR = 'try';

/** The start of the fragment in a link to a shared request. */
export const SHARE_PREFIX = `#${TRY_ANCHOR}=`;

/** The operation in a fragment, without reading the rest of it; undefined for any other fragment. */
export function sharedOperation(fragment: string): string | undefined {
  const name = new RegExp(`^${SHARE_PREFIX}[^.]*\\.([^.]*)\\.`).exec(fragment)?.[1];
  return name === undefined ? undefined : strictlyDecoded(name);
}
