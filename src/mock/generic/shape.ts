import type {Operation} from '../../api/operation';

/**
 * What an operation does to a collection, told by its path: `/pets` is a collection and `/pets/{id}` an item of it.
 * `other` is everything else, such as `/pets/{id}/adopt`.
 */
export type Shape =
  | {readonly type: 'list' | 'create'; readonly collection: string}
  | {
      readonly type: 'get' | 'replace' | 'change' | 'delete';
      readonly collection: string;
      readonly idParameter: string;
    }
  | {readonly type: 'other'};

/** The shape of each operation, by id. `collection` is a path template. */
export function findShapes(operations: readonly Operation[]): ReadonlyMap<string, Shape> {
  const paths = new Set(operations.map(({path}) => path));
  return new Map(operations.map(operation => [operation.id, shapeOf(operation, paths)]));
}

function shapeOf({method, path}: Operation, paths: ReadonlySet<string>): Shape {
  const item = /^(.+)\/\{([^{}/]+)\}$/.exec(path);
  if (item) {
    const [, collection = '', idParameter = ''] = item;
    switch (method) {
      case 'GET':
        return {type: 'get', collection, idParameter};
      case 'PUT':
        return {type: 'replace', collection, idParameter};
      case 'PATCH':
        return {type: 'change', collection, idParameter};
      case 'DELETE':
        return {type: 'delete', collection, idParameter};
      default:
        return {type: 'other'};
    }
  }
  const hasItems = [...paths].some(
    other => /^\/\{[^{}/]+\}$/.test(other.slice(path.length)) && other.startsWith(path),
  );
  switch (method) {
    case 'GET':
      return hasItems ? {type: 'list', collection: path} : {type: 'other'};
    case 'POST':
      return hasItems ? {type: 'create', collection: path} : {type: 'other'};
    default:
      return {type: 'other'};
  }
}
