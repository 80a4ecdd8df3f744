import type {Server} from '../../api/operation';
import {queryOf} from '../../api/queryPairs';
import type {ApiRequest} from '../apiRequest';

/** What the match needs to know of an operation. */
export interface CatalogEntry {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** What the path holds of the query. */
  readonly query?: {readonly [name: string]: string};
  readonly servers: readonly Server[];
}

export interface Match {
  readonly id: string;
  /** What stands before the operation's path in the URL. */
  readonly baseUrl: string;
}

/** The operation that a request calls: on one of its own servers first, else by the end of its path. */
export function matchOperation(catalog: readonly CatalogEntry[], request: ApiRequest): Match | undefined {
  const address = withoutQuery(request.url);
  const sent = new URLSearchParams(queryOf(request.url));
  const matches = catalog
    .filter(({method}) => method === request.method)
    .filter(({query = {}}) =>
      Object.entries(query).every(([name, value]) => sent.getAll(name).includes(value)),
    )
    .flatMap(entry => {
      const found = new RegExp(`^(.*?)${pathPattern(entry.path).source}`).exec(address);
      const baseUrl = found?.[1];
      return baseUrl !== undefined && URL.canParse(baseUrl) ? [{entry, baseUrl}] : [];
    });
  const own = matches.filter(({entry, baseUrl}) => entry.servers.some(({url}) => url === baseUrl));
  // Among several, the one with the fewest templates says the most.
  const [best] = [...own, ...matches.filter(match => !own.includes(match))].sort(
    (a, b) =>
      Number(own.includes(b)) - Number(own.includes(a)) ||
      templates(a.entry) - templates(b.entry) ||
      asks(b.entry) - asks(a.entry),
  );
  return best && {id: best.entry.id, baseUrl: best.baseUrl};
}

/** The URL up to its query. */
export function withoutQuery(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}

/** What finds the path of an operation at the end of a URL, with its templates as groups `p0`, `p1` … */
export function pathPattern(path: string): RegExp {
  let group = 0;
  const source = path
    .split(/(\{[^{}]+\})/)
    .map(part =>
      part.startsWith('{') ? `(?<p${group++}>[^/]+)` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    );
  return new RegExp(`${source.join('')}$`);
}

function asks({query = {}}: CatalogEntry): number {
  return Object.keys(query).length;
}

function templates({path}: CatalogEntry): number {
  return path.split('{').length;
}
