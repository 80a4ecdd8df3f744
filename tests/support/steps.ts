import {Session} from 'node:inspector/promises';

/**
 * How many steps of JavaScript some work takes: how often each function and each block of one was entered, as V8 counts for
 * coverage. It is the same on every machine.
 */
export async function stepsOf(work: () => unknown): Promise<number> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', {callCount: true, detailed: true});
  await session.post('Profiler.takePreciseCoverage');
  await work();
  const {result} = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  return result
    .flatMap(({functions}) => functions.flatMap(({ranges}) => ranges.map(({count}) => count)))
    .reduce((sum, count) => sum + count, 0);
}
