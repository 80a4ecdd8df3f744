import type {Operation, Parameter, Schema, SchemaObject} from '../operation';
import {schemaOfType, valueTypes} from './valueTypes';

type Schemas = Pick<Operation, 'schemas'>;

/** What the value of a parameter may be (RFC 6570 §2.3), by its schema. */
export interface Shape {
  /** Whether it may be neither a list nor an object. */
  readonly text: boolean;
  readonly list?: {readonly isString: boolean};
  readonly object?: {
    /** The members that the schema names. */
    readonly names: ReadonlySet<string>;
    /** Whether members of other names belong to it too. */
    readonly open: boolean;
    readonly isString: (name: string) => boolean;
  };
}

/** The shape of a parameter; one that is described by `content` is a text (OpenAPI 3.1 §4.8.12.3). */
export function shapeOf(
  operation: Schemas,
  {schema, contentType}: Pick<Parameter, 'schema' | 'contentType'>,
): Shape {
  const types = contentType === undefined ? valueTypes(operation, schema) : undefined;
  return {
    text: types === undefined || types.some(type => type !== 'array' && type !== 'object'),
    ...(types?.includes('array') ? {list: listShape(operation, schema)} : {}),
    ...(types?.includes('object') ? {object: objectShape(operation, schema)} : {}),
  };
}

function listShape(operation: Schemas, schema: Schema): NonNullable<Shape['list']> {
  const {items} = schemaOfType(operation, schema, 'array');
  return {isString: isString(operation, items)};
}

function objectShape(operation: Schemas, schema: Schema): NonNullable<Shape['object']> {
  const own = schemaOfType(operation, schema, 'object');
  const {properties = {}, additionalProperties} = own;
  return {
    names: new Set(Object.keys(properties)),
    open: takesOtherNames(own),
    isString: name =>
      isString(operation, Object.hasOwn(properties, name) ? properties[name] : additionalProperties),
  };
}

/** Whether an object takes names that its schema does not list: it says what those hold, or lists none. */
export function takesOtherNames({
  properties,
  additionalProperties,
  patternProperties,
}: SchemaObject): boolean {
  return additionalProperties === undefined
    ? properties === undefined || patternProperties !== undefined
    : additionalProperties !== false;
}

/** Whether a text stands for itself: not where the schema asks for other types alone. */
function isString(operation: Schemas, schema: Schema = true): boolean {
  return valueTypes(operation, schema)?.includes('string') !== false;
}
