import {compact, member, text, words} from './json';

/** Where more is written about a thing (OpenAPI 3.1 §4.8.11). */
export interface ExternalDocs {
  readonly url: string;
  readonly description?: string;
}

/** Undefined where an address is missing. */
export function readExternalDocs(value: unknown): ExternalDocs | undefined {
  const url = text(member(value, 'url'));
  return url === undefined ? undefined : compact({url, description: words(member(value, 'description'))});
}
