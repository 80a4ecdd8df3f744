import type {Difference} from '../../client/answer/documentDifference';
import type {BodyCut} from '../../client/result';

/** One way in which the service differs from the document. */
export interface Finding {
  /** The operation's id, or `METHOD /path` of one that the document does not have. */
  readonly operation: string;
  /** The status of the response; undefined if there was none. */
  readonly status: number | undefined;
  readonly problem: Problem;
  /** The purpose of the request that showed it, in words. */
  readonly purpose: string;
}

export type Problem =
  | {readonly type: 'difference'; readonly difference: Difference}
  /** A documented status, but not one that this request should get. */
  | {readonly type: 'unexpected-status'; readonly expected: readonly string[]}
  /** The service accepted what the document forbids. */
  | {readonly type: 'limit'; readonly expected: readonly string[]; readonly breach: string}
  | {readonly type: 'undocumented-header'; readonly name: string}
  /** The pointer is in URI fragment form, with `*` for each item of a list. */
  | {readonly type: 'undocumented-field'; readonly pointer: string}
  | {readonly type: 'dead-link'; readonly link: string; readonly target: string; readonly got: number}
  | {readonly type: 'not-deleted'}
  /** A creating operation returned the id of something that existed before. */
  | {readonly type: 'not-new'}
  /** A creating operation succeeded, but nothing in the response identifies what it created. */
  | {readonly type: 'no-id'}
  | {readonly type: 'cut-body'; readonly cut: BodyCut}
  | {readonly type: 'no-response'; readonly reason: string}
  | {readonly type: 'undocumented-operation'}
  /** A sample of the page that does not work with the service. */
  | {readonly type: 'sample'; readonly language: string; readonly why: string}
  /** A recipe that does not work with the service. */
  | {readonly type: 'recipe'; readonly language: string; readonly why: string};

/** What could not be checked, and why. */
export interface Unseen {
  readonly operation: string;
  /** What should have been checked: a status, a link, `body`. */
  readonly what: string;
  readonly why: string;
}
