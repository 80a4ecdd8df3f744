import type {ApiRequest} from '../../../src/request/apiRequest';
import type {FailureResult, ResponseResult, Result} from '../../../src/client/result';

/** A plain GET, with what a test wants to be different. */
export function requestTo(url: string, differences: Partial<ApiRequest> = {}): ApiRequest {
  return {
    method: 'GET',
    url,
    headers: [],
    credentials: [],
    body: {type: 'none'},
    expects: {type: 'text'},
    ...differences,
  };
}

export function asResponse(result: Result): ResponseResult {
  if (result.type !== 'response') {
    throw new Error(`Expected a response, got ${JSON.stringify(result)}`);
  }
  return result;
}

export function asFailure(result: Result): FailureResult {
  if (result.type !== 'failure') {
    throw new Error(`Expected a failure, got ${JSON.stringify(result)}`);
  }
  return result;
}
