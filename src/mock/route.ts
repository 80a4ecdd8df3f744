import type {Operation} from '../api/operation';

/** What the method and path of a request lead to. */
export type Route =
  | {readonly type: 'operation'; readonly operation: Operation; readonly pathParameters: PathParameters}
  /** The path exists, but not with this method. */
  | {readonly type: 'other-methods'; readonly methods: readonly string[]}
  | {readonly type: 'none'};
export type PathParameters = {readonly [name: string]: string};

/** Finds the operation for a path below the API's base path. Concrete paths go before templates (OpenAPI 3.1 §4.8.8). */
export function findRoute(operations: readonly Operation[], method: string, path: string): Route {
  const matches = operations
    .flatMap(operation => {
      const pathParameters = matchPath(operation.path, path);
      return pathParameters ? [{operation, pathParameters}] : [];
    })
    .sort((a, b) => Object.keys(a.pathParameters).length - Object.keys(b.pathParameters).length);
  const found = matches.find(({operation}) => operation.method === method);
  if (found) {
    return {type: 'operation', ...found};
  }
  return matches.length > 0
    ? {type: 'other-methods', methods: matches.map(({operation}) => operation.method)}
    : {type: 'none'};
}

function matchPath(template: string, path: string): PathParameters | undefined {
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
  const match = new RegExp(`^${pattern}$`).exec(path);
  if (!match) {
    return undefined;
  }
  try {
    return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]));
  } catch {
    return undefined;
  }
}
