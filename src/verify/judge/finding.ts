import type {Difference} from '../../client/answer/documentDifference';
import type {BodyCut} from '../../client/result';

/** One way in which the service is not as the document says. */
export interface Finding {
  /** The operation's id, or `METHOD /path` of what the document does not have. */
  readonly operation: string;
  /** The status of the response; undefined where none came. */
  readonly status: number | undefined;
  readonly problem: Problem;
  /** The request that showed it, in words. */
  readonly purpose: string;
}

export type Problem =
  | {readonly type: 'difference'; readonly difference: Difference}
  /** A documented status, yet not one that this request deserves. */
  | {readonly type: 'unexpected-status'; readonly expected: readonly string[]}
  /** What the document forbids was accepted. */
  | {readonly type: 'limit'; readonly expected: readonly string[]; readonly breach: string}
  | {readonly type: 'undocumented-header'; readonly name: string}
  /** The pointer is in URI fragment form, with `*` for each item of a list. */
  | {readonly type: 'undocumented-field'; readonly pointer: string}
  | {readonly type: 'dead-link'; readonly link: string; readonly target: string; readonly got: number}
  | {readonly type: 'not-deleted'}
  /** A creating operation named what was there before. */
  | {readonly type: 'not-new'}
  /** A creating operation succeeded, and nothing in the response says what it made. */
  | {readonly type: 'no-id'}
  | {readonly type: 'cut-body'; readonly cut: BodyCut}
  | {readonly type: 'no-response'; readonly reason: string}
  | {readonly type: 'undocumented-operation'}
  /** A program of the page that does not do against the service what it should. */
  | {readonly type: 'sample'; readonly language: string; readonly why: string}
  /** The same of a recipe. */
  | {readonly type: 'recipe'; readonly language: string; readonly why: string};

/** What could not be seen, and why. */
export interface Unseen {
  readonly operation: string;
  /** What was to be seen: a status, a link, `body`. */
  readonly what: string;
  readonly why: string;
}
