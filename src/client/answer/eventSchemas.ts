import {isJsonObject, ownMember} from '../../api/json';
import type {Json, Operation, Schema, SchemaObject} from '../../api/operation';
import {memberSchema} from '../../api/schema/childSchemas';
import {listedValues, mergedSchema} from '../../api/schema/mergedSchema';
import {schemaOfType, valueTypes} from '../../api/schema/valueTypes';

type Schemas = Pick<Operation, 'schemas'>;

/**
 * The schemas of the events of a stream (`itemSchema`, OpenAPI 3.2 §4.14.4): one for each branch if it is a choice.
 * Undefined if the document has none.
 */
export function eventSchemas(operation: Schemas, stream: Schema): readonly Schema[] | undefined {
  if (valueTypes(operation, stream)?.includes('array') !== true) {
    return undefined;
  }
  const {items = true} = schemaOfType(operation, stream, 'array');
  return items === true ? undefined : branchesOf(operation, items);
}

/** The branches of a schema that is a choice; the schema itself otherwise. */
export function branchesOf(operation: Schemas, schema: Schema): readonly Schema[] {
  const {oneOf, anyOf} = mergedSchema(operation, schema);
  return oneOf ?? anyOf ?? [schema];
}

/** Whether a schema is for events of this name. */
export function isForEvent(operation: Schemas, schema: Schema, event: string): boolean {
  return eventNames(operation, schema)?.includes(event) ?? true;
}

/** The names of the events that a schema describes; undefined if it describes any. */
export function eventNames(operation: Schemas, schema: Schema): readonly Json[] | undefined {
  const {properties} = mergedSchema(operation, schema);
  return listedValues(mergedSchema(operation, ownMember(properties, 'event') ?? true));
}

/** The schema of an event's data; `content` describes the JSON in it if the data is a text that contains some. */
export function dataSchemaOf(
  operation: Schemas,
  event: Schema,
): {readonly data: Schema; readonly isText: boolean; readonly content: Schema | undefined} {
  const data = memberSchema(mergedSchema(operation, event), 'data');
  const isText = valueTypes(operation, data)?.includes('string') ?? true;
  const {contentSchema} = mergedSchema(operation, data);
  return {data, isText, content: isText ? contentSchema : undefined};
}

/** Whether no member of a value contradicts the constants that a schema lists for it. */
export function hasConstants(operation: Schemas, {properties = {}}: SchemaObject, value: Json): boolean {
  return Object.entries(properties).every(([name, member]) => {
    const listed = listedValues(mergedSchema(operation, member));
    const own = isJsonObject(value) ? ownMember(value, name) : undefined;
    return listed === undefined || own === undefined || listed.includes(own);
  });
}
