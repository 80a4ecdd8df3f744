import {loadOperation} from '@generated/openapi/default/loaders.js';

import {sampleRequest} from '../../request/examples/sampleRequest';
import type {SampleLanguage} from '../../snippets/sampleLanguage';
import {sampleOrReason} from '../../snippets/sampleOf';
import {snippetFor} from '../Playground/code/snippetFor';

/** A page's sample in a language that the page does not carry. */
export async function pageSample(
  operationId: string,
  example: string | undefined,
  language: SampleLanguage,
): Promise<string> {
  const {request} = sampleRequest(await loadOperation(operationId), example);
  return sampleOrReason(request, language);
}

/** The call alone of a page's sample, for the tab of this label. It is made when it is asked for, so no page carries it. */
export async function callOf(operationId: string, example: string | undefined, tab: string): Promise<string> {
  const {request} = sampleRequest(await loadOperation(operationId), example);
  return snippetFor(request, tab, {scope: 'call'});
}
