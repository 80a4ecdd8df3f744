import {memberSchema} from '../../api/schema/childSchemas';
import type {Json, MediaType, Operation, Schema} from '../../api/operation';
import {isObject} from '../../api/json';
import {schemaOfType, valueTypes} from '../../api/schema/valueTypes';

/** The fields of a form as the object that the schema describes: repeated or listed fields become arrays. */
export function formValues(
  operation: Operation,
  mediaType: MediaType,
  fields: readonly (readonly [name: string, text: string])[],
): {readonly [name: string]: Json} {
  const schema = schemaOfType(operation, mediaType.schema ?? true, 'object');
  const names = [...new Set(fields.map(([name]) => name))];
  return Object.fromEntries(
    names.map(name => {
      const texts = fields.filter(field => field[0] === name).map(([, text]) => text);
      return [name, typedValue(operation, memberSchema(schema, name), texts)];
    }),
  );
}

/** Texts as the type that a schema wants, or as they came, for the schema to refuse. */
export function typedValue(operation: Operation, schema: Schema, texts: readonly string[]): Json {
  const types = valueTypes(operation, schema) ?? [];
  if (types.includes('array') && !(types.includes('string') && texts.length === 1)) {
    const {items = true} = schemaOfType(operation, schema, 'array');
    return texts.map(text => typedValue(operation, items, [text]));
  }
  if (texts.length > 1) {
    return texts;
  }
  const [text = ''] = texts;
  if (types.includes('object')) {
    return objectOf(text);
  }
  if ((types.includes('integer') || types.includes('number')) && isNumber(text)) {
    return Number(text);
  }
  if (types.includes('boolean') && (text === 'true' || text === 'false')) {
    return text === 'true';
  }
  const isNull = text === '' || (text === 'null' && !types.includes('string'));
  return types.includes('null') && isNull ? null : text;
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) && Number.isFinite(Number(text));
}

/** An object in a single field is written as JSON (OpenAPI 3.1 §4.8.15). */
function objectOf(text: string): Json {
  try {
    const value: Json = JSON.parse(text);
    return isObject(value) ? value : text;
  } catch {
    return text;
  }
}
