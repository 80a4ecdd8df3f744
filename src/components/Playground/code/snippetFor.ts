import {moreLanguages} from '@generated/openapi/default/moreLanguages.js';
import {tabLanguages} from '@generated/openapi/default/tabLanguages.js';

import type {ApiRequest} from '../../../request/apiRequest';
import {sampleOrReason} from '../../../snippets/sampleOf';
import type {SnippetOptions} from '../../../snippets/snippet';

/** The code of a request in the language with this label. Rejects if there is none, or it cannot be loaded. */
export async function snippetFor(request: ApiRequest, tab: string, options: SnippetOptions): Promise<string> {
  const language =
    tabLanguages.find(({label}) => label === tab) ??
    (await moreLanguages.find(({label}) => label === tab)?.load());
  if (!language) {
    throw new Error(`There are no samples in ${tab}.`);
  }
  return sampleOrReason(request, language, options);
}
