import {exampleNames} from '../../src/api/exampleNames';
import type {Operation} from '../../src/api/operation';
import type {ApiRequest} from '../../src/request/apiRequest';
import {buildRequest} from '../../src/request/wire/build';
import {credentialFor, requiredCredentials} from '../../src/request/credentials';
import {initialValues} from '../../src/request/examples/initialValues';

/** The names of an operation's examples; one undefined where it has none. */
export function sampleExamples(operation: Operation): readonly (string | undefined)[] {
  const names = exampleNames(operation);
  return names.length > 0 ? names : [undefined];
}

/** The request of an operation and an example, with the mock's key. Throws when the example cannot be sent. */
export function requestOf(operation: Operation, example: string | undefined, baseUrl: string): ApiRequest {
  const {request, problems} = buildRequest(operation, initialValues(operation, example), {
    baseUrl,
    credentials: requiredCredentials(operation).map(scheme => credentialFor(scheme, scheme.mockCredential)),
  });
  const [problem] = problems;
  if (problem) {
    throw new Error(`${operation.id}, example ${example ?? 'none'}: ${problem.at}: ${problem.message}`);
  }
  return request;
}
