import {text} from './json';
import type {OperationPlace} from './operationPlace';
import {pointerSegments} from './references';

/** Knows the id of every operation, also of those to which the document gives none. */
export interface OperationIds {
  of(place: OperationPlace): string;
  /** The id by a JSON pointer such as `#/paths/~1users/get`. */
  at(pointer: string): string | undefined;
}

/** Derived ids depend on nothing but method and path, so that links to them last: `GET /users/{id}` is `getUsersById`. */
export function createOperationIds(places: readonly OperationPlace[]): OperationIds {
  const given = new Set(places.flatMap(({operation}) => text(operation['operationId']) ?? []));
  const ids = new Map<string, string>();
  for (const place of places) {
    ids.set(key(place.path, place.method), text(place.operation['operationId']) ?? freeId(place, given));
  }

  function idOf(path: string, method: string): string | undefined {
    return ids.get(key(path, method));
  }

  return {
    of: ({path, method}) => idOf(path, method) ?? derivedId(path, method),
    at(pointer) {
      const [first, path, method] = pointerSegments(pointer);
      return first === 'paths' && path !== undefined && method !== undefined ? idOf(path, method) : undefined;
    },
  };
}

function freeId({path, method}: OperationPlace, taken: Set<string>): string {
  const base = derivedId(path, method);
  let id = base;
  for (let serial = 2; taken.has(id); serial++) {
    id = `${base}${serial}`;
  }
  taken.add(id);
  return id;
}

function derivedId(path: string, method: string): string {
  const words = path.split('/').flatMap(segment => {
    const plain = segment.match(/[\p{L}\d]+/gu) ?? [];
    return segment.includes('{') ? ['by', ...plain] : plain;
  });
  return method.toLowerCase() + words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function key(path: string, method: string): string {
  return `${method.toLowerCase()} ${path}`;
}
