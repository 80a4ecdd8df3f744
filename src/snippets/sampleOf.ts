import type {ApiRequest} from '../request/apiRequest';
import {encodeForUrl} from '../request/percentEncoding';
import {checkRequest} from '../request/wire/checkRequest';
import type {SampleLanguage} from './sampleLanguage';
import {UnprintableRequest, type SnippetOptions} from './snippet';

/**
 * A complete program that puts exactly this request on the wire, prints the response, and exits with an error when the
 * API responds with one; or the call alone, for a program that the reader has. Throws
 * {@link UnprintableRequest} when no client could send the request, or not the one of this language.
 */
export function sampleOf(
  written: ApiRequest,
  {print}: Pick<SampleLanguage, 'print'>,
  {credentials = 'variable', scope = 'program'}: SnippetOptions = {},
): string {
  // What every client encodes in a URL is no reason to refuse it.
  const request = {...written, url: encodeForUrl(written.url)};
  const [problem] = checkRequest(request);
  if (problem) {
    throw new UnprintableRequest(`${problem.at}: ${problem.message}`);
  }
  return print(request, {credentials, scope});
}

/** The sample, or where there is none a comment of the language that says why. */
export function sampleOrReason(
  request: ApiRequest,
  language: Pick<SampleLanguage, 'print' | 'comment'>,
  options: SnippetOptions = {},
): string {
  try {
    return sampleOf(request, language, options);
  } catch (error) {
    if (error instanceof UnprintableRequest) {
      return `${language.comment} ${error.message}`;
    }
    throw error;
  }
}
