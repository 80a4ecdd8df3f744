import {byCloseness, hasQueryOf, pathFinder, type Addressed} from '../../api/http/pathTemplate';
import type {Server} from '../../api/operation';
import {queryOf} from '../../api/queryPairs';
import type {ApiRequest} from '../apiRequest';

/** What matching needs to know about an operation. */
export interface Candidate extends Addressed {
  readonly id: string;
  readonly method: string;
  readonly servers: readonly Server[];
}

export interface Match {
  readonly id: string;
  /** The part of the URL before the operation's path. */
  readonly baseUrl: string;
}

/** The operation that a request calls: on one of its own servers if there is one, else by the end of its path. */
export function matchOperation(catalog: readonly Candidate[], request: ApiRequest): Match | undefined {
  const address = withoutQuery(request.url);
  const sent = new URLSearchParams(queryOf(request.url));
  const matches = catalog
    .filter(entry => entry.method === request.method && hasQueryOf(entry, sent))
    .flatMap(entry => {
      const baseUrl = pathFinder(entry.path)(address)?.before ?? '';
      return URL.canParse(baseUrl) ? [{entry, baseUrl}] : [];
    });
  const own = matches.filter(({entry, baseUrl}) => entry.servers.some(({url}) => url === baseUrl));
  const candidates = own.length > 0 ? own : matches;
  const [best] = candidates.toSorted((a, b) => byCloseness(a.entry, b.entry));
  return best && {id: best.entry.id, baseUrl: best.baseUrl};
}

/** The URL up to its query. */
export function withoutQuery(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}
