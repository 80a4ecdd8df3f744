import type {Json, Operation} from '../api/operation';
import type {Store} from './store';

/** What a handler answers, before the headers that every answer carries. */
export interface Answer {
  readonly status: number;
  readonly headers?: {readonly [name: string]: string};
  /** Left out: no body. */
  readonly body?: Json;
}

/** What a handler knows of a request that has passed authentication and validation. */
export interface HandlerContext {
  readonly operation: Operation;
  readonly pathParameters: {readonly [name: string]: string};
  readonly query: URLSearchParams;
  /** The parsed JSON body; null when the operation has none. */
  readonly body: Json;
  readonly store: Store;
  /** The path under which the API stands, such as `/v1`. */
  readonly basePath: string;
  /** The time of the request, RFC 3339 in UTC, whole seconds. */
  readonly now: string;
  /** A new id with a prefix, such as `usr_`. */
  readonly newId: (prefix: string) => string;
}

/** The rules of one operation. */
export type Handler = (context: HandlerContext) => Answer;
