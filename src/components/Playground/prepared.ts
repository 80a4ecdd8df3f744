import type {Operation} from '../../api/operation';
import type {RequestValues} from '../../request/values';

/** A form to fill in: the operation, its initial values, and notes for the reader. */
export interface Prepared {
  readonly operation: Operation;
  readonly initial: RequestValues;
  /** Why a hand-written sample could not be understood. The form is empty then. */
  readonly problem?: string;
}
