import {Session} from 'node:inspector/promises';

/** V8 may lose the counts of a function that it collects in the meantime, but never counts one too many. */
const ATTEMPTS = 3;

/**
 * Counting starts here: for a function compiled earlier, V8 only knows how often it was entered, and nothing about its
 * blocks.
 */
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', {callCount: true, detailed: true});

/**
 * How many steps of JavaScript some work takes: how often each function and each of its blocks was entered, as V8
 * counts for coverage. The work is done several times, and the highest count is used.
 */
export async function stepsOf(work: () => unknown): Promise<number> {
  let steps = 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    steps = Math.max(steps, await countedSteps(work));
  }
  return steps;
}

async function countedSteps(work: () => unknown): Promise<number> {
  await session.post('Profiler.takePreciseCoverage');
  await work();
  const {result} = await session.post('Profiler.takePreciseCoverage');
  return result
    .flatMap(({functions}) => functions.flatMap(({ranges}) => ranges.map(({count}) => count)))
    .reduce((sum, count) => sum + count, 0);
}
