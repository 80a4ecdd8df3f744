/** In milliseconds: short enough for input to feel immediate. */
const SLICE_MS = 12;

/** Runs work that can pause, in slices between which the page can respond. Undefined if it was cancelled. */
export async function inSlices<Outcome>(
  work: Generator<undefined, Outcome>,
  isCancelled: () => boolean,
): Promise<Outcome | undefined> {
  while (!isCancelled()) {
    const end = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done) {
        return step.value;
      }
    } while (performance.now() < end);
    await new Promise(resolve => setTimeout(resolve));
  }
  return undefined;
}
