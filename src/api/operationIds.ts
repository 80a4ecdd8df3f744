import {text} from './json';
import type {OperationPlace} from './operationPlace';
import {pointerSegments} from './references';

/** Knows the id of every operation, also of those to which the document gives none. */
export interface OperationIds {
  of(place: OperationPlace): string;
  /** The id by a JSON pointer such as `#/paths/~1users/get`. */
  at(pointer: string): string | undefined;
}

/**
 * Derived ids depend on nothing but method and path, so that links to them last: `GET /users/{id}` is `getUsersById`. An
 * id that is given twice belongs to the first.
 */
export function createOperationIds(places: readonly OperationPlace[]): OperationIds {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const {operation, pointer} of places) {
    const given = text(operation['operationId']) ?? '';
    if (given.trim() !== '' && !taken.has(given)) {
      taken.add(given);
      ids.set(normal(pointer), given);
    }
  }
  for (const place of places) {
    if (!ids.has(normal(place.pointer))) {
      ids.set(normal(place.pointer), freeId(place, taken));
    }
  }
  return {
    of: place => ids.get(normal(place.pointer)) ?? derivedId(place),
    at: pointer => ids.get(normal(pointer)),
  };
}

function freeId(place: OperationPlace, taken: Set<string>): string {
  const base = derivedId(place);
  let id = base;
  for (let serial = 2; taken.has(id); serial++) {
    id = `${base}${serial}`;
  }
  taken.add(id);
  return id;
}

function derivedId({key, path, method}: OperationPlace): string {
  const words = path.split('/').flatMap(segment => {
    const plain = wordsOf(segment);
    return segment.includes('{') ? ['by', ...plain] : plain;
  });
  words.push(...wordsOf(key.split('?').slice(1).join('?')));
  return method.toLowerCase() + words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\d]+/gu) ?? [];
}

/** One text for a pointer, however its segments are escaped. */
function normal(pointer: string): string {
  return JSON.stringify(pointerSegments(pointer));
}
