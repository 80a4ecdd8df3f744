import {isObject} from '../api/json';
import type {Json} from '../api/operation';
import type {Answer} from './answer';
import type {HandlerContext} from './handler';
import {validationProblem} from './problem';
import type {Store, Table} from './store';

/** How long a response is kept for repeated requests. */
const KEPT_MS = 24 * 60 * 60 * 1000;
/** Says that a response repeats an earlier one. */
export const REPLAYED = {'Idempotent-Replayed': 'true'} as const;

type Kept = {
  /** The row's own id. */
  readonly key: string;
  readonly fingerprint: string;
  readonly atMs: number;
  readonly status: number;
  readonly headers: {readonly [name: string]: string};
  /** The body, or what a handler needs to stream it again. */
  readonly json: Json;
  readonly streamed: boolean;
};

/** The result of a request whose key was used before: a complete response, or a stream that its handler sends again. */
export type Replay =
  {readonly type: 'answer'; readonly answer: Answer} | {readonly type: 'stream'; readonly repeated: Json};

export interface Idempotency {
  /** The earlier response to this request, or a 422 if the key was used for a different request. */
  readonly replay: (context: HandlerContext) => Replay | undefined;
  /** Stores a success, for operations that document the header `Idempotency-Key`. */
  readonly keep: (context: HandlerContext, answer: Answer) => void;
}

export function createIdempotency(store: Store): Idempotency {
  const answers: Table<Kept> = store.table({name: 'idempotency', isRow: isKept});

  function keyOf({operation, path, headers}: HandlerContext): string | undefined {
    const key = headers.get('idempotency-key');
    return typeof key === 'string' ? `${operation.method} ${path} ${key}` : undefined;
  }

  function forgetOld(nowMs: number): void {
    // Rows come oldest first; deleting while iterating over a Map is safe.
    for (const {row} of answers.rows()) {
      if (nowMs - row.atMs < KEPT_MS) {
        return;
      }
      answers.remove(row.key);
    }
  }

  return {
    replay(context) {
      const {operation, body, nowMs} = context;
      forgetOld(nowMs);
      const key = keyOf(context);
      const kept = key === undefined ? undefined : answers.get(key);
      if (!kept) {
        return undefined;
      }
      if (kept.fingerprint !== body.fingerprint) {
        const detail = 'was used for another request; use a new value for each';
        const answer = validationProblem(operation, [{in: 'header', pointer: '#/Idempotency-Key', detail}]);
        return {type: 'answer', answer};
      }
      const {status, headers, json, streamed} = kept;
      return streamed
        ? {type: 'stream', repeated: json}
        : {type: 'answer', answer: {status, headers: {...headers, ...REPLAYED}, json}};
    },
    keep(context, {status, headers = {}, json, repeat}) {
      const key = keyOf(context);
      const kept = json ?? repeat;
      if (key !== undefined && status < 300 && kept !== undefined) {
        const {body, nowMs} = context;
        const streamed = repeat !== undefined;
        answers.put(key, {
          key,
          fingerprint: body.fingerprint,
          atMs: nowMs,
          status,
          headers,
          json: kept,
          streamed,
        });
      }
    },
  };
}

function isKept(value: Json | undefined): value is Kept {
  return isObject(value) && typeof value.fingerprint === 'string' && typeof value.atMs === 'number';
}
