import type {Operation} from '../../api/operation';
import {statusMeaning} from '../../client/statusMeaning';

/** What a status means on this operation: the document's own words first, then the standard's. */
export function statusInWords(operation: Operation, status: number): string {
  const exact = String(status);
  const range = `${exact[0]}XX`;
  const documented =
    operation.responses.find(response => response.status === exact) ??
    operation.responses.find(response => response.status.toUpperCase() === range);
  const words = documented?.description || statusMeaning(status);
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
