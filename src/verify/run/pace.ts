import {headerValue} from '../../api/http/headerValue';
import {rateLimitOf} from '../../client/answer/rateLimit';
import type {ResponseResult, Result} from '../../client/result';
import type {ApiRequest} from '../../request/apiRequest';
import {Stopped} from './stop';

/** Sends a request and returns its result. */
export type Ask = (request: ApiRequest) => Promise<Result>;

export interface Pacing {
  readonly ask: Ask;
  /** Resolves after this number of seconds, or if the run is interrupted. */
  readonly wait: (seconds: number) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface Manner {
  /** Whether the request counts against the run's own rate limit. */
  readonly isOwnKey: boolean;
  /** Whether 429 and 503 are what the request is for. */
  readonly isWanted: (status: number) => boolean;
  /** Called with each response that asked to retry later. */
  readonly onPutOff: (result: ResponseResult) => void;
}

/** In seconds. Nobody waits longer at a terminal. */
const LONGEST_WAIT = 120;
const MOST_TRIES = 4;

/**
 * Respects the rate limit: waits for its reset if it is used up, and for `Retry-After` after a 429 or 503 (RFC 9110
 * §10.2.3).
 * @throws Stopped if the wait would be long, or the service repeatedly asks for more.
 */
export function createPacedAsk({
  ask,
  wait,
  now,
}: Pacing): (request: ApiRequest, manner: Manner) => Promise<Result> {
  let pause = 0;

  async function rest(seconds: number): Promise<void> {
    if (seconds > LONGEST_WAIT) {
      throw new Stopped(
        `The rate limit is used up: the service accepts requests again in ${seconds} seconds.`,
        'Run this again then, or send fewer requests with --only.',
      );
    }
    await wait(seconds);
  }

  return async (request, {isOwnKey, isWanted, onPutOff}) => {
    for (let tries = 1; ; tries++) {
      if (isOwnKey && pause > 0) {
        await rest(pause);
        pause = 0;
      }
      const result = await ask(request);
      if (result.type !== 'response') {
        return result;
      }
      const limit = rateLimitOf(result.headers, now());
      if (isOwnKey) {
        pause = limit?.remaining === 0 ? (limit.resetSeconds ?? 0) : 0;
      }
      const seconds = isWanted(result.status) ? undefined : putOffBy(result, now());
      if (seconds === undefined) {
        return result;
      }
      if (tries === MOST_TRIES) {
        throw new Stopped(
          `The service responded ${tries} times in a row with ${result.status}, although the run waited each time${headerValue(result.headers, 'retry-after') === undefined ? '; no Retry-After says how long to wait' : ' as Retry-After says'}.`,
          'Run this again when the service is less busy, or send fewer requests with --only.',
        );
      }
      onPutOff(result);
      await rest(Math.max(seconds, isOwnKey ? pause : 0));
      pause = 0;
    }
  };
}

/** The seconds after which to retry; undefined if the response does not ask for a retry. */
function putOffBy({status, headers}: ResponseResult, now: number): number | undefined {
  const text = headerValue(headers, 'retry-after')?.trim();
  if (status !== 429 && !(status === 503 && text !== undefined)) {
    return undefined;
  }
  const time = Date.parse(text ?? '');
  return /^\d+$/.test(text ?? '')
    ? Number(text)
    : Number.isNaN(time)
      ? 1
      : Math.max(0, Math.ceil((time - now) / 1000));
}
