import type {ApiRequest} from '../../request/apiRequest';
import type {CodeExample} from '../../request/codeExamples';
import {checkRequest} from '../../request/checkRequest';
import {generateSnippet, languages, type SnippetOptions} from '../../snippets';

/** The samples of a request in every language, or undefined while the request has a value that cannot be sent. */
export function samplesOf(
  request: ApiRequest,
  credentials: NonNullable<SnippetOptions['credentials']>,
): readonly CodeExample[] | undefined {
  if (checkRequest(request).length > 0) {
    return undefined;
  }
  return languages.map(({id, label, highlight}) => ({
    language: highlight,
    label,
    code: generateSnippet(request, id, {credentials}),
  }));
}
