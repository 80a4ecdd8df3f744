import {statusClass} from '../../api/http/status';
import type {Problem} from '../judge/finding';
import {isAmong, isSafe, type Step} from '../plan/step';
import type {Thing} from './things';

/** What a status means for a step, other than a problem of the response. */
export type Verdict =
  | {readonly type: 'problems'; readonly problems: readonly Problem[]}
  /** The service lacks what the document's example refers to, which is not a fault. */
  | {readonly type: 'nothing-to-read'};

/** Whether a step should get this status; a status that is not documented at all is reported elsewhere. */
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
