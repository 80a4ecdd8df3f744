import {isObject, items, member, members, objectsIn, text, type JsonObject} from '../../json';
import {atPointer} from '../../references';

/** A schema with those that it is put together from. */
export function partsOf(
  document: JsonObject,
  schema: unknown,
  seen = new Set<unknown>(),
): readonly JsonObject[] {
  if (!isObject(schema) || seen.has(schema)) {
    return [];
  }
  seen.add(schema);
  const joined = ['allOf', 'oneOf', 'anyOf'].flatMap(keyword => items(member(schema, keyword)));
  const referred = atPointer(document, text(member(schema, '$ref')) ?? '');
  return [schema, ...[referred, ...joined].flatMap(part => partsOf(document, part, seen))];
}

/** By each list `required` of a document, the names in it of properties that are internal, here or in a schema joined with it. */
export function internalNames(
  document: JsonObject,
  isInternal: (part: unknown) => boolean,
): ReadonlyMap<unknown, ReadonlySet<string>> {
  const found = new Map<unknown, Set<string>>();
  for (const value of objectsIn(document)) {
    if (['properties', 'required', 'allOf'].some(name => member(value, name) !== undefined)) {
      const parts = partsOf(document, value);
      const names = parts.flatMap(part =>
        members(member(part, 'properties')).flatMap(([name, one]) => (isInternal(one) ? [name] : [])),
      );
      for (const {required} of names.length > 0 ? parts : []) {
        found.set(required, new Set([...(found.get(required) ?? []), ...names]));
      }
    }
  }
  return found;
}
