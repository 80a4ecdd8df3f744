import {escapedStep, nameOfFragmentStep} from './http/pointer';
import {isObject, memberOrItem, type JsonObject} from './json';

/** What a JSON pointer in URI fragment form (RFC 6901 §6) leads to, or undefined. */
export function atPointer(document: JsonObject, pointer: string): unknown {
  if (pointer !== '#' && !pointer.startsWith('#/')) {
    return undefined;
  }
  return pointerSegments(pointer).reduce<unknown>(memberOrItem, document);
}

/** The unescaped segments of a JSON pointer in URI fragment form: `#/paths/~1users` is `paths`, `/users`. */
export function pointerSegments(pointer: string): string[] {
  return pointer.slice(1).split('/').slice(1).map(nameOfFragmentStep);
}

/** The JSON pointer in URI fragment form to a place: `paths`, `/users` is `#/paths/~1users`. */
export function pointerTo(...segments: readonly (string | number)[]): string {
  return ['#', ...segments.map(escapedStep)].join('/');
}

/** Whether something stands where an object or a `$ref` to one belongs, and is neither. */
export function leadsNowhere(document: JsonObject, value: unknown): boolean {
  const seen = new Set<unknown>();
  let current = value;
  while (isObject(current) && typeof current['$ref'] === 'string' && !seen.has(current)) {
    seen.add(current);
    current = atPointer(document, current['$ref']);
  }
  return !isObject(current) || seen.has(current);
}

/**
 * A parameter, header, response, request body, example, link or path item, or what its `$ref` leads to. A `summary` or
 * `description` beside the `$ref` replaces the referenced one (OpenAPI 3.1 §4.8.23).
 */
export function dereference(document: JsonObject, value: unknown): JsonObject {
  const seen = new Set<unknown>();
  let beside: JsonObject = {};
  let current = value;
  while (isObject(current) && typeof current['$ref'] === 'string' && !seen.has(current)) {
    seen.add(current);
    const {$ref, ...siblings} = current;
    beside = {...siblings, ...beside};
    current = atPointer(document, String($ref));
  }
  return isObject(current) ? {...current, ...beside} : beside;
}
