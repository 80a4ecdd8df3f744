import {listedValues, mergedSchema} from './mergedSchema';
import type {Json, Operation, Schema, SchemaObject, SchemaType} from '../operation';
import {resolveSchema} from './schema';

type Schemas = Pick<Operation, 'schemas'>;

/**
 * Which JSON types a value of a schema may have, by all that it says of them: `type`, `const` and `enum`, through `$ref` and
 * `allOf`, which all hold, and through `oneOf` and `anyOf`, of which one does. Undefined where it does not say, so that any
 * will do. A branch that leads back to the schema adds none.
 */
export function valueTypes(operation: Schemas, schema: Schema): readonly SchemaType[] | undefined {
  return typesWithin(operation, schema, []);
}

/**
 * What a schema says of the values of one type, on one level: {@link mergedSchema}, and of its `oneOf` and `anyOf` the first
 * branch that allows the type.
 */
export function schemaOfType(operation: Schemas, schema: Schema, type: SchemaType): SchemaObject {
  return ofType(operation, schema, type, []);
}

function typesWithin(
  operation: Schemas,
  schema: Schema,
  within: readonly Schema[],
): readonly SchemaType[] | undefined {
  const resolved = resolveSchema(operation, schema);
  if (typeof resolved === 'boolean') {
    return resolved ? undefined : [];
  }
  const inside = [...within, schema];
  const isNew = (part: Schema): boolean => !inside.includes(part);
  const all = (resolved.allOf ?? []).filter(isNew).map(part => typesWithin(operation, part, inside));
  const choices = [resolved.oneOf, resolved.anyOf].map(
    branches =>
      branches && either(branches.filter(isNew).map(branch => typesWithin(operation, branch, inside))),
  );
  return [ownTypes(resolved), ...all, ...choices].reduce(common, undefined) ?? impliedTypes(resolved);
}

function ownTypes(schema: SchemaObject): readonly SchemaType[] | undefined {
  if (schema.type !== undefined) {
    return [schema.type].flat();
  }
  const stated = listedValues(schema);
  return stated && [...new Set(stated.map(typeOfValue))];
}

/** Objects and lists are often described without being called so. */
function impliedTypes({properties, items}: SchemaObject): readonly SchemaType[] | undefined {
  return properties !== undefined ? ['object'] : items !== undefined ? ['array'] : undefined;
}

function either(branches: readonly (readonly SchemaType[] | undefined)[]): readonly SchemaType[] | undefined {
  const said = branches.filter(types => types !== undefined);
  return said.length < branches.length ? undefined : [...new Set(said.flat())];
}

/** The types that both allow: an integer is a number too. */
function common(
  one: readonly SchemaType[] | undefined,
  other: readonly SchemaType[] | undefined,
): readonly SchemaType[] | undefined {
  if (!one || !other) {
    return one ?? other;
  }
  const allows = (types: readonly SchemaType[], type: SchemaType): boolean =>
    types.includes(type) || (type === 'integer' && types.includes('number'));
  return [
    ...new Set([...one.filter(type => allows(other, type)), ...other.filter(type => allows(one, type))]),
  ];
}

/** The JSON type of a value; a number is one, whole or not. */
export function typeOfValue(value: Json): SchemaType {
  if (value === null || typeof value === 'object') {
    return value === null ? 'null' : Array.isArray(value) ? 'array' : 'object';
  }
  return typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'boolean';
}

function ofType(
  operation: Schemas,
  schema: Schema,
  type: SchemaType,
  within: readonly Schema[],
): SchemaObject {
  const merged = mergedSchema(operation, schema);
  const branch = [...(merged.oneOf ?? []), ...(merged.anyOf ?? [])]
    .filter(part => !within.includes(part))
    .find(part => typesWithin(operation, part, within)?.includes(type));
  if (branch === undefined) {
    return merged;
  }
  const {oneOf: _one, anyOf: _any, ...own} = merged;
  return mergedSchema(operation, {allOf: [own, ofType(operation, branch, type, [...within, branch])]});
}
