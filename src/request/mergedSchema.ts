import type {Operation, Schema, SchemaObject, SchemaType} from '../api/operation';
import {resolveSchema} from '../api/schema';

type Schemas = Pick<Operation, 'schemas'>;

/** A schema as the form sees it: references resolved and `allOf` folded in. `true` becomes an empty schema. */
export function mergedSchema(operation: Schemas, schema: Schema): SchemaObject {
  return merge(operation, schema, []);
}

/** The types a schema allows besides `null`; empty when it does not say. */
export function typesOf({type, properties, items, enum: values}: SchemaObject): readonly SchemaType[] {
  if (type !== undefined) {
    return (typeof type === 'string' ? [type] : type).filter(name => name !== 'null');
  }
  if (properties !== undefined) {
    return ['object'];
  }
  if (items !== undefined) {
    return ['array'];
  }
  return values?.every(value => typeof value === 'string') ? ['string'] : [];
}

/** Whether the schema's `type` allows `null`. */
export function isNullable({type}: SchemaObject): boolean {
  return type === 'null' || (typeof type === 'object' && type.includes('null'));
}

function merge(operation: Schemas, schema: Schema, seen: readonly Schema[]): SchemaObject {
  const resolved = resolveSchema(operation, schema);
  if (typeof resolved === 'boolean' || seen.includes(schema)) {
    return {};
  }
  const {allOf = [], ...own} = resolved;
  return allOf
    .map(part => merge(operation, part, [...seen, schema]))
    .reduceRight((merged, part) => both(part, merged), own);
}

/** Two schemas that both hold; what the second says of itself wins. */
function both(first: SchemaObject, second: SchemaObject): SchemaObject {
  const properties = {...first.properties, ...second.properties};
  const required = [...new Set([...(first.required ?? []), ...(second.required ?? [])])];
  return {
    ...first,
    ...second,
    ...(Object.keys(properties).length > 0 ? {properties} : {}),
    ...(required.length > 0 ? {required} : {}),
  };
}
