/** Requests in a window of one minute. */
const LIMIT = 600;
const WINDOW_MS = 60_000;

/** Counts requests and gives the headers that tell how many are left. */
export function createRateLimit(): (nowMs: number) => {readonly [name: string]: string} {
  let windowStart = Number.NEGATIVE_INFINITY;
  let used = 0;
  return nowMs => {
    if (nowMs - windowStart >= WINDOW_MS) {
      windowStart = nowMs;
      used = 0;
    }
    used++;
    return {
      'X-RateLimit-Limit': String(LIMIT),
      'X-RateLimit-Remaining': String(Math.max(0, LIMIT - used)),
      'X-RateLimit-Reset': String(Math.ceil((windowStart + WINDOW_MS - nowMs) / 1000)),
    };
  };
}
