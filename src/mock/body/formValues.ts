import {memberSchema} from '../../api/schema/childSchemas';
import type {Json, MediaType, Operation, Schema, SchemaType} from '../../api/operation';
import {isObject} from '../../api/json';
import {schemaFaults} from '../../api/schema/validateSchema';
import {schemaOfType, valueTypes} from '../../api/schema/valueTypes';
import {english} from '../../words';

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
      return [name, valueOfTexts(operation, memberSchema(schema, name), texts)];
    }),
  );
}

/**
 * Texts converted to the type that a schema asks for, or unchanged, for validation to reject. If it allows several
 * types, the first that is valid: `1` is a list of one number for `anyOf` a list of numbers and the text `all`.
 */
export function valueOfTexts(operation: Operation, schema: Schema, texts: readonly string[]): Json {
  const types = valueTypes(operation, schema) ?? [];
  const readings = readingsOf(operation, schema, types, texts);
  const [first = null] = readings;
  const fits = (value: Json): boolean =>
    schemaFaults(operation, schema, value, english, 'request')?.length === 0;
  return readings.length > 1 ? (readings.find(fits) ?? first) : first;
}

/** The values that a text can represent under the types of a schema, most likely first. */
function readingsOf(
  operation: Operation,
  schema: Schema,
  types: readonly SchemaType[],
  texts: readonly string[],
): readonly Json[] {
  const [text = ''] = texts;
  const list = types.includes('array') ? [listOf(operation, schema, texts)] : [];
  if (texts.length > 1) {
    return [...list, texts].slice(0, 1);
  }
  const isNull = types.includes('null') && (text === '' || (text === 'null' && !types.includes('string')));
  const single: readonly Json[] = [
    ...(types.includes('object') ? [objectOf(text)] : []),
    ...((types.includes('integer') || types.includes('number')) && isNumber(text) ? [Number(text)] : []),
    ...(types.includes('boolean') && (text === 'true' || text === 'false') ? [text === 'true'] : []),
    ...(isNull ? [null] : []),
  ];
  if (!types.includes('string')) {
    return [...list, ...single, text];
  }
  // A single text is a string rather than a list of one.
  return [...single, text, ...list.filter(([item]) => typeof item !== 'string')];
}

function listOf(operation: Operation, schema: Schema, texts: readonly string[]): readonly Json[] {
  const {items = true} = schemaOfType(operation, schema, 'array');
  return texts.map(text => valueOfTexts(operation, items, [text]));
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) && Number.isFinite(Number(text));
}

/** An object in a single field is JSON (OpenAPI 3.1 §4.8.15). */
function objectOf(text: string): Json {
  const value = jsonOr(text);
  return isObject(value) ? value : text;
}

/** The value of a JSON text; the text itself if it is not JSON. */
export function jsonOr(text: string): Json {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}
