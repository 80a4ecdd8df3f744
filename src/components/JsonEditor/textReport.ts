/** From this length on, to make the request and its samples anew at each key would make typing slow. */
const LONG = 100_000;
const PAUSE_MS = 400;

export interface TextReport {
  /** Hands over the text, at once or, where it is long, when typing pauses. */
  readonly later: (text: string) => void;
  /** Hands over at once what still waits. */
  readonly now: () => void;
  readonly isWaiting: () => boolean;
}

/** Tells `onText` of a text that changes with every key. */
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
