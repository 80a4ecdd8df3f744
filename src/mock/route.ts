import {
  byCloseness,
  filledTemplate,
  hasQueryOf,
  pathFinder,
  templateNames,
  type FoundPath,
} from '../api/http/pathTemplate';
import {grouped} from '../api/grouped';
import type {Api, Operation} from '../api/operation';
import {strictlyDecoded} from '../api/percentDecoding';
import {serverPath} from '../api/serverUrl';

/** The result of matching the method and path of a request. */
export type Route =
  | {readonly type: 'operation'; readonly operation: Operation; readonly pathParameters: PathParameters}
  /** The path exists, but not with this method. */
  | {readonly type: 'other-methods'; readonly methods: readonly string[]}
  | {readonly type: 'none'};
export type PathParameters = {readonly [name: string]: string};

/** `query` is that of the request, with or without its question mark: a documented path may contain a part of it. */
export type Router = (method: string, path: string, query?: string) => Route;

/** A route and its base path. */
export interface FoundRoute {
  readonly route: Route;
  /** The base path of a server, such as `/v1`, under which the route was found; by default, that of the API. */
  readonly basePath: string;
  /** The path below the base path, as sent. */
  readonly path: string;
}

/** A path of the document, whatever its parameters are called, with its operations. */
interface PathOperations {
  readonly path: string;
  readonly find: ReturnType<typeof pathFinder>;
  readonly operations: readonly Operation[];
}

/** The path under which an API stands, such as `/v1`: that of its first server. */
export function basePathOf({servers: [server]}: Api): string {
  return server ? serverPath(server) : '';
}

/**
 * Finds the operation for a whole path. Operations and paths may have servers of their own (OpenAPI 3.1 §4.8.10), so
 * each is found under the base path of each of its servers, and also under that of the API, which clients may assume
 * for all.
 */
export function createServerRouter(
  api: Api,
): (method: string, pathname: string, query?: string) => FoundRoute {
  const own = basePathOf(api);
  const basePaths = new Map(
    api.operations.map(operation => [operation, new Set([own, ...operation.servers.map(serverPath)])]),
  );
  const routers = [...new Set([own, ...[...basePaths.values()].flatMap(paths => [...paths])])]
    // Prefer the longest base path: `/v1/files` over `/v1`.
    .sort((a, b) => b.length - a.length)
    .map(basePath => ({
      basePath,
      find: createRouter(api.operations.filter(operation => basePaths.get(operation)?.has(basePath))),
    }));
  return (method, pathname, query) => {
    const found = routers
      .filter(({basePath}) => pathname.startsWith(`${basePath}/`))
      .map(({basePath, find}): FoundRoute => {
        const path = pathname.slice(basePath.length);
        return {basePath, path, route: find(method, path, query)};
      });
    return (
      found.find(({route}) => route.type === 'operation') ??
      found.find(({route}) => route.type === 'other-methods') ?? {
        basePath: own,
        path: pathname,
        route: {type: 'none'},
      }
    );
  };
}

/** Finds the operation for a path below the API's base path, the closest match first. GET also responds to HEAD. */
function createRouter(operations: readonly Operation[]): Router {
  /** By the number of segments, so that a long document is not searched as a whole. */
  const entries = new Map(
    [...grouped(operations, ({path}) => segments(path))].map(([count, own]) => [count, entriesOf(own)]),
  );
  return (method, path, query = '') => {
    for (const {find, operations: own} of entries.get(segments(path)) ?? []) {
      const found = find(path);
      const values = found?.before === '' ? decodedValues(found) : undefined;
      if (values) {
        return choose(own, {method, query}, values);
      }
    }
    return {type: 'none'};
  };
}

/**
 * The paths of operations, the closest match first. Paths that differ only in the names of their parameters are one; many
 * documents have a GET at `/renders/{renderId}`, and a POST at `/renders/{templateId}`.
 */
function entriesOf(operations: readonly Operation[]): readonly PathOperations[] {
  return [...grouped(operations, ({path}) => filledTemplate(path, () => '{name}'))]
    .map(([path, own]) => ({path, find: pathFinder(path), operations: own}))
    .sort(byCloseness);
}

function segments(path: string): number {
  return path.split('/').length;
}

/** Among operations whose paths differ only in their query, the one whose query the request contains. */
function choose(
  operations: readonly Operation[],
  {method, query}: {readonly method: string; readonly query: string},
  values: readonly string[],
): Route {
  const sent = new URLSearchParams(query);
  const fitting = operations.filter(operation => hasQueryOf(operation, sent));
  const others = operations.filter(one => !fitting.includes(one));
  const candidates = [...fitting.toSorted(byCloseness), ...others];
  const operation =
    candidates.find(candidate => candidate.method === method) ??
    (method === 'HEAD' ? candidates.find(candidate => candidate.method === 'GET') : undefined);
  if (operation) {
    const names = templateNames(operation.path);
    return {
      type: 'operation',
      operation,
      pathParameters: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])),
    };
  }
  const methods = [...new Set(operations.map(candidate => candidate.method))];
  return {
    type: 'other-methods',
    methods: methods.includes('GET') && !methods.includes('HEAD') ? [...methods, 'HEAD'] : methods,
  };
}

/** Undefined if a value is not UTF-8. */
function decodedValues({values}: FoundPath): readonly string[] | undefined {
  const decoded = values.map(({value}) => strictlyDecoded(value));
  return decoded.every(value => value !== undefined) ? decoded : undefined;
}
