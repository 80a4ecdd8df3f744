import {responseOf} from '../../api/http/documentedStatus';
import type {Operation} from '../../api/operation';
import {statusMeaning} from '../../client/statusMeaning';
import {withoutMarkdown} from '../withoutMarkdown';

export interface StatusInWords {
  /** A sentence. */
  readonly words: string;
  /** Whether the text comes from the document rather than the site. */
  readonly isOriginal: boolean;
}

/** What a status means on this operation: the document's own words first, then the standard's. */
export function statusInWords(operation: Pick<Operation, 'responses'>, status: number): StatusInWords {
  const documented = responseOf(operation, status);
  // The description of `default` says nothing about this status.
  const original = documented?.status === 'default' ? '' : withoutMarkdown(documented?.description ?? '');
  const words = original || statusMeaning(status);
  return {words: /[.!?]$/.test(words) ? words : `${words}.`, isOriginal: original !== ''};
}
