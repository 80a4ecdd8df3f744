import {responseOf} from '../api/http/documentedStatus';
import {bodyText, textFormat} from '../api/body/bodyText';
import {isJsonObject} from '../api/json';
import type {Json, MediaType, Operation} from '../api/operation';
import {valueOf} from '../api/schema/valueOf';
import type {Answer} from './answer';
import {errorBody} from './errorBody';
import {mediaTypeEssence, isJson} from '../api/http/mediaType';
import {statusText} from './statusText';

/** One invalid value of a request, an item of `errors` in a problem details object. */
export interface Fault {
  /** The part of the request that contains the value; the body by default. */
  readonly in?: 'query' | 'header';
  /** A JSON Pointer in URI fragment form (RFC 6901 §6) into that part: `#/email` in the body, `#/limit` in the query. */
  readonly pointer: string;
  readonly detail: string;
}

export interface ProblemDetails {
  readonly detail?: string;
  readonly errors?: readonly Fault[];
  readonly headers?: {readonly [name: string]: string};
  /** The name of the documented example to start from; the first by default. */
  readonly example?: string;
}

/**
 * Problem details (RFC 9457) for a status. The type, the title and, unless given, the detail are those of the example
 * in the document, so that the mock's errors read like the API's. A document with errors of another shape gets its own
 * shape.
 */
export function problem(
  operation: Operation | undefined,
  status: number,
  {detail, errors, headers, example}: ProblemDetails = {},
): Answer {
  const documented = documentedError(operation, status, example);
  const base = operation && documented ? problemBase(operation, documented, status) : plainProblem(status);
  if (operation && documented && !base) {
    return ownShape(operation, documented, {status, headers, reason: inOneText(detail, errors)});
  }
  return {
    status,
    headers: {...headers, 'Content-Type': documented?.mediaType.type ?? 'application/problem+json'},
    json: {
      ...base,
      // An example may be used for several statuses, and the member has to repeat the actual one (RFC 9457 §3.1.2).
      ...(base && 'status' in base ? {status} : {}),
      ...(detail === undefined ? {} : {detail}),
      ...(errors === undefined
        ? {}
        : {
            errors: errors.map(({in: part = 'body', pointer, detail: text}) => ({
              in: part,
              pointer,
              detail: text,
            })),
          }),
    },
  };
}

interface OwnAnswer {
  readonly status: number;
  readonly headers: ProblemDetails['headers'];
  readonly reason: string | undefined;
}

/** An error as the document describes it; the reason goes into a header if there is no place for it in the body. */
function ownShape(
  operation: Operation,
  {mediaType, value}: DocumentedError,
  {status, headers, reason}: OwnAnswer,
): Answer {
  const body = errorBody(operation, mediaType, value, {status, reason});
  const told = body.tells || reason === undefined ? {} : {[REASON]: inHeader(reason)};
  return isJson(mediaType.type)
    ? {status, headers: {...headers, ...told, 'Content-Type': mediaType.type}, json: body.value}
    : {
        status,
        headers: {...headers, ...told},
        content: {mediaType: mediaType.type, data: bodyText(operation, mediaType, body.value)},
      };
}

/** Whether a media type other than JSON can express an error: XML or text. */
function isWritten(type: string): boolean {
  return textFormat(type) === 'xml' || mediaTypeEssence(type) === 'text/plain';
}

/** The header with the reason for a rejection, if the document's errors have no place for it. */
export const REASON = 'X-Mock-Reason';

/** A header may only contain ASCII. */
function inHeader(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}

function inOneText(detail: string | undefined, errors: readonly Fault[] = []): string | undefined {
  const faults = errors.map(({in: part = 'body', pointer, detail: text}) => `${part} ${pointer} ${text}.`);
  return detail === undefined && faults.length === 0
    ? undefined
    : [...(detail === undefined ? [] : [detail]), ...faults].join(' ');
}

/** More faults are of no use, and the response must not grow with the request. */
const MOST_TOLD = 100;

/** A 422 that names the first invalid values; a 400 if the document has no 422. */
export function validationProblem(operation: Operation, errors: readonly Fault[]): Answer {
  const count = errors.length === 1 ? 'One value is invalid.' : `${errors.length} values are invalid.`;
  const rest = errors.length > MOST_TOLD ? ` The first ${MOST_TOLD} are listed.` : '';
  const documented = (status: string): boolean => operation.responses.some(other => other.status === status);
  const status = documented('400') && !documented('422') ? 400 : 422;
  return problem(operation, status, {detail: `${count}${rest}`, errors: errors.slice(0, MOST_TOLD)});
}

interface DocumentedError {
  readonly mediaType: MediaType;
  /** The documented example. Without one, only what an error needs is generated from the schema. */
  readonly value: Json | undefined;
}

/** Undefined if the document says nothing about the body of an error. */
function documentedError(
  operation: Operation | undefined,
  status: number,
  name: string | undefined,
): DocumentedError | undefined {
  const documented = operation && responseOf(operation, status);
  const mediaType = [isJson, isWritten].flatMap(
    fits => documented?.content.filter(({type}) => fits(type)) ?? [],
  )[0];
  if (!mediaType || (mediaType.schema === undefined && mediaType.examples.length === 0)) {
    return undefined;
  }
  const example = mediaType.examples.find(item => item.name === name) ?? mediaType.examples[0];
  return {mediaType, value: example?.value};
}

function plainProblem(status: number): JsonObject {
  const title = statusText(status);
  return {type: 'about:blank', title, status, detail: `${title}.`};
}

/** The base of the document's problem types; undefined if its errors are not problem details. */
function problemBase(
  operation: Operation,
  {mediaType, value}: DocumentedError,
  status: number,
): JsonObject | undefined {
  if (!mediaType.type.includes('problem')) {
    return undefined;
  }
  if (value !== undefined) {
    return isJsonObject(value) ? value : undefined;
  }
  const needed = valueOf(operation, mediaType.schema ?? true, {direction: 'response', as: 'start'});
  return {...(isJsonObject(needed) ? needed : {}), ...plainProblem(status)};
}

type JsonObject = {readonly [name: string]: Json};
