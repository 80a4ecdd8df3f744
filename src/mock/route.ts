import type {Api, Operation} from '../api/operation';
import {strictlyDecoded} from '../api/percentDecoding';
import {serverPath} from '../api/serverUrl';

/** What the method and path of a request lead to. */
export type Route =
  | {readonly type: 'operation'; readonly operation: Operation; readonly pathParameters: PathParameters}
  /** The path exists, but not with this method. */
  | {readonly type: 'other-methods'; readonly methods: readonly string[]}
  | {readonly type: 'none'};
export type PathParameters = {readonly [name: string]: string};

/** `query` is that of the request, with or without its question mark: a path of the document may hold a part of it. */
export type Router = (method: string, path: string, query?: string) => Route;

/** A route, and where it starts. */
export interface Found {
  readonly route: Route;
  /** The base path of a server, such as `/v1`, under which the route was found; the API's own otherwise. */
  readonly basePath: string;
  /** The path below the base path, as it was sent. */
  readonly path: string;
}

interface Entry {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly operations: readonly Operation[];
}

/** The path under which an API stands, such as `/v1`: that of its first server. */
export function basePathOf({servers: [server]}: Api): string {
  return server ? serverPath(server) : '';
}

/**
 * Finds the operation for a whole path. Operations and paths may have servers of their own (OpenAPI 3.1 §4.8.10), so
 * each is found under the base path of each of its servers, and under the API's own as well, where whoever knows only
 * the API looks for it.
 */
export function createServerRouter(api: Api): (method: string, pathname: string, query?: string) => Found {
  const own = basePathOf(api);
  const basePaths = new Map(
    api.operations.map(operation => [operation, new Set([own, ...operation.servers.map(serverPath)])]),
  );
  const routers = [...new Set([own, ...[...basePaths.values()].flatMap(paths => [...paths])])]
    // Of `/v1` and `/v1/files`, the longer one says more.
    .sort((a, b) => b.length - a.length)
    .map(basePath => ({
      basePath,
      find: createRouter(api.operations.filter(operation => basePaths.get(operation)?.has(basePath))),
    }));
  return (method, pathname, query) => {
    const found = routers
      .filter(({basePath}) => pathname.startsWith(`${basePath}/`))
      .map(({basePath, find}): Found => {
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

/**
 * Finds the operation for a path below the API's base path. Concrete paths go before templates (OpenAPI 3.1 §4.8.8), and
 * GET answers HEAD too.
 */
export function createRouter(operations: readonly Operation[]): Router {
  const concrete = new Map<string, Entry>();
  /** Templates by how many segments they have, so that a long document costs little. */
  const templates = new Map<number, Entry[]>();
  for (const template of new Set(operations.map(({path}) => path))) {
    const entry = compile(
      template,
      operations.filter(({path}) => path === template),
    );
    if (entry.names.length === 0) {
      concrete.set(template, entry);
    } else {
      const length = segments(template);
      const others = templates.get(length) ?? [];
      templates.set(
        length,
        [...others, entry].sort((a, b) => a.names.length - b.names.length || literal(b) - literal(a)),
      );
    }
  }
  return (method, path, query = '') => {
    const exact = concrete.get(path);
    if (exact) {
      return choose(exact, {method, query}, {});
    }
    for (const entry of templates.get(segments(path)) ?? []) {
      const pathParameters = parametersOf(entry, path);
      if (pathParameters) {
        return choose(entry, {method, query}, pathParameters);
      }
    }
    return {type: 'none'};
  };
}

/** How much of a template is no name: of `/{id}` and `/{id}:stop`, the second says more. */
function literal({pattern}: Entry): number {
  return pattern.source.length;
}

function segments(path: string): number {
  return path.split('/').length;
}

function compile(template: string, operations: readonly Operation[]): Entry {
  const names: string[] = [];
  const pattern = template
    .split(/(\{[^{}]+\})/)
    .map(part => {
      if (part.startsWith('{')) {
        names.push(part.slice(1, -1));
        return '([^/]+)';
      }
      return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return {pattern: new RegExp(`^${pattern}$`), names, operations};
}

/** Of operations that only the query of their path tells apart, the one with all of it that the request has. */
function choose(
  {operations}: Entry,
  {method, query}: {readonly method: string; readonly query: string},
  pathParameters: PathParameters,
): Route {
  const sent = new URLSearchParams(query);
  const fitting = operations.filter(({query: asked = {}}) =>
    Object.entries(asked).every(([name, value]) => sent.getAll(name).includes(value)),
  );
  const others = operations.filter(one => !fitting.includes(one));
  const candidates = [...fitting.toSorted((a, b) => asks(b) - asks(a)), ...others];
  const operation =
    candidates.find(candidate => candidate.method === method) ??
    (method === 'HEAD' ? candidates.find(candidate => candidate.method === 'GET') : undefined);
  if (operation) {
    return {type: 'operation', operation, pathParameters};
  }
  const methods = operations.map(candidate => candidate.method);
  return {
    type: 'other-methods',
    methods: methods.includes('GET') && !methods.includes('HEAD') ? [...methods, 'HEAD'] : methods,
  };
}

function asks({query = {}}: Operation): number {
  return Object.keys(query).length;
}

function parametersOf({pattern, names}: Entry, path: string): PathParameters | undefined {
  const match = pattern.exec(path);
  if (!match) {
    return undefined;
  }
  const values = names.map((name, index) => [name, strictlyDecoded(match[index + 1] ?? '')] as const);
  const decoded = values.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return decoded.length === values.length ? Object.fromEntries(decoded) : undefined;
}
