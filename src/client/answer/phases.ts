/** The times of one request as the browser measured them, in milliseconds (Resource Timing Level 2). */
export type Timing = Pick<
  PerformanceResourceTiming,
  | 'startTime'
  | 'domainLookupStart'
  | 'domainLookupEnd'
  | 'connectStart'
  | 'secureConnectionStart'
  | 'connectEnd'
  | 'requestStart'
  | 'responseStart'
  | 'responseEnd'
  | 'duration'
  | 'transferSize'
  | 'encodedBodySize'
>;

export type Phase = 'queue' | 'dns' | 'connect' | 'tls' | 'wait' | 'receive';

export interface Phases {
  readonly phases: readonly {readonly phase: Phase; readonly ms: number}[];
  /** Bytes on the wire, with headers and before decoding; left out where the browser does not tell. */
  readonly transferred?: number;
}

/**
 * Where the time of a request went. Without the browser's own times, which servers of other origins must allow
 * (`Timing-Allow-Origin`), only the wait and the reading are known.
 */
export function phasesOf(
  result: {readonly firstByteMs: number; readonly durationMs: number},
  timing: Timing | undefined,
): Phases {
  if (!timing || timing.requestStart === 0) {
    return {
      phases: [
        {phase: 'wait', ms: result.firstByteMs},
        {phase: 'receive', ms: Math.max(0, result.durationMs - result.firstByteMs)},
      ],
    };
  }
  const tlsStart = timing.secureConnectionStart || timing.connectEnd;
  const steps: readonly (readonly [Phase, number])[] = [
    ['queue', timing.domainLookupStart - timing.startTime],
    ['dns', timing.domainLookupEnd - timing.domainLookupStart],
    ['connect', tlsStart - timing.connectStart],
    ['tls', timing.connectEnd - tlsStart],
    ['wait', timing.responseStart - timing.requestStart],
    ['receive', timing.responseEnd - timing.responseStart],
  ];
  return {
    // A connection that was open already costs nothing: it is not told of.
    phases: steps.filter(([phase, ms]) => ms > 0 || phase === 'wait').map(([phase, ms]) => ({phase, ms})),
    ...(timing.transferSize > 0 ? {transferred: timing.transferSize} : {}),
  };
}

/** The newest timing among those of a URL that took about as long as the answer did; others are of earlier requests. */
export function matchingTiming<Entry extends Timing>(
  timings: readonly Entry[],
  durationMs: number,
): Entry | undefined {
  const newest = timings.at(-1);
  const tolerance = 30 + durationMs / 10;
  return newest && Math.abs(newest.duration - durationMs) <= tolerance ? newest : undefined;
}
