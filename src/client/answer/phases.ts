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
  /** Bytes on the wire, with headers and before decoding; left out if the browser does not report them. */
  readonly transferred?: number;
}

/**
 * How the duration of a request is divided. Without the browser's own times, which servers of other origins must allow
 * (`Timing-Allow-Origin`), only the wait and the download are known.
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
    // Phases that took no time, such as connecting over an open connection, are left out.
    phases: steps.filter(([phase, ms]) => ms > 0 || phase === 'wait').map(([phase, ms]) => ({phase, ms})),
    ...(timing.transferSize > 0 ? {transferred: timing.transferSize} : {}),
  };
}

/** The newest timing of a URL whose duration is close to that of the response; others belong to earlier requests. */
export function matchingTiming<Entry extends Timing>(
  timings: readonly Entry[],
  durationMs: number,
): Entry | undefined {
  const newest = timings.at(-1);
  const tolerance = 30 + durationMs / 10;
  return newest && Math.abs(newest.duration - durationMs) <= tolerance ? newest : undefined;
}
