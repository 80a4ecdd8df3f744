import type {JobInputs, JobOutcomes} from './jobs';

/** In characters. Smaller texts are processed on the main thread: that takes less time than starting a worker. */
export const SMALL_TEXT = 200_000;

/**
 * Does a job, in a worker if the response is large, so that the page stays responsive. Rejects if the worker cannot be
 * loaded.
 * @param size - The length of the text that the job is about.
 */
export async function perform<Name extends keyof JobInputs>(
  name: Name,
  input: JobInputs[Name],
  size: number,
): Promise<JobOutcomes[Name]> {
  if (size > SMALL_TEXT) {
    return inWorker(name, input);
  }
  const {jobs} = await import('./jobs');
  return jobs[name](input);
}

/** What a worker posts about its job. */
type WorkerAnswer<Outcome> = {readonly outcome: Outcome} | {readonly problem: string};

function inWorker<Name extends keyof JobInputs>(
  name: Name,
  input: JobInputs[Name],
): Promise<JobOutcomes[Name]> {
  const worker = new Worker(new URL('./jobs.worker.ts', import.meta.url));
  return new Promise<JobOutcomes[Name]>((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<WorkerAnswer<JobOutcomes[Name]>>) => {
      if ('outcome' in event.data) {
        resolve(event.data.outcome);
      } else {
        reject(new Error(event.data.problem));
      }
    });
    worker.addEventListener('error', event => reject(new Error(event.message)));
    worker.postMessage({name, input});
  }).finally(() => worker.terminate());
}
