import {schemaMap} from './mergedSchema';
import type {Schema, SchemaObject} from '../operation';
import {matchesPattern} from './linearMatch';

/** The schema of a member that `properties` does not name. */
export function entrySchema(schema: SchemaObject, name: string): Schema {
  const [, found] =
    [...schemaMap(schema['patternProperties'])].find(([pattern]) => matchesPattern(pattern, name)) ?? [];
  return found ?? schema.additionalProperties ?? true;
}

/** The schema of a member, whether `properties` names it or not. */
export function memberSchema(schema: SchemaObject, name: string): Schema {
  const {properties = {}} = schema;
  return Object.hasOwn(properties, name) ? (properties[name] ?? true) : entrySchema(schema, name);
}

/** The schema of an item of an array. */
export function itemSchema({prefixItems = [], items = true}: SchemaObject, index: number): Schema {
  return prefixItems[index] ?? items;
}
