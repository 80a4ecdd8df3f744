import {isNamedBy} from '../../api/http/documentedStatus';
import {isOfSuccess} from '../../api/http/status';
import type {Operation, Reproduction} from '../../api/operation';

/** One request of a run, and the statuses that the document allows for it. */
export interface Step {
  readonly operation: Operation;
  /** What is sent, in the words of the report: `the example "minimal"`, `Send no API key.` */
  readonly purpose: string;
  /** How the request differs from the operation's example. */
  readonly change: RequestChange;
  /** Statuses of the document, such as `201`, `4XX`, `default`. */
  readonly expects: readonly string[];
  readonly aim: Aim;
}

/** How a request differs from the example of an operation; the ids in its path are filled in when it is sent. */
export interface RequestChange extends Partial<Omit<Reproduction, 'summary'>> {
  /** The named example to start from; the first one by default. */
  readonly example?: string;
}

export type Aim =
  /** To check that the operation works. */
  | 'success'
  /** To get a documented error. */
  | 'error'
  /** To check that a limit is enforced. */
  | 'limit'
  /** To check that a deleted resource is gone. */
  | 'gone'
  /** To delete what this run created. */
  | 'removal'
  /** To check that a link of an earlier response works. */
  | 'link';

/** Methods that change nothing (RFC 9110 §9.2.1, and QUERY). */
export function isSafe({method}: Pick<Operation, 'method'>): boolean {
  return ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY'].includes(method);
}

/** Whether a status is one that the document names: by its number, its range, or `default`. */
export function isAmong(status: number, documented: readonly string[]): boolean {
  return documented.some(one => one === 'default' || isNamedBy(one, status));
}

/** The statuses of an operation's success. */
export function successes({responses}: Pick<Operation, 'responses'>): readonly string[] {
  const named = responses.map(({status}) => status).filter(isOfSuccess);
  return named.length > 0 ? named : ['2XX'];
}

/**
 * A documented 404 or 410 of a method that could destroy data is requested for a resource that this run has deleted.
 */
export function isForGone({operation, expects, aim}: Step): boolean {
  return (
    aim === 'error' && !isSafe(operation) && expects.every(status => status === '404' || status === '410')
  );
}
