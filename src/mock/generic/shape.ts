import type {Operation} from '../../api/operation';
import {exampleAnswer, holdsItems, isItem} from './items';
import {jsonContent, successOf} from './success';

/**
 * What an operation does to a collection, judged by its path: `/pets` is a collection and `/pets/{id}` an item of it.
 * `/me` that can be read and changed is a single item. `other` is everything else, such as `/pets/{id}/adopt`, or
 * `/pictures/{size}` that returns an image.
 */
export type ResourceShape =
  | {readonly type: 'list' | 'create'; readonly collection: string}
  | ItemShape
  | {readonly type: 'single'; readonly does: 'get' | 'replace' | 'change'}
  | {readonly type: 'other'};

export interface ItemShape {
  readonly type: 'get' | 'replace' | 'change' | 'delete';
  readonly collection: string;
  readonly idParameter: string;
}

/** The shape of each operation, by id. `collection` is a path template. */
export function findShapes(operations: readonly Operation[]): ReadonlyMap<string, ResourceShape> {
  const reads = operations.filter(({method}) => method === 'GET');
  const items = new Set(reads.filter(answersItem).map(({path}) => path));
  const known: Paths = {
    all: new Set(operations.map(({path}) => path)),
    items,
    // A path whose GET does not return an item is not an item for writes either.
    noItems: new Set(reads.map(({path}) => path).filter(path => !items.has(path))),
    changed: new Set(operations.filter(({method}) => method in changes).map(({path}) => path)),
  };
  return new Map(operations.map(operation => [operation.id, shapeOf(operation, known)]));
}

interface Paths {
  readonly all: ReadonlySet<string>;
  /** Paths with a read operation, split into those that return an item and those that return something else. */
  readonly items: ReadonlySet<string>;
  readonly noItems: ReadonlySet<string>;
  /** Those with a method that changes an item. */
  readonly changed: ReadonlySet<string>;
}

const changes = {PUT: 'replace', PATCH: 'change'} as const;

function answersItem(operation: Operation): boolean {
  return jsonContent(successOf(operation)) !== undefined && isItem(exampleAnswer(operation));
}

function shapeOf(operation: Operation, paths: Paths): ResourceShape {
  const {path} = operation;
  const [, collection, idParameter] = /^(.+)\/\{([^{}/]+)\}$/.exec(path) ?? [];
  if (collection === undefined || idParameter === undefined) {
    return shapeOfFixed(operation, paths);
  }
  const does = paths.noItems.has(path) ? undefined : doesToItem(operation, paths);
  return does ? {type: does, collection, idParameter} : {type: 'other'};
}

/** Some APIs change an item by POST; with a PATCH or PUT beside it, POST means something else. */
function doesToItem({method, path}: Operation, {items, changed}: Paths): ItemShape['type'] | undefined {
  switch (method) {
    case 'GET':
      return 'get';
    case 'PUT':
    case 'PATCH':
      return changes[method];
    case 'POST':
      return items.has(path) && !changed.has(path) ? 'change' : undefined;
    case 'DELETE':
      return 'delete';
    default:
      return undefined;
  }
}

/** A collection, or a single item if its path does not end in a parameter and it can be changed. */
function shapeOfFixed(operation: Operation, {all, items, changed}: Paths): ResourceShape {
  const {method, path} = operation;
  const hasItems = [...all].some(
    other => /^\/\{[^{}/]+\}$/.test(other.slice(path.length)) && other.startsWith(path),
  );
  const isSingle = items.has(path) && changed.has(path);
  switch (method) {
    case 'GET':
      return hasItems && holdsItems(operation)
        ? {type: 'list', collection: path}
        : isSingle
          ? {type: 'single', does: 'get'}
          : {type: 'other'};
    case 'POST':
      return hasItems ? {type: 'create', collection: path} : {type: 'other'};
    case 'PUT':
    case 'PATCH':
      return isSingle ? {type: 'single', does: changes[method]} : {type: 'other'};
    default:
      return {type: 'other'};
  }
}
