import type {Operation, Schema} from '../../api/operation';

/** What describes the text of an editor. */
export interface Described {
  readonly operation: Pick<Operation, 'schemas'>;
  readonly schema: Schema;
}
