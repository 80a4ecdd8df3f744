/** In characters. Rebuilding the request and its samples for a longer text at each key would make typing slow. */
const LONG = 100_000;
const PAUSE_MS = 400;

export interface TextReport {
  /** Reports the text, at once or, if it is long, when typing pauses. */
  readonly later: (text: string) => void;
  /** Reports at once what is still waiting. */
  readonly now: () => void;
  readonly isWaiting: () => boolean;
}

/** Reports a text that changes with every key to `onText`. */
export function createTextReport(onText: (text: string) => void): TextReport {
  let waiting: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function now(): void {
    clearTimeout(timer);
    if (waiting !== undefined) {
      const text = waiting;
      waiting = undefined;
      onText(text);
    }
  }

  return {
    later(text) {
      waiting = text;
      clearTimeout(timer);
      if (text.length < LONG) {
        now();
      } else {
        timer = setTimeout(now, PAUSE_MS);
      }
    },
    now,
    isWaiting: () => waiting !== undefined,
  };
}
