import {useCallback, useEffect, useRef, useState} from 'react';

import type {Progress} from '../../../client/followStream';
import type {Result} from '../../../client/result';

export interface Exchange<About> {
  readonly result: Result | undefined;
  /** What was said of the exchange that the result is of. */
  readonly about: About | undefined;
  readonly sending: boolean;
  /** What has come so far of an answer that streams. */
  readonly progress: Progress | undefined;
  /** Runs one exchange; an earlier one that is still under way is cancelled. */
  readonly run: (exchange: RunExchange, about: About) => Promise<void>;
  readonly cancel: () => void;
}

type RunExchange = (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<Result>;

/** One request under way at a time, and the last answer. */
export function useExchange<About>(): Exchange<About> {
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
