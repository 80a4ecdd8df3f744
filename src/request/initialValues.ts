import type {Json, MediaType, Operation, Parameter, Schema, SchemaObject} from '../api/operation';
import {resolveSchema} from '../api/schema';
import {bodyKind} from './mediaTypes';
import {parameterKey, type BodyValues, type FieldValue, type RequestValues} from './values';

/**
 * What a form starts with: the named example, else the first, of each parameter and media type; where the document has
 * none, required values get their schema's default or the first value that fits its type.
 */
export function initialValues(operation: Operation, exampleName?: string): RequestValues {
  const content = operation.requestBody?.content ?? [];
  const [first] = content;
  return {
    parameters: Object.fromEntries(
      operation.parameters.flatMap(parameter => {
        const value = initialParameter(operation, parameter, exampleName);
        return value === undefined ? [] : [[parameterKey(parameter), value]];
      }),
    ),
    headers: [],
    ...(first ? {mediaType: first.type} : {}),
    bodies: Object.fromEntries(
      content.map(mediaType => [mediaType.type, initialBody(operation, mediaType, exampleName)]),
    ),
  };
}

function initialParameter(
  operation: Operation,
  parameter: Parameter,
  exampleName?: string,
): string | undefined {
  const example = parameter.examples.find(({name}) => name === exampleName) ?? parameter.examples[0];
  if (!parameter.required) {
    const named = parameter.examples.find(({name}) => name === exampleName);
    return named ? textOf(named.value) : undefined;
  }
  return textOf(example ? example.value : sampleOf(operation, parameter.schema));
}

function initialBody(operation: Operation, mediaType: MediaType, exampleName?: string): BodyValues {
  const example = mediaType.examples.find(({name}) => name === exampleName) ?? mediaType.examples[0];
  const value = example ? example.value : sampleOf(operation, mediaType.schema ?? true);
  switch (bodyKind(mediaType.type)) {
    case 'json':
      return {type: 'text', text: JSON.stringify(value, null, 2)};
    case 'text':
      return {type: 'text', text: typeof value === 'string' ? value : JSON.stringify(value, null, 2)};
    case 'form':
    case 'multipart':
      return {type: 'fields', fields: initialFields(mediaType, value)};
    case 'file':
      return {type: 'file'};
  }
}

/** The fields of an object; files are left to the reader to pick. */
function initialFields({encoding}: MediaType, value: Json): FieldValue[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([name, member]: [string, Json]) => {
    const contentType = firstMediaType(encoding[name]?.contentType);
    const members: readonly Json[] = Array.isArray(member) ? member : [member];
    return members.map(item => ({
      name,
      value: textOf(item),
      ...(contentType === undefined ? {} : {mediaType: contentType}),
    }));
  });
}

/** An encoding may list the media types that are allowed (OpenAPI 3.1 §4.8.15.1); a range is none to send. */
function firstMediaType(contentType: string | undefined): string | undefined {
  return contentType
    ?.split(',')
    .map(type => type.trim())
    .find(type => !type.includes('*'));
}

/** Strings as they are, anything else as JSON text. */
export function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * A value for a schema that has no example: its own `examples`, `default` or `const`, else the required properties of an
 * object, else the emptiest value of its type. A schema that recurs ends where it comes to itself again.
 */
export function sampleOf(
  operation: Pick<Operation, 'schemas'>,
  schema: Schema,
  seen: readonly Schema[] = [],
): Json {
  const resolved = resolveSchema(operation, schema);
  if (typeof resolved === 'boolean' || seen.includes(schema)) {
    return null;
  }
  const stated = statedValue(resolved);
  if (stated !== undefined) {
    return stated;
  }
  const within = [...seen, schema];
  const [branch] = resolved.oneOf ?? resolved.anyOf ?? [];
  if (branch !== undefined && resolved.type === undefined) {
    return sampleOf(operation, branch, within);
  }
  if (resolved.allOf) {
    return mergeObjects(resolved.allOf.map(part => sampleOf(operation, part, within)));
  }
  const type = Array.isArray(resolved.type) ? resolved.type[0] : resolved.type;
  switch (type) {
    case 'object':
      return Object.fromEntries(
        (resolved.required ?? []).map(name => [
          name,
          sampleOf(operation, resolved.properties?.[name] ?? true, within),
        ]),
      );
    case 'array':
      return resolved.minItems ? [sampleOf(operation, resolved.items ?? true, within)] : [];
    case 'string':
      return '';
    case 'number':
    case 'integer':
      return resolved.minimum ?? 0;
    case 'boolean':
      return false;
    default:
      return resolved.properties ? {} : null;
  }
}

function statedValue({
  examples,
  default: byDefault,
  const: constant,
  enum: values,
}: SchemaObject): Json | undefined {
  return constant ?? examples?.[0] ?? byDefault ?? values?.[0];
}

function mergeObjects(values: readonly Json[]): Json {
  return Object.assign({}, ...values.filter(value => typeof value === 'object'));
}
