import {useEffect, useState} from 'react';

/**
 * Makes the request of a sample, without the program around it, for the tab of a label. Rejects if it cannot be loaded.
 */
export type CallOf = (label: string) => Promise<string>;

/** The request alone of the sample in a tab: `code` is there once it is made. */
export interface CallState {
  readonly code?: string;
  readonly hasFailed: boolean;
}

/**
 * The request alone, made on demand, so that no page contains it. Nothing is made without `callOf`, or at attempt 0;
 * the next attempt makes it anew.
 */
export function useCall(label: string, callOf: CallOf | undefined, attempt: number): CallState {
  const [outcome, setOutcome] = useState<{readonly label: string; readonly code?: string}>();
  useEffect(() => {
    let isCurrent = true;
    function settle(code?: string): void {
      if (isCurrent) {
        setOutcome({label, ...(code !== undefined && {code})});
      }
    }
    if (attempt > 0) {
      callOf?.(label).then(settle, () => settle());
    }
    return () => {
      isCurrent = false;
      setOutcome(undefined);
    };
  }, [label, callOf, attempt]);
  const own = callOf && outcome?.label === label ? outcome : undefined;
  return {
    ...(own?.code !== undefined && {code: own.code}),
    hasFailed: own !== undefined && own.code === undefined,
  };
}
