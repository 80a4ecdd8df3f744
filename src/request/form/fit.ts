import {memberSchema} from '../../api/schema/childSchemas';
import {isLeftOut} from '../../api/schema/direction';
import {isNever, isNullable, listedValues, mergedSchema, typesOf} from '../../api/schema/mergedSchema';
import type {Operation, SchemaObject, SchemaType} from '../../api/operation';
import type {JsonNode} from '../json/jsonText';

type Schemas = Pick<Operation, 'schemas'>;

/** From this distance on, a value is not one of the schema's: it has another type or another constant. */
export const NO_FIT = 100;

/**
 * How far a value is from what a schema describes, judged by types, constants and names alone: 0 if they all match,
 * {@link NO_FIT} or more if it is something else. Used to tell which branch of a choice was written.
 */
export function distance(operation: Schemas, schema: SchemaObject, node: JsonNode | undefined): number {
  if (!node) {
    return 0;
  }
  if (isNever(schema) || !allowsType(schema, node)) {
    return 10 * NO_FIT;
  }
  if (!allowsValue(schema, node)) {
    return NO_FIT;
  }
  switch (node.type) {
    case 'object':
      return distanceOfMembers(operation, schema, node);
    case 'array': {
      const [first] = node.items;
      const items = mergedSchema(operation, schema.prefixItems?.[0] ?? schema.items ?? true);
      return first && !allowsType(items, first) ? 5 : 0;
    }
    default:
      return 0;
  }
}

function distanceOfMembers(operation: Schemas, schema: SchemaObject, {members}: JsonNode): number {
  const {properties = {}, required = [], additionalProperties = true} = schema;
  const missing = required.filter(
    name => !members.has(name) && !isLeftOut(operation, memberSchema(schema, name), 'request'),
  ).length;
  const others = [...members].map(([name, value]) => {
    if (!Object.hasOwn(properties, name)) {
      return additionalProperties === false ? 3 : Object.keys(properties).length > 0 ? 1 : 0;
    }
    const property = mergedSchema(operation, properties[name] ?? true);
    const constant = property.const !== undefined || property.enum?.length === 1;
    return !allowsType(property, value) ? 5 : constant && !allowsValue(property, value) ? NO_FIT : 0;
  });
  return others.reduce((sum, each) => sum + each, 2 * missing);
}

/** Whether the schema's types allow the value. */
export function allowsType(schema: SchemaObject, {type, text}: JsonNode): boolean {
  const types: readonly SchemaType[] = typesOf(schema);
  if (type === 'null') {
    return isNullable(schema) || (types.length === 0 && schema.type === undefined);
  }
  return (
    (types.length === 0 && !isNullable(schema)) ||
    types.includes(type) ||
    (type === 'number' && types.includes('integer') && Number.isInteger(Number(text)))
  );
}

function allowsValue(schema: SchemaObject, node: JsonNode): boolean {
  const values = listedValues(schema);
  if (!values || node.type === 'object' || node.type === 'array') {
    return true;
  }
  return values.some(value => JSON.stringify(value) === JSON.stringify(JSON.parse(node.text)));
}
