import type {ApiRequest} from '../../request/apiRequest';
import type {ParseProblem} from './place';

/** What reading code gives. */
export type ParsedRequest =
  /** The request, and sentences about what it does not carry. */
  | {readonly request: ApiRequest; readonly notes: readonly string[]}
  /** Why there is none, and where. */
  | {readonly problems: readonly ParseProblem[]};
