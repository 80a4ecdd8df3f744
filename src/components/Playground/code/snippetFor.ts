import type {ApiRequest} from '../../../request/apiRequest';
import {sampleOrReason, languages, type SnippetOptions} from '../../../snippets';

/** The code of a request in the language whose tab has this label. Throws where there is no such tab. */
export function snippetFor(request: ApiRequest, tab: string, options: SnippetOptions): string {
  const language = languages.find(({label}) => label === tab);
  if (!language) {
    throw new Error(`There are no samples in ${tab}.`);
  }
  return sampleOrReason(request, language.id, options);
}
