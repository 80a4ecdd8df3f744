import {responseOf} from '../api/http/documentedStatus';
import type {Operation, Schema} from '../api/operation';
import {directedValue} from '../api/schema/directedValue';
import {validateSchema} from '../api/schema/validateSchema';
import {valueOf} from '../api/schema/valueOf';
import {valueTypes} from '../api/schema/valueTypes';
import {english} from '../words';
import type {Account} from './account';
import type {Answer} from './answer';
import type {HandlerContext} from './handler';
import {authenticate} from './authenticate';
import type {ReadBody} from './body/bodyResult';
import {readBody} from './body/readBody';
import {jsonContent} from './generic/success';
import {REPLAYED, type Replay} from './idempotency';
import {refuseNotAcceptable} from './negotiate';
import {requestParameters} from './parameters';
import {preferredAnswer} from './prefer';
import {problem, validationProblem, type Fault} from './problem';
import type {Quota, RateLimiter} from './rateLimiter';
import type {MockRequest} from './mockRequest';
import {timestamp} from './handler';
import type {Scenario} from './scenario';
import {StorageError} from './store';

/** A request for which the router has found an operation. */
export interface RoutedRequest {
  readonly operation: Operation;
  readonly pathParameters: HandlerContext['pathParameters'];
  readonly request: MockRequest;
  /** The path below the base path, as sent. */
  readonly path: string;
  /** The query as sent. */
  readonly search: string;
  readonly basePath: string;
  readonly nowMs: number;
}

export interface JudgeTools {
  readonly account: Account;
  readonly scenario: Scenario;
  readonly rateLimit: RateLimiter;
  readonly random: () => number;
  readonly withoutCookies: boolean;
}

export interface Judgement {
  readonly answer: Answer;
  readonly quota: Quota;
}

/** Responds to a request: checks it in the order in which a real API would, then applies the rules of the operation. */
export async function judge(arrival: RoutedRequest, tools: JudgeTools): Promise<Judgement> {
  const {operation, request, nowMs} = arrival;
  const {scenario, rateLimit, random, withoutCookies} = tools;
  // An operation that documents no 403 changes nothing, so a read-only key is sufficient.
  const reads =
    /^(GET|HEAD)$/.test(request.method) || !operation.responses.some(({status}) => status === '403');
  const identity = authenticate(operation, request, {expired: scenario.expiredKey, reads, withoutCookies});
  const known = identity.type === 'known';
  const quota = rateLimit.count({
    name: known ? identity.name : 'nobody',
    exhausted: known && identity.exhausted,
    nowMs,
    limit: scenario.rateLimit,
  });
  if (!known) {
    return {answer: identity.answer, quota};
  }
  const accept = request.headers.get('Accept');
  const refusal =
    refuseExceeded(operation, quota) ??
    preferredAnswer(operation, request.headers.get('Prefer'), accept, random) ??
    refuseNotAcceptable(operation, accept);
  const answer = refusal ?? (await follow(arrival, tools.account).catch(refuseNotStored));
  return {answer: asDocumented(operation, answer), quota};

  /** Bytes of a file are stored while the body is read. */
  function refuseNotStored(error: unknown): Answer {
    if (error instanceof StorageError) {
      return notStored(operation, error);
    }
    throw error;
  }
}

/** The JSON of a response without `writeOnly` values, and with required `readOnly` values made up if they are missing. */
function asDocumented(operation: Operation, answer: Answer): Answer {
  const {json, status, headers} = answer;
  const schema = jsonContent(responseOf(operation, status), headers?.['Content-Type'] ?? null)?.schema;
  return json === undefined || schema === undefined
    ? answer
    : {
        ...answer,
        json: directedValue(operation, schema, json, 'response', member =>
          valueOf(operation, member, {direction: 'response', as: 'example'}),
        ),
      };
}

/** The response to a request that the mock could not store. */
export function notStored(operation: Operation | undefined, {message}: StorageError): Answer {
  return problem(operation, 507, {detail: message});
}

function refuseExceeded(operation: Operation, {exceeded, retryAfterSeconds}: Quota): Answer | undefined {
  return exceeded
    ? problem(operation, 429, {headers: {'Retry-After': String(retryAfterSeconds)}})
    : undefined;
}

/** Reads and validates the request, and applies the rules of its operation. */
async function follow(arrival: RoutedRequest, account: Account): Promise<Answer> {
  const {operation, request, search, nowMs} = arrival;
  const {files, idempotency, handlerOf, newFileId} = account;
  const result = await readBody(operation, request, {files, newFileId});
  if (result.type === 'refused') {
    return result.answer;
  }
  const {body} = result;
  const {query, headers, faults} = requestParameters(operation, search, name => request.headers.get(name));
  const all = [...faults, ...bodyFaults(operation, body)];
  const context: HandlerContext = {...arrival, query, headers, body, now: timestamp(nowMs)};
  const replay: Replay | undefined =
    all.length > 0
      ? {type: 'answer', answer: validationProblem(operation, all)}
      : idempotency.replay(context);
  if (replay?.type === 'answer') {
    const uploaded = body.type === 'multipart' ? body.files : [];
    await Promise.all(uploaded.map(({id}) => files.remove(id)));
    return replay.answer;
  }
  if (replay) {
    const answer = await handlerOf(operation.id)({...context, repeated: replay.repeated});
    return {...answer, headers: {...answer.headers, ...REPLAYED}};
  }
  const answer = await handlerOf(operation.id)(context);
  idempotency.keep(context, answer);
  return answer;
}

/** Bytes of other media types are not inspected. A text is a single value of its schema. */
function bodyFaults(operation: Operation, body: ReadBody): Fault[] {
  if (body.type === 'none') {
    return [];
  }
  const {mediaType, value} = body;
  const schema = mediaType.schema ?? true;
  if (body.type === 'other' && !isText(operation, mediaType.type, schema)) {
    return [];
  }
  return [
    ...validateSchema(operation, schema, value, english, 'request').map(({pointer, message}) => ({
      pointer,
      detail: message,
    })),
    ...(body.type === 'multipart' ? body.faults : []),
  ];
}

function isText(operation: Operation, type: string, schema: Schema): boolean {
  return /^text\//i.test(type) && valueTypes(operation, schema)?.includes('string') === true;
}
