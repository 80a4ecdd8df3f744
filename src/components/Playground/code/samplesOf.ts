import type {ApiRequest} from '../../../request/apiRequest';
import type {CodeExample} from '../../../request/examples/codeExamples';
import {sampleOrReason, languages, type SnippetOptions} from '../../../snippets';

/** The samples of a request in every language. */
export function samplesOf(
  request: ApiRequest,
  credentials: NonNullable<SnippetOptions['credentials']>,
): readonly CodeExample[] {
  return languages.map(({id, label, highlight}) => ({
    language: highlight,
    label,
    code: sampleOrReason(request, id, {credentials}),
  }));
}
