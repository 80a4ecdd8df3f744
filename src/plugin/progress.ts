import {formatNumber} from '../words';

/** How long to work before reporting progress, in milliseconds. */
const PATIENCE = 5_000;

export interface Clock {
  /** Milliseconds since any moment. */
  readonly now: () => number;
  readonly say: (text: string) => void;
}

const terminal: Clock = {now: () => performance.now(), say: text => console.log(`[INFO] ${text}`)};

/**
 * Says on the terminal how far work of many steps is, and how long it may still take, when it takes long.
 * @returns what is to be called after each step.
 */
export function createProgress(work: string, steps: number, {now, say}: Clock = terminal): () => void {
  const start = now();
  let done = 0;
  let lastWord = start;
  return () => {
    done++;
    const time = now();
    if (time - lastWord >= PATIENCE && done < steps) {
      lastWord = time;
      const left = ((time - start) / done) * (steps - done);
      say(
        `${work}: ${formatNumber(done)} of ${formatNumber(steps)}, about ${formatNumber(Math.ceil(left / 1000))} s left.`,
      );
    }
  };
}
