import type {ApiRequest} from '../request/apiRequest';
import {encodeForUrl} from '../request/percentEncoding';
import {checkRequest} from '../request/wire/checkRequest';
import {printCurl} from './curl';
import {printGo} from './go';
import {printNode} from './node';
import {printPython} from './python';
import {UnprintableRequest, type Language, type PrintSnippet, type SnippetOptions} from './snippet';

export {UnprintableRequest, type Language, type SnippetOptions} from './snippet';

/** The languages in the order of the tabs; `highlight` is their name for Prism. */
export const languages: readonly {
  readonly id: Language;
  readonly label: string;
  readonly highlight: string;
}[] = [
  {id: 'curl', label: 'cURL', highlight: 'bash'},
  {id: 'node', label: 'Node.js', highlight: 'javascript'},
  {id: 'python', label: 'Python', highlight: 'python'},
  {id: 'go', label: 'Go', highlight: 'go'},
];

const printers: {readonly [language in Language]: PrintSnippet} = {
  curl: printCurl,
  node: printNode,
  python: printPython,
  go: printGo,
};

/**
 * A complete program that puts exactly this request on the wire, prints the answer, and exits with an error when the
 * API answers with one; or the call alone, for a program that the reader has. Throws
 * {@link UnprintableRequest} when no client could send the request, or not the one of this language.
 */
export function generateSnippet(
  written: ApiRequest,
  language: Language,
  options: SnippetOptions = {},
): string {
  // What every client encodes in a URL is no reason to refuse it.
  const request = {...written, url: encodeForUrl(written.url)};
  const [problem] = checkRequest(request);
  if (problem) {
    throw new UnprintableRequest(`${problem.at}: ${problem.message}`);
  }
  const {credentials = 'variable', scope = 'program'} = options;
  return printers[language](request, {credentials, scope});
}

/** The sample, or where there is none a comment of the language that says why. */
export function sampleOrReason(
  request: ApiRequest,
  language: Language,
  options: SnippetOptions = {},
): string {
  try {
    return generateSnippet(request, language, options);
  } catch (error) {
    if (error instanceof UnprintableRequest) {
      return `${language === 'curl' || language === 'python' ? '#' : '//'} ${error.message}`;
    }
    throw error;
  }
}
