import type {Operation} from '../api/operation';
import {serverUrl} from '../api/serverUrl';
import {buildRequest} from '../request/build';
import type {CodeExample} from '../request/codeExamples';
import {credentialFor, requiredCredentials} from '../request/credentials';
import {initialValues} from '../request/initialValues';
import {parameterKey, type BodyValues, type RequestValues} from '../request/values';
import {generateSnippet, languages} from '../snippets';

/**
 * The samples of an operation as its page opens, one a language: the named example, else the first, sent to the document's
 * first server.
 * @throws Error when the document gives no request that can be sent.
 */
export function codeExamples(operation: Operation, example?: string): readonly CodeExample[] {
  const [server] = operation.servers;
  const {request, problems} = buildRequest(operation, valuesOf(operation, example), {
    baseUrl: server ? serverUrl(server) : '',
    credentials: requiredCredentials(operation).map(scheme => credentialFor(scheme, scheme.mockCredential)),
  });
  const [problem] = problems;
  if (problem) {
    throw new Error(
      `Operation "${operation.id}" has no sample request. ${problem.at}: ${problem.message} Give it an example in the OpenAPI document.`,
    );
  }
  return languages.map(({id, label, highlight}) => ({
    language: highlight,
    label,
    code: generateSnippet(request, id),
  }));
}

/** What the form starts with. What has no example stands for itself: a part of the path by its name, a body by a file. */
function valuesOf(operation: Operation, example: string | undefined): RequestValues {
  const values = initialValues(operation, example);
  const names = operation.parameters
    .filter(parameter => parameter.in === 'path' && !values.parameters[parameterKey(parameter)])
    .map(parameter => [parameterKey(parameter), parameter.name] as const);
  return {
    ...values,
    parameters: {...values.parameters, ...Object.fromEntries(names)},
    bodies: Object.fromEntries(Object.entries(values.bodies).map(([type, body]) => [type, withFile(body)])),
  };
}

function withFile(body: BodyValues): BodyValues {
  return body.type === 'file' && !body.file ? {type: 'file', file: {id: 'sample', name: 'file'}} : body;
}
