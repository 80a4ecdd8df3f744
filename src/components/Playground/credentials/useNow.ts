import {useEffect, useState} from 'react';

const STEP_MS = 20_000;

/** The time in milliseconds since 1970, renewed while it is asked for, so that what remains of a token stays true. */
export function useNow(asked: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!asked) {
      return;
    }
    const tick = (): void => setNow(Date.now());
    tick();
    const timer = setInterval(tick, STEP_MS);
    return () => clearInterval(timer);
  }, [asked]);
  return now;
}
