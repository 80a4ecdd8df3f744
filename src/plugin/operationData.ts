import type {Api, Operation} from '../api/operation';

/** What a form is given of an operation, as JSON: without what its page alone shows. */
export function operationData(operation: Operation): string {
  return JSON.stringify(withoutSamples(operation));
}

/** What a mock is given of an API, as JSON. */
export function apiData(api: Api): string {
  return JSON.stringify({...api, operations: api.operations.map(withoutSamples)});
}

function withoutSamples({codeSamples, ...operation}: Operation): Operation {
  return operation;
}
