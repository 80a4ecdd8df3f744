const WINDOW_MS = 60_000;

/** Requests in a window of one minute, unless a scenario or an option says otherwise. */
export const DEFAULT_RATE_LIMIT = 600;

export interface RateLimiter {
  /** Counts a request of a client. */
  readonly count: (request: {name: string; nowMs: number; limit: number; exhausted: boolean}) => Quota;
}

export interface Quota {
  readonly exceeded: boolean;
  readonly retryAfterSeconds: number;
  /** The quota headers of every response. */
  readonly headers: {readonly [name: string]: string};
}

/** Fixed windows, one for each key. */
export function createRateLimiter(): RateLimiter {
  const windows = new Map<string, {readonly startMs: number; used: number}>();
  return {
    count({name, nowMs, limit, exhausted}) {
      const current = windows.get(name);
      const window =
        current && nowMs - current.startMs < WINDOW_MS && nowMs >= current.startMs
          ? current
          : {startMs: nowMs, used: 0};
      windows.set(name, window);
      window.used++;
      const remaining = exhausted ? 0 : Math.max(0, limit - window.used);
      const seconds = Math.max(1, Math.ceil((window.startMs + WINDOW_MS - nowMs) / 1000));
      return {
        exceeded: exhausted || window.used > limit,
        retryAfterSeconds: seconds,
        headers: {
          'X-RateLimit-Limit': String(limit),
          'X-RateLimit-Remaining': String(remaining),
          'X-RateLimit-Reset': String(seconds),
        },
      };
    },
  };
}
