import {schemaMap} from './mergedSchema';
import type {Schema, SchemaObject} from '../operation';
import {matchesPattern} from './linearMatch';

/** The schema of a member that `properties` does not name: that of each pattern which its name matches, else of all others. */
export function entrySchema(schema: SchemaObject, name: string): Schema {
  const [first, ...others] = matching(schema, name);
  return first === undefined
    ? (schema.additionalProperties ?? true)
    : others.length === 0
      ? first
      : {allOf: [first, ...others]};
}

/** The schema of a member, whether `properties` names it or not. */
export function memberSchema(schema: SchemaObject, name: string): Schema {
  const {properties = {}} = schema;
  if (!Object.hasOwn(properties, name)) {
    return entrySchema(schema, name);
  }
  const own = properties[name] ?? true;
  const others = matching(schema, name);
  return others.length === 0 ? own : {allOf: [own, ...others]};
}

function matching(schema: SchemaObject, name: string): readonly Schema[] {
  return [...schemaMap(schema['patternProperties'])].flatMap(([pattern, one]) =>
    matchesPattern(pattern, name) ? [one] : [],
  );
}

/** The schema of an item of an array. */
export function itemSchema({prefixItems = [], items = true}: SchemaObject, index: number): Schema {
  return prefixItems[index] ?? items;
}
