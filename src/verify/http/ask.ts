import type {ApiRequest} from '../../request/apiRequest';
import {DiagnosedError} from '../../client/diagnosis';
import type {Result} from '../../client/result';
import {send} from '../../client/send';
import {diagnoseInNode} from './diagnoseInNode';

export interface AskLimits {
  /** Milliseconds to wait for a response, and between two pieces of it. */
  readonly timeoutMs: number;
  /** Milliseconds after which a response is given up that goes on and on. */
  readonly wholeMs: number;
  readonly maxBytes: number;
}

const LIMITS: AskLimits = {timeoutMs: 30_000, wholeMs: 120_000, maxBytes: 8 * 1024 * 1024};

/** Files that samples pick stand for any: their content is theirs to choose. */
const file = new Blob(['Sample\n']);

/** Sends a request from Node as the page does, but for what only browsers ask. A redirect is a response like any other. */
export async function ask(
  request: ApiRequest,
  signal: AbortSignal,
  {timeoutMs, wholeMs, maxBytes}: AskLimits = LIMITS,
): Promise<Result> {
  const end = AbortSignal.timeout(wholeMs);
  const result = await send(request, {
    // Whoever shows redirects is no browser: so does the mock in the page.
    target: 'page-mock',
    files: new Map([['sample', file]]),
    timeoutMs,
    maxBytes,
    signal: AbortSignal.any([signal, end]),
    fetch: sent =>
      fetch(sent).catch((error: unknown) => {
        throw new DiagnosedError(diagnoseInNode(error, request.url));
      }),
  });
  return result.type === 'response' && result.body.cut === 'cancelled' && signal.aborted
    ? {type: 'aborted', durationMs: result.durationMs}
    : result;
}
