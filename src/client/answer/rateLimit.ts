import {headerValue} from '../../api/http/headerValue';
import type {HeaderField} from '../../request/apiRequest';

/** How many more requests an API accepts. */
export interface RateLimit {
  /** Requests in a window. */
  readonly limit?: number;
  readonly remaining: number;
  /** Seconds until the window ends. */
  readonly resetSeconds?: number;
}

/** A reset above this is a time since 1970 and not a duration. */
const LONGEST_WAIT_SECONDS = 60 * 60 * 24 * 366;

/**
 * The rate limit in the headers of a response: separate `X-RateLimit-*` or `RateLimit-*` fields, or the structured
 * `RateLimit: "name";r=9;t=42` of the IETF draft. Undefined if there is none.
 * @param now - Milliseconds since 1970, for APIs that send the time of the reset.
 */
export function rateLimitOf(headers: readonly HeaderField[], now: number): RateLimit | undefined {
  const structured = headerValue(headers, 'ratelimit') ?? '';
  const parameter = (text: string, name: string): number | undefined =>
    wholeNumber(new RegExp(`[;,]\\s*${name}=(\\d+)`).exec(text)?.[1]);
  const field = (name: string): number | undefined =>
    wholeNumber(headerValue(headers, `x-ratelimit-${name}`) ?? headerValue(headers, `ratelimit-${name}`));
  const remaining = field('remaining') ?? parameter(structured, 'r');
  if (remaining === undefined) {
    return undefined;
  }
  const limit = field('limit') ?? parameter(headerValue(headers, 'ratelimit-policy') ?? '', 'q');
  const reset = field('reset') ?? parameter(structured, 't');
  return {
    ...(limit === undefined ? {} : {limit}),
    remaining,
    ...(reset === undefined ? {} : {resetSeconds: secondsUntil(reset, now)}),
  };
}

/** Whether a header is about the rate limit. */
export function isRateLimitHeader(name: string): boolean {
  return /^(x-)?ratelimit(-|$)/i.test(name);
}

function secondsUntil(reset: number, now: number): number {
  return reset > LONGEST_WAIT_SECONDS ? Math.max(0, Math.round(reset - now / 1000)) : reset;
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined;
}
