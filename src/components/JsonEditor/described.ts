import type {Operation, Schema} from '../../api/operation';

/** What the text of an editor is described by. */
export interface Described {
  readonly operation: Pick<Operation, 'schemas'>;
  readonly schema: Schema;
}
