import {useCallback, useEffect, useRef, useState} from 'react';

import type {Progress} from '../../../client/followStream';
import type {Result} from '../../../client/result';

export interface ExchangeState<About> {
  readonly result: Result | undefined;
  /** What the caller passed along with the exchange that the result belongs to. */
  readonly about: About | undefined;
  readonly sending: boolean;
  /** The part of a streamed response that has arrived. */
  readonly progress: Progress | undefined;
  /** Runs one exchange; cancels an earlier one that is still running. */
  readonly run: (exchange: RunExchange, about: About) => Promise<void>;
  readonly cancel: () => void;
}

type RunExchange = (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<Result>;

/** One request at a time, and the last result. */
export function useExchange<About>(): ExchangeState<About> {
  const [done, setDone] = useState<{readonly result: Result; readonly about: About}>();
  const [sending, setSending] = useState(false);
  const [progress, setProgress] = useState<Progress>();
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  const run = useCallback(async (exchange: RunExchange, about: About) => {
    controller.current?.abort();
    const current = new AbortController();
    controller.current = current;
    setSending(true);
    setProgress(undefined);
    const outcome = await exchange(current.signal, soFar => {
      if (controller.current === current) {
        setProgress(soFar);
      }
    });
    if (controller.current === current) {
      setDone({result: outcome, about});
      setSending(false);
      setProgress(undefined);
    }
  }, []);

  const cancel = useCallback(() => controller.current?.abort(), []);
  return {result: done?.result, about: done?.about, sending, progress, run, cancel};
}
