import type {Json, Operation} from '../api/operation';
import type {Answer} from './answer';

/** One fault of a request, as the `errors` of a problem details object name it. */
export interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

export interface ProblemDetails {
  readonly detail?: string;
  readonly errors?: readonly Fault[];
  readonly headers?: {readonly [name: string]: string};
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Unauthorized',
  404: 'Not found',
  405: 'Method not allowed',
  413: 'Content too large',
  422: 'Validation error',
  500: 'Internal error',
};

/**
 * Problem details (RFC 9457) for a status. The type, the title and, unless given, the detail are those of the example
 * in the document, so that the mock speaks as the API does.
 */
export function problem(
  operation: Operation | undefined,
  status: number,
  details: ProblemDetails = {},
): Answer {
  const documented = operation?.responses.find(response => response.status === String(status));
  const example = documented?.content[0]?.examples[0]?.value;
  const base = isObject(example)
    ? example
    : {type: 'about:blank', title: titles[status] ?? 'Error', status, detail: titles[status] ?? 'Error'};
  const {detail, errors, headers} = details;
  return {
    status,
    headers: {'Content-Type': 'application/problem+json', ...headers},
    body: {
      ...withoutErrors(base),
      ...(detail === undefined ? {} : {detail}),
      ...(errors === undefined
        ? {}
        : {errors: errors.map(({pointer, detail: text}) => ({pointer, detail: text}))}),
    },
  };
}

/** A 422 that names each fault. */
export function validationProblem(operation: Operation, errors: readonly Fault[]): Answer {
  const detail = errors.length === 1 ? 'One value does' : `${errors.length} values do`;
  return problem(operation, 422, {detail: `${detail} not fit the documentation.`, errors});
}

function withoutErrors({errors: _example, ...rest}: {readonly [name: string]: Json}): {
  readonly [name: string]: Json;
} {
  return rest;
}

function isObject(value: Json | undefined): value is {readonly [name: string]: Json} {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
