import type {Operation} from '../../api/operation';
import type {RequestValues} from '../../request/values';

/** A form to fill in: the operation, what it starts with, and what the reader should know about its making. */
export interface Prepared {
  readonly operation: Operation;
  readonly initial: RequestValues;
  /** Why a hand-written sample could not be understood. The form is empty then. */
  readonly problem?: string;
}
