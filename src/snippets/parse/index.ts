import {languageOf, type Language} from '..';
import type {ParsedRequest} from './parsedRequest';

export type {ParsedRequest} from './parsedRequest';

/**
 * Reads code into the request that it makes: what {@link generateSnippet} prints, and as much of other people's code as
 * makes one call with literal values.
 * @throws Error for a language whose code nothing reads.
 */
export async function parseSnippet(code: string, id: Language): Promise<ParsedRequest> {
  const {reader} = languageOf(id);
  if (!reader) {
    throw new Error(`Nothing reads code in "${id}".`);
  }
  return reader.read(code);
}
