import type {Json, Operation} from '../api/operation';
import type {Answer} from './answer';
import type {ReadBody} from './body/bodyResult';
import type {MockRequest} from './mockRequest';

/** A request that has passed authentication and validation, as handlers see it. */
export interface HandlerContext {
  readonly operation: Operation;
  readonly request: MockRequest;
  /** The path below the base path, decoded as little as the router needs. */
  readonly path: string;
  readonly pathParameters: {readonly [name: string]: string};
  /** Parameters with the types of their schemas; header names in lower case. */
  readonly query: ReadonlyMap<string, Json>;
  readonly headers: ReadonlyMap<string, Json>;
  readonly body: ReadBody;
  /** The {@link Answer.repeat} of an earlier request with the same idempotency key. */
  readonly repeated?: Json;
  /** The base path under which the operation was found, such as `/v1`. */
  readonly basePath: string;
  /** The time of the request, in milliseconds since 1970. */
  readonly nowMs: number;
  /** The same time as RFC 3339 in UTC, whole seconds. */
  readonly now: string;
}

/** The rules of one operation. It changes the store without an `await` in between, so that its changes are atomic. */
export type Handler = (context: HandlerContext) => Answer | Promise<Answer>;
export type Handlers = {readonly [operationId: string]: Handler};

/** The JSON body of a request; null if it has none. */
export function jsonBody({body}: HandlerContext): Json {
  return body.type === 'json' ? body.value : null;
}

/** A time in milliseconds as RFC 3339 in UTC, whole seconds. */
export function timestamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
