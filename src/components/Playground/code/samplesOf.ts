import {tabLanguages} from '@generated/openapi/default/tabLanguages.js';

import type {ApiRequest} from '../../../request/apiRequest';
import type {CodeExample} from '../../../request/examples/codeExamples';
import {sampleOrReason} from '../../../snippets/sampleOf';
import type {SnippetOptions} from '../../../snippets/snippet';

/** The samples of a request, one per tab. */
export function samplesOf(
  request: ApiRequest,
  credentials: NonNullable<SnippetOptions['credentials']>,
): readonly CodeExample[] {
  return tabLanguages.map(language => ({
    language: language.highlight,
    label: language.label,
    code: sampleOrReason(request, language, {credentials}),
  }));
}
