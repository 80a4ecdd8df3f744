import {isObject} from '../api/json';
import type {Json} from '../api/operation';
import type {Answer} from './answer';
import type {HandlerContext} from './handler';
import {validationProblem} from './problem';
import type {Store, Table} from './store';

/** How long an answer is kept for a request that comes again. */
const KEPT_MS = 24 * 60 * 60 * 1000;

type Kept = {
  /** The row's own id. */
  readonly key: string;
  readonly fingerprint: string;
  readonly atMs: number;
  readonly status: number;
  readonly headers: {readonly [name: string]: string};
  readonly json: Json;
};

export interface Idempotency {
  /** The answer that this very request got before, or a 422 when the key was used for another one. */
  readonly replay: (context: HandlerContext) => Answer | undefined;
  /** Keeps a success, for the operations that document the header `Idempotency-Key`. */
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
        return validationProblem(operation, [{pointer: '#/header/Idempotency-Key', detail}]);
      }
      const {status, headers, json} = kept;
      return {status, headers: {...headers, 'Idempotent-Replayed': 'true'}, json};
    },
    keep(context, {status, headers = {}, json}) {
      const key = keyOf(context);
      if (key !== undefined && status < 300 && json !== undefined) {
        const {body, nowMs} = context;
        answers.put(key, {key, fingerprint: body.fingerprint, atMs: nowMs, status, headers, json});
      }
    },
  };
}

function isKept(value: Json | undefined): value is Kept {
  return isObject(value) && typeof value.fingerprint === 'string' && typeof value.atMs === 'number';
}
