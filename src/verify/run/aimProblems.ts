import {statusClass} from '../../api/http/status';
import type {Problem} from '../judge/finding';
import {isAmong, isSafe, type Step} from '../plan/step';
import type {Thing} from './things';

/** What a status says beside the response that it is of. */
export type Verdict =
  | {readonly type: 'problems'; readonly problems: readonly Problem[]}
  /** A service that lacks what the document's example names is not wrong for that. */
  | {readonly type: 'nothing-to-read'};

/** Whether a status is one that the request of a step deserves; one that is not documented at all is told otherwise. */
export function aimProblems(
  {aim, operation, expects, purpose}: Step,
  status: number,
  thing: Thing | undefined,
): Verdict {
  const problems = (...found: Problem[]): Verdict => ({type: 'problems', problems: found});
  if (isAmong(status, expects) || aim === 'link') {
    return problems();
  }
  const isSuccess = statusClass(status) === 2;
  if (aim === 'limit' && isSuccess) {
    return problems({type: 'limit', expected: expects, breach: purpose});
  }
  if (aim === 'gone' && isSuccess) {
    return problems({type: 'not-deleted'});
  }
  if (isSafe(operation) && operation.path.includes('{') && thing?.state !== 'made' && status === 404) {
    return {type: 'nothing-to-read'};
  }
  const documented = operation.responses.map(response => response.status);
  return isAmong(status, documented) ? problems({type: 'unexpected-status', expected: expects}) : problems();
}
