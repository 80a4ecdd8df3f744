import type {FailureCause} from './result';

/** Why there is no response, in sentences for the reader. */
export interface Diagnosis {
  readonly cause: FailureCause;
  readonly title: string;
  readonly explanation: string;
  readonly nextStep: string;
  /** The header lines that the server's owner has to add to allow this page. */
  readonly allow?: readonly string[];
}

/** Thrown by a transport that knows why there is no response. */
export class DiagnosedError extends Error {
  override readonly name = 'DiagnosedError';

  constructor(readonly diagnosis: Diagnosis) {
    super(diagnosis.title);
  }
}
