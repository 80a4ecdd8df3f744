import type {Operation} from '../../api/operation';
import {exampleAnswer, holdsItems, isItem} from './items';
import {jsonContent, successOf} from './success';

/**
 * What an operation does to a collection, told by its path: `/pets` is a collection and `/pets/{id}` an item of it.
 * `other` is everything else, such as `/pets/{id}/adopt`, or `/pictures/{size}` that answers a picture.
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
  // What is read and is no item is none for whoever writes it either.
  const noItems = new Set(
    operations
      .filter(operation => operation.method === 'GET' && !answersItem(operation))
      .map(({path}) => path),
  );
  return new Map(operations.map(operation => [operation.id, shapeOf(operation, paths, noItems)]));
}

function answersItem(operation: Operation): boolean {
  return jsonContent(successOf(operation)) !== undefined && isItem(exampleAnswer(operation));
}

function shapeOf(operation: Operation, paths: ReadonlySet<string>, noItems: ReadonlySet<string>): Shape {
  const {method, path} = operation;
  const item = /^(.+)\/\{([^{}/]+)\}$/.exec(path);
  if (item && noItems.has(path)) {
    return {type: 'other'};
  }
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
      return hasItems && holdsItems(operation) ? {type: 'list', collection: path} : {type: 'other'};
    case 'POST':
      return hasItems ? {type: 'create', collection: path} : {type: 'other'};
    default:
      return {type: 'other'};
  }
}
