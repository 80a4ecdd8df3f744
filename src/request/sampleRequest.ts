import type {Operation} from '../api/operation';
import {serverUrl} from '../api/serverUrl';
import {buildRequest, type BuiltRequest} from './build';
import {credentialFor, requiredCredentials} from './credentials';
import {initialValues} from './initialValues';
import {parameterKey, type BodyValues, type RequestValues} from './values';

/** The request that a page shows as its sample: the named example, else the first, for the document's first server. */
export function sampleRequest(operation: Operation, example?: string): BuiltRequest {
  const [server] = operation.servers;
  return buildRequest(operation, valuesOf(operation, example), {
    baseUrl: server ? serverUrl(server) : '',
    credentials: requiredCredentials(operation).map(scheme => credentialFor(scheme, scheme.mockCredential)),
  });
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
