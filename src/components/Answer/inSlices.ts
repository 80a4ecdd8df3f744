/** A slice of work, in milliseconds: well under what a hand notices. */
const SLICE_MS = 12;

/** Does work that pauses, in slices between which the page can answer. Undefined when it was cancelled meanwhile. */
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
