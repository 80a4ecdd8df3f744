import {useEffect, useState} from 'react';

import type {JobInputs, JobOutcomes} from './jobs';
import {perform} from './perform';

/** How far a job has come. */
export interface JobState<Outcome> {
  readonly outcome?: Outcome;
  /** Why the job failed. */
  readonly error?: unknown;
}

/**
 * Does a job and returns its state; empty until there is a result.
 * @param input - The same object between renderings for as long as it is the same job; undefined if there is no job.
 * @param size - The length of the text that the job is about.
 */
export function useJob<Name extends keyof JobInputs>(
  name: Name,
  input: JobInputs[Name] | undefined,
  size: number,
): JobState<JobOutcomes[Name]> {
  const [done, setDone] = useState<JobState<JobOutcomes[Name]> & {readonly input: JobInputs[Name]}>();
  useEffect(() => {
    let current = true;
    if (input !== undefined) {
      perform(name, input, size).then(
        outcome => current && setDone({input, outcome}),
        (error: unknown) => current && setDone({input, error}),
      );
    }
    return () => {
      current = false;
    };
  }, [name, input, size]);
  return done !== undefined && done.input === input ? done : {};
}
