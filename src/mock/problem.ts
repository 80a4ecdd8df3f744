import {isObject} from '../api/json';
import type {Json, Operation, OperationResponse} from '../api/operation';
import {exampleOf} from '../api/schema/example';
import type {Answer} from './answer';
import {statusText} from './statusText';

/** One fault of a request, as the `errors` of a problem details object name it. */
export interface Fault {
  /** In the body `#/email`; in a parameter `#/query/limit`. */
  readonly pointer: string;
  readonly detail: string;
}

export interface ProblemDetails {
  readonly detail?: string;
  readonly errors?: readonly Fault[];
  readonly headers?: {readonly [name: string]: string};
  /** The name of the documented example to start from; the first otherwise. */
  readonly example?: string;
}

/**
 * Problem details (RFC 9457) for a status. The type, the title and, unless given, the detail are those of the example
 * in the document, so that the mock speaks as the API does. A document with errors of another shape gets its own shape.
 */
export function problem(
  operation: Operation | undefined,
  status: number,
  {detail, errors, headers, example}: ProblemDetails = {},
): Answer {
  const documented = documentedError(operation, status, example);
  if (documented && !isProblem(documented)) {
    return {status, headers: {...headers, 'Content-Type': documented.mediaType}, json: documented.value};
  }
  const title = statusText(status);
  const base = documented?.value ?? {type: 'about:blank', title, status, detail: `${title}.`};
  return {
    status,
    headers: {...headers, 'Content-Type': documented?.mediaType ?? 'application/problem+json'},
    json: {
      ...base,
      // An example may stand for several statuses, and the member repeats the one that is sent (RFC 9457 §3.1.2).
      ...('status' in base ? {status} : {}),
      ...(detail === undefined ? {} : {detail}),
      ...(errors === undefined
        ? {}
        : {errors: errors.map(({pointer, detail: text}) => ({pointer, detail: text}))}),
    },
  };
}

/** A 422 that names each fault; a 400 where the document knows that alone. */
export function validationProblem(operation: Operation, errors: readonly Fault[]): Answer {
  const detail = errors.length === 1 ? 'One value does' : `${errors.length} values do`;
  const documented = (status: string): boolean => operation.responses.some(other => other.status === status);
  const status = documented('400') && !documented('422') ? 400 : 422;
  return problem(operation, status, {detail: `${detail} not fit the documentation.`, errors});
}

interface DocumentedError {
  readonly mediaType: string;
  readonly value: Json;
}

function documentedError(
  operation: Operation | undefined,
  status: number,
  name: string | undefined,
): DocumentedError | undefined {
  const documented = operation && responseOf(operation, status);
  const content = documented?.content.find(({type}) => /json/i.test(type));
  if (!operation || !content) {
    return undefined;
  }
  const example = content.examples.find(item => item.name === name) ?? content.examples[0];
  return {
    mediaType: content.type,
    value: example?.value ?? exampleOf(operation, content.schema ?? true, 'response'),
  };
}

/** What the document says of a status: by itself, in its range, or by `default`. */
export function responseOf({responses}: Operation, status: number): OperationResponse | undefined {
  return [String(status), `${String(status).charAt(0)}XX`, 'default']
    .map(key => responses.find(response => response.status === key))
    .find(response => response !== undefined);
}

function isProblem(
  documented: DocumentedError,
): documented is {mediaType: string; value: {readonly [name: string]: Json}} {
  return documented.mediaType.includes('problem') && isObject(documented.value);
}
