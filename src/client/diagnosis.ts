import type {FailureCause} from './result';

/** Why there is no answer, in sentences for the reader. */
export interface Diagnosis {
  readonly cause: FailureCause;
  readonly title: string;
  readonly explanation: string;
  readonly nextStep: string;
  /** The header lines by which the server's owner would let this page in. */
  readonly allow?: readonly string[];
}

/** What a transport throws that knows itself why no answer comes. */
export class DiagnosedError extends Error {
  override readonly name = 'DiagnosedError';

  constructor(readonly diagnosis: Diagnosis) {
    super(diagnosis.title);
  }
}
