import {isMultipart} from '../../api/http/mediaType';
import {withDigits} from '../../api/digits';
import {fromMembers, ownMember} from '../../api/json';
import {pathValue} from '../../api/pathValue';
import {isFile, mergedSchema, typesOf} from '../../api/schema/mergedSchema';
import {valueTypes} from '../../api/schema/valueTypes';
import type {Json, MediaType, Operation, Parameter, Schema, SchemaObject} from '../../api/operation';
import {bodyKind} from '../mediaTypes';
import {parameterKey, textOf, type BodyValues, type FieldValue, type RequestValues} from '../values';

/** Makes values that have no example. */
export interface Maker {
  readonly value: (schema: Schema) => Json;
  /** A body that is text other than JSON. */
  readonly text: (mediaType: MediaType) => string;
}

/**
 * The values of the named example, else the first, of each parameter and media type; `maker` makes the missing ones.
 * Without `maker`, only examples are used.
 */
export function exampleValues(
  operation: Operation,
  exampleName: string | undefined,
  maker?: Maker,
): RequestValues {
  const content = operation.requestBody?.content ?? [];
  const [first] = content;
  const values: RequestValues = {
    parameters: Object.fromEntries(
      operation.parameters.flatMap(parameter => {
        const value = initialParameter(operation, parameter, exampleName, maker);
        return value === undefined ? [] : [[parameterKey(parameter), value]];
      }),
    ),
    headers: [],
    ...(first && startsWithBody(operation) ? {mediaType: first.type} : {}),
    bodies: Object.fromEntries(
      content.map(mediaType => [mediaType.type, initialBody(operation, mediaType, exampleName, maker)]),
    ),
  };
  const exact: RequestValues = JSON.parse(withDigits(operation, JSON.stringify(values)));
  return exact;
}

/**
 * Whether a form starts with a body. An optional body is left out for methods that rarely have one (RFC 9110 §9.3):
 * generators declare empty ones, and browsers send none with GET. An example of a body for DELETE is meant to be sent.
 */
function startsWithBody({method, requestBody}: Operation): boolean {
  return (
    requestBody?.required === true ||
    !/^(?:GET|HEAD|DELETE)$/.test(method) ||
    (method === 'DELETE' && requestBody?.content.some(({examples}) => examples.length > 0) === true)
  );
}

/** Whether examples cover everything that a form starts with. */
export function hasExamples({parameters, requestBody}: Operation): boolean {
  return [...parameters.filter(({required}) => required), ...(requestBody?.content ?? [])].every(
    ({examples}) => examples.length > 0,
  );
}

function initialParameter(
  operation: Operation,
  parameter: Parameter,
  exampleName: string | undefined,
  maker: Maker | undefined,
): string | undefined {
  const example = parameter.examples.find(({name}) => name === exampleName) ?? parameter.examples[0];
  if (!parameter.required) {
    const named = parameter.examples.find(({name}) => name === exampleName);
    return named ? textOf(named.value) : undefined;
  }
  const value = example ? example.value : (maker?.value(withContent(operation, parameter.schema)) ?? null);
  return textOf(parameter.in === 'path' ? pathValue(operation, parameter, value) : value);
}

/** An empty array or object serialises to nothing, which is no value for a required parameter. */
function withContent(operation: Operation, schema: Schema): Schema {
  const types = valueTypes(operation, schema) ?? [];
  return types.includes('array') || types.includes('object')
    ? {allOf: [schema], minItems: 1, minProperties: 1}
    : schema;
}

/** An empty list makes no field of a form, which is no value for one that is required. */
function withItems(operation: Operation, schema: Schema): Schema {
  const {properties = {}, required = []} = mergedSchema(operation, schema);
  const lists = required.filter(
    name => valueTypes(operation, ownMember(properties, name) ?? true)?.includes('array') === true,
  );
  return lists.length === 0
    ? schema
    : {allOf: [schema, {properties: fromMembers(lists.map(name => [name, {minItems: 1}]))}]};
}

function initialBody(
  operation: Operation,
  mediaType: MediaType,
  exampleName: string | undefined,
  maker: Maker | undefined,
): BodyValues {
  const example = mediaType.examples.find(({name}) => name === exampleName) ?? mediaType.examples[0];
  const made = (): Json => (example ? example.value : (maker?.value(mediaType.schema ?? true) ?? null));
  switch (bodyKind(mediaType.type)) {
    case 'json':
      return {type: 'text', text: JSON.stringify(made(), null, 2)};
    case 'text':
      return {type: 'text', text: example ? textOf(example.value) : (maker?.text(mediaType) ?? '')};
    case 'form':
    case 'multipart':
      return {
        type: 'fields',
        fields: fieldsOfValue(
          operation,
          mediaType,
          example ? example.value : (maker?.value(withItems(operation, mediaType.schema ?? true)) ?? null),
          example !== undefined,
        ),
      };
    case 'file':
      return {type: 'file'};
  }
}

/** The fields of an object; files are left for the reader to choose, unless an example gives their text. */
export function fieldsOfValue(
  operation: Pick<Operation, 'schemas'>,
  {type, schema = true, encoding}: Pick<MediaType, 'type' | 'schema' | 'encoding'>,
  value: Json,
  isExample: boolean,
): FieldValue[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return [];
  }
  const {properties = {}} = mergedSchema(operation, schema);
  return Object.entries(value).flatMap(([name, member]: [string, Json]) => {
    const property = mergedSchema(operation, ownMember(properties, name) ?? true);
    if (!isExample && isFile(mergedSchema(operation, property.items ?? property))) {
      return [];
    }
    const contentType = partMediaType(
      {type, encoding},
      name,
      mergedSchema(operation, property.items ?? property),
    );
    const members: readonly Json[] = Array.isArray(member) ? member : [member];
    return members.map(item => ({
      name,
      value: textOf(item),
      ...(contentType === undefined ? {} : {mediaType: contentType}),
    }));
  });
}

/**
 * The media type of a part of a multipart body: that of its encoding, else JSON if one value of it is an object or a
 * list (OpenAPI 3.1 §4.8.15.1). Undefined for other parts, and for fields of an urlencoded form without an encoding.
 */
export function partMediaType(
  {type, encoding}: Pick<MediaType, 'type' | 'encoding'>,
  name: string,
  value: SchemaObject,
): string | undefined {
  const isStructure = typesOf(value).some(one => one === 'object' || one === 'array');
  const byDefault = isStructure && isMultipart(type) ? 'application/json' : undefined;
  return firstMediaType(ownMember(encoding, name)?.contentType) ?? byDefault;
}

/** The media type of a part. An encoding may list several (OpenAPI 3.1 §4.8.15.1); a range cannot be sent. */
function firstMediaType(contentType: string | undefined): string | undefined {
  return contentType
    ?.split(',')
    .map(type => type.trim())
    .find(type => !type.includes('*'));
}
