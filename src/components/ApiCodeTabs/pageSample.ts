import {loadOperation} from '@generated/openapi/default/loaders.js';

import {sampleRequest} from '../../request/examples/sampleRequest';
import type {SampleLanguage} from '../../snippets/sampleLanguage';
import {sampleOrReason} from '../../snippets/sampleOf';
import {snippetFor} from '../Playground/code/snippetFor';

/** A page's sample in a language that the page does not contain. */
export async function pageSample(
  operationId: string,
  example: string | undefined,
  language: SampleLanguage,
): Promise<string> {
  const {request} = sampleRequest(await loadOperation(operationId), example);
  return sampleOrReason(request, language);
}

/** Only the call of a page's sample, for the tab of this label. Made on demand, so no page contains it. */
export async function callOf(operationId: string, example: string | undefined, tab: string): Promise<string> {
  const {request} = sampleRequest(await loadOperation(operationId), example);
  return snippetFor(request, tab, {scope: 'call'});
}
