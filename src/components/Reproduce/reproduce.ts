import {loadApi, loadMockRules, loadOperation} from '@generated/openapi/default/loaders.js';

import type {Operation} from '../../api/operation';
import {serverUrl} from '../../api/serverUrl';
import {checkAnswer, type CheckOutcome} from '../../client/answer/checkAnswer';
import type {Result} from '../../client/result';
import {send} from '../../client/send';
import {createPageMock} from '../../mock/page';
import type {ApiRequest} from '../../request/apiRequest';
import {valuesFromRequest} from '../../request/back/valuesFromRequest';
import {mockCredentials} from '../../request/credentials';
import {reproductionRequest} from '../../request/examples/reproduce';
import type {RequestValues} from '../../request/values';
import {buildRequest} from '../../request/wire/build';
import {curl} from '../../snippets/curl';
import {sampleOrReason} from '../../snippets/sampleOf';

/** A request that was sent to reproduce a response. */
export interface Reproduced {
  readonly operation: Operation;
  /** What triggers the response, in a sentence. */
  readonly summary: string;
  /** The request as a cURL command for the document's own server. */
  readonly curl: string;
  readonly result: Result;
  /** The values of the form for this request; undefined if a form cannot make it, such as one without a key. */
  readonly values: RequestValues | undefined;
  /** How the response compares with the document; undefined if there was none. */
  readonly check: CheckOutcome | undefined;
}

/**
 * Sends the request that triggers a documented status. A separate mock in its initial state responds: the reproduction
 * works whatever the reader did before, and does not change their data.
 * @throws Error if a part of the site cannot be loaded.
 */
export async function reproduce(operationId: string, status: string): Promise<Reproduced> {
  const [operation, api, rules] = await Promise.all([loadOperation(operationId), loadApi(), loadMockRules()]);
  const {reproduction} = operation.responses.find(response => response.status === status) ?? {};
  const mock = createPageMock({api, ...(rules ? {rules} : {})});
  const [server] = operation.servers;
  const baseUrl = server ? serverUrl(server) : '';
  const shown = reproductionRequest(operation, reproduction, baseUrl);
  const isOwnKey = reproduction?.credential === undefined;
  const result = await send(reproductionRequest(operation, reproduction, mock.baseUrl), {
    fetch: mock.fetch,
    target: 'page-mock',
  });
  return {
    operation,
    summary: reproduction?.summary ?? '',
    curl: sampleOrReason(shown, curl, {credentials: isOwnKey ? 'variable' : 'literal'}),
    result,
    values: isOwnKey ? valuesThatMake(operation, shown, baseUrl) : undefined,
    check:
      result.type === 'response'
        ? checkAnswer({
            operation,
            result: {...result, body: {text: result.body.text, cut: result.body.cut}},
            method: operation.method,
            allHeaders: true,
          })
        : undefined,
  };
}

/** Values read back from a request are only used if they make the same request. */
function valuesThatMake(
  operation: Operation,
  request: ApiRequest,
  baseUrl: string,
): RequestValues | undefined {
  const values = valuesFromRequest(operation, request);
  const {request: again} = buildRequest(operation, values, {
    baseUrl,
    credentials: mockCredentials(operation),
  });
  return sampleOrReason(again, curl, literal) === sampleOrReason(request, curl, literal) ? values : undefined;
}

const literal = {credentials: 'literal'} as const;
