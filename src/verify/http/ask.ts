import type {ApiRequest} from '../../request/apiRequest';
import {DiagnosedError} from '../../client/diagnosis';
import type {Result} from '../../client/result';
import {send} from '../../client/send';
import {diagnoseInNode} from './diagnoseInNode';

export interface AskLimits {
  /** Milliseconds to wait for a response, and between two chunks of it. */
  readonly timeoutMs: number;
  /** Milliseconds after which a response that does not end is given up. */
  readonly wholeMs: number;
  readonly maxBytes: number;
}

const LIMITS: AskLimits = {timeoutMs: 30_000, wholeMs: 120_000, maxBytes: 8 * 1024 * 1024};

/** Samples may choose any file: their content does not matter. */
const file = new Blob(['Sample\n']);

/**
 * Sends a request from Node as the page does, without the restrictions of browsers. A redirect is a response like any
 * other.
 */
export async function ask(
  request: ApiRequest,
  signal: AbortSignal,
  {timeoutMs, wholeMs, maxBytes}: AskLimits = LIMITS,
): Promise<Result> {
  const end = AbortSignal.timeout(wholeMs);
  const result = await send(request, {
    // Only this kind of server may return redirects: browsers hide them otherwise.
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
