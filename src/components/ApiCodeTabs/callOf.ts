import {loadOperation} from '@generated/openapi/default/loaders.js';

import {sampleRequest} from '../../request/sampleRequest';
import {generateSnippet, languages} from '../../snippets';

/** The call alone of a page's sample, for the tab of this label. It is made when it is asked for, so no page carries it. */
export async function callOf(operationId: string, example: string | undefined, tab: string): Promise<string> {
  const {request} = sampleRequest(await loadOperation(operationId), example);
  const language = languages.find(({label}) => label === tab);
  if (!language) {
    throw new Error(`There are no samples in ${tab}.`);
  }
  return generateSnippet(request, language.id, {scope: 'call'});
}
