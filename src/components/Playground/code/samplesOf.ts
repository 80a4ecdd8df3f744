import {tabLanguages} from '@generated/openapi/default/tabLanguages.js';

import type {ApiRequest} from '../../../request/apiRequest';
import type {CodeExample} from '../../../request/examples/codeExamples';
import {checkRequest} from '../../../request/wire/checkRequest';
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

/** Whether any client can send a request as it is: only such a request has samples. */
export function isSendable(request: ApiRequest): boolean {
  return checkRequest(request).length === 0;
}
