import {fromMembers, isObject, items, member, members, type JsonObject} from '../../json';
import {schemasOfExamples, trimmer} from './exampleValues';
import {findInternal, mayHaveInternal} from './internalParts';
import {mappedPointer, withoutOrphans} from './orphans';
import {internalNames} from './schemaParts';

/**
 * A bundled document without what it marks with `x-internal: true`, as Redocly's `remove-x-internal` leaves it, and without
 * what would tell of it: its names in `required`, discriminators and tags, its values in examples, and components that
 * nothing else refers to. The same document where nothing is marked.
 */
export function withoutInternal(document: JsonObject): JsonObject {
  if (!mayHaveInternal(document)) {
    return document;
  }
  const {isInternal, tags, tagLists} = findInternal(document);
  const trim = trimmer(document, isInternal);
  const schemas = schemasOfExamples(document);
  const names = internalNames(document, isInternal);
  const known = new Map<unknown, unknown>();

  /** Undefined where nothing is left of a value. YAML may hold one in several places. */
  function kept(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || value instanceof Date) {
      return value;
    }
    if (!known.has(value)) {
      known.set(
        value,
        Array.isArray(value) ? keptItems(value) : isObject(value) ? keptMembers(value) : value,
      );
    }
    return known.get(value);
  }

  function keptItems(list: readonly unknown[]): readonly unknown[] | undefined {
    const left = list
      .filter(item => !isInternal(item) && !(tagLists.has(list) && tags.has(String(item))))
      .map(kept)
      .filter(item => item !== undefined);
    return left.length === 0 && list.length > 0 ? undefined : left;
  }

  function keptMembers(object: JsonObject): JsonObject | undefined {
    const left = members(object)
      .filter(([, value]) => !isInternal(value))
      .map(([name, value]) => [name, kept(withoutNames(object, name, value))] as const)
      .filter(([, value]) => value !== undefined);
    return left.length === 0 && members(object).length > 0 ? undefined : fromMembers(left);
  }

  /** A member without the names and values of what is internal. */
  function withoutNames(holder: JsonObject, name: string, value: unknown): unknown {
    switch (name) {
      case 'required':
        return Array.isArray(value) ? requiredOf(value) : value;
      case 'mapping':
        return isObject(value) && typeof holder['propertyName'] === 'string'
          ? fromMembers(
              members(value).filter(([, target]) => !isInternal({$ref: mappedPointer(String(target))})),
            )
          : value;
      case 'default':
      case 'example':
        return trim(holder['schema'] ?? holder, value);
      case 'examples':
        return Array.isArray(value) ? items(value).map(one => trim(holder, one)) : value;
      case 'value':
      case 'dataValue':
        return schemas.has(holder) ? trim(schemas.get(holder), value) : value;
      default:
        // OpenAPI 2.0 has the example itself in place of an object about it.
        return schemas.has(value) && !isExampleObject(value) ? trim(schemas.get(value), value) : value;
    }
  }

  function requiredOf(list: readonly unknown[]): readonly unknown[] | undefined {
    const left = list.filter(name => names.get(list)?.has(String(name)) !== true);
    return left.length > 0 ? left : undefined;
  }

  const left = kept(document);
  // A document without `paths` would be none.
  return withoutOrphans({...(isObject(left) ? left : {}), ...emptyPaths(document, left)}, document);
}

function isExampleObject(value: unknown): boolean {
  return ['value', 'dataValue', 'serializedValue', 'externalValue'].some(
    name => member(value, name) !== undefined,
  );
}

function emptyPaths(document: JsonObject, left: unknown): JsonObject {
  return document['paths'] !== undefined && member(left, 'paths') === undefined ? {paths: {}} : {};
}
