import {isObject} from '../api/json';
import {DEFAULT_RATE_LIMIT} from './rateLimiter';

/** What the mock simulates, so that readers can see how their code handles it. */
export interface Scenario {
  readonly latency: Latency;
  /** How many of the requests fail with 503, from 0 to 1. */
  readonly failureRate: number;
  /** Requests a minute. */
  readonly rateLimit: number;
  /** Whether every connection fails, without a response. */
  readonly offline: boolean;
  /** Whether every key has expired. */
  readonly expiredKey: boolean;
  /** Whether the account is empty. Stored data comes back when this is turned off. */
  readonly emptyAccount: boolean;
}

export const LATENCIES = ['none', 'typical', 'slow'] as const;
export type Latency = (typeof LATENCIES)[number];

/** The default: nothing is simulated. */
export const CALM: Scenario = {
  latency: 'none',
  failureRate: 0,
  rateLimit: DEFAULT_RATE_LIMIT,
  offline: false,
  expiredKey: false,
  emptyAccount: false,
};

/** How long a response takes, in milliseconds. */
export function latencyMs(latency: Latency, random: () => number): number {
  switch (latency) {
    case 'none':
      return 0;
    case 'typical':
      return 80 + random() * 170;
    case 'slow':
      return 1500 + random() * 1500;
  }
}

/** A scenario from its saved form: missing or invalid members are those of {@link CALM}. */
export function readScenario(value: unknown): Scenario {
  if (!isObject(value)) {
    return CALM;
  }
  const {latency, failureRate, rateLimit, offline, expiredKey, emptyAccount} = value;
  return {
    latency: LATENCIES.find(name => name === latency) ?? CALM.latency,
    failureRate: inRange(failureRate, 0, 1) ?? CALM.failureRate,
    rateLimit: inRange(rateLimit, 0, Number.MAX_SAFE_INTEGER) ?? CALM.rateLimit,
    offline: offline === true,
    expiredKey: expiredKey === true,
    emptyAccount: emptyAccount === true,
  };
}

function inRange(value: unknown, least: number, most: number): number | undefined {
  return typeof value === 'number' && value >= least && value <= most ? value : undefined;
}

/** Waits, or rejects with the signal's reason as soon as the request is aborted. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

export const waitForReal: Wait = (ms, signal) =>
  new Promise((resolve, reject) => {
    const give = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', give);
      resolve();
    }, ms);
    if (signal.aborted) {
      give();
    }
    signal.addEventListener('abort', give, {once: true});
  });
