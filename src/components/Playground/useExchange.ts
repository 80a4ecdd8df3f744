import {useCallback, useEffect, useRef, useState} from 'react';

import type {Result} from '../../client/result';

export interface Exchange {
  readonly result: Result | undefined;
  readonly sending: boolean;
  /** Runs one exchange; an earlier one that is still under way is cancelled. */
  readonly run: (exchange: (signal: AbortSignal) => Promise<Result>) => Promise<void>;
  readonly cancel: () => void;
}

/** One request under way at a time, and the last answer. */
export function useExchange(): Exchange {
  const [result, setResult] = useState<Result>();
  const [sending, setSending] = useState(false);
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  const run = useCallback(async (exchange: (signal: AbortSignal) => Promise<Result>) => {
    controller.current?.abort();
    const current = new AbortController();
    controller.current = current;
    setSending(true);
    const outcome = await exchange(current.signal);
    if (controller.current === current) {
      setResult(outcome);
      setSending(false);
    }
  }, []);

  const cancel = useCallback(() => controller.current?.abort(), []);
  return {result, sending, run, cancel};
}
