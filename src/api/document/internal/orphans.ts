import {fromMembers, isObject, items, member, members, objectsIn, text, type JsonObject} from '../../json';
import {atPointer, pointerSegments, pointerTo} from '../../references';

/** Where OpenAPI 2.0 keeps what 3.0 has under `components`. */
const OF_2 = ['definitions', 'parameters', 'responses'];

/** A document that has lost some parts, without the components that only those referred to in `before`. */
export function withoutOrphans(document: JsonObject, before: JsonObject): JsonObject {
  const isReached = reach(document);
  const wasReached = reach(before);
  const isOrphan = (pointer: string): boolean => wasReached.has(pointer) && !isReached.has(pointer);
  const kept = (map: unknown, ...place: readonly string[]): unknown =>
    isObject(map) ? fromMembers(members(map).filter(([name]) => !isOrphan(pointerTo(...place, name)))) : map;
  return fromMembers(
    members(document).map(([name, value]) => [
      name,
      name === 'components' && isObject(value)
        ? fromMembers(members(value).map(([type, map]) => [type, kept(map, name, type)]))
        : OF_2.includes(name)
          ? kept(value, name)
          : value,
    ]),
  );
}

/** The pointers of the components that a document refers to from elsewhere, or from such a component. */
function reach(document: JsonObject): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<unknown>();
  const left: unknown[] = members(document)
    .filter(([name]) => name !== 'components' && !OF_2.includes(name))
    .map(([, value]) => value);
  const refer = (pointer: string): void => {
    const component = componentOf(pointer);
    if (component !== undefined && !found.has(component)) {
      found.add(component);
      const value = atPointer(document, component);
      left.push(value, ...(isObject(member(value, 'discriminator')) ? heirsOf(document, component) : []));
    }
  };
  while (left.length > 0) {
    for (const value of objectsIn(left.pop(), seen)) {
      refer(text(member(value, '$ref')) ?? '');
      members(member(member(value, 'discriminator'), 'mapping')).forEach(([, target]) =>
        refer(mappedPointer(String(target))),
      );
    }
  }
  return found;
}

/** A discriminator without a mapping means all schemas that have its own in their `allOf` (OpenAPI 3.1 §4.8.25). */
function heirsOf(document: JsonObject, pointer: string): readonly JsonObject[] {
  return ['#/components/schemas', '#/definitions'].flatMap(place =>
    members(atPointer(document, place))
      .filter(([, schema]) => items(member(schema, 'allOf')).some(part => member(part, '$ref') === pointer))
      .map(([name]) => ({$ref: `${place}${pointerTo(name).slice(1)}`})),
  );
}

/** A target of a discriminator's mapping is a reference or the name of a schema. */
export function mappedPointer(target: string): string {
  return target.includes('#') ? target : pointerTo('components', 'schemas', target);
}

function componentOf(pointer: string): string | undefined {
  const [first = '', second, third] = pointerSegments(pointer);
  if (first === 'components' && second !== undefined && third !== undefined) {
    return pointerTo(first, second, third);
  }
  return OF_2.includes(first) && second !== undefined ? pointerTo(first, second) : undefined;
}
