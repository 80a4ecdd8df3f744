import {isJsonObject} from '../json';
import {listedValues} from './mergedSchema';
import type {Json, Operation, Schema, SchemaObject} from '../operation';
import {resolveSchema} from './schema';

type Schemas = Pick<Operation, 'schemas'>;

/** What somebody wrote as the value of a schema: its constant, its examples, its default, the values that it lists. */
export function statedValues(schema: SchemaObject): readonly Json[] {
  const {examples = [], default: byDefault} = schema;
  const listed = listedValues(schema) ?? [];
  const isConstant = schema.const !== undefined;
  return [
    ...(isConstant ? listed : []),
    ...examples,
    ...(byDefault === undefined ? [] : [byDefault]),
    ...listed,
  ];
}

/** Of an object, what the parts of its schema state of it together: the members that each of their examples has. */
export function statedMembers(
  operation: Schemas,
  schema: Schema,
): {readonly [name: string]: Json} | undefined {
  const value = statedTogether(operation, schema, []);
  return isJsonObject(value) ? value : undefined;
}

function statedTogether(operation: Schemas, schema: Schema, seen: readonly Schema[]): Json | undefined {
  const resolved = seen.includes(schema) ? true : resolveSchema(operation, schema);
  if (typeof resolved === 'boolean') {
    return undefined;
  }
  const [own] = statedValues(resolved);
  const parts = (resolved.allOf ?? []).map(part => statedTogether(operation, part, [...seen, schema]));
  const objects = parts.filter(isJsonObject);
  return own ?? (objects.length > 0 ? Object.fromEntries(objects.flatMap(Object.entries)) : undefined);
}
