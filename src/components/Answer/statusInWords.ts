import type {Operation} from '../../api/operation';
import {documentedResponse} from '../../client/answer/documentedResponse';
import {statusMeaning} from '../../client/statusMeaning';

/** What a status means on this operation: the document's own words first, then the standard's. */
export function statusInWords(operation: Operation, status: number): string {
  const documented = documentedResponse(operation, status);
  // What holds by default says nothing of this status.
  const words = (documented?.status === 'default' ? '' : documented?.description) || statusMeaning(status);
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
