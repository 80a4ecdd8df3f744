import type {Operation} from '../../api/operation';

/**
 * The id of an operation that is made from a request, for samples that match no operation. Any text may be an
 * `operationId`, so it starts as none does.
 */
export const MADE_OPERATION = '\0request';

export function isMadeFromRequest({id}: Pick<Operation, 'id'>): boolean {
  return id === MADE_OPERATION;
}
