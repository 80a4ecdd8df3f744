import {itemSchema, memberSchema} from '../../api/schema/childSchemas';
import {mergedSchema, typesOf} from '../../api/schema/mergedSchema';
import type {Operation, Schema, SchemaObject} from '../../api/operation';
import {isSecretName, isSecretValue, type SecretPlace} from './secretRules';
import {textOf} from '../values';

/** What an operation says of its secrets; a request that belongs to none has neither schemas nor schemes. */
export type SecretSource = Pick<Operation, 'schemas' | 'securitySchemes'>;

export const nothingKnown: SecretSource = {schemas: {}, securitySchemes: []};

/** Where a value goes, what it is called there and what the document says of it. */
export interface ValuePlace {
  readonly in: SecretPlace;
  readonly name: string;
  readonly schema: Schema;
}

/** Choices within choices end here, so that a schema that recurs ends too. */
const DEEPEST = 8;

/**
 * Whether a secret goes here: a security scheme names the parameter, the schema says `writeOnly` or `format: password`, or
 * the name says so and the schema does not make it a number or one of two.
 */
export function isSecretPlace(source: SecretSource, {in: place, name, schema}: ValuePlace): boolean {
  const schemas = schemasOf(source, schema);
  return (
    isSecretSchema(schemas) ||
    isNamedByScheme(source, place, name) ||
    (isSecretName(name, place) && mayBeText(schemas))
  );
}

/** Whether a value is masked where it is typed. */
export function isMasked(source: SecretSource, place: ValuePlace, text = ''): boolean {
  return isSecretPlace(source, place) || isSecretValue(text, place.name, place.in);
}

const known = new WeakMap<object, readonly SchemaObject[]>();

/** All that may hold for a value: parts merged, and each branch of a choice beside them. */
export function schemasOf(source: SecretSource, schema: Schema): readonly SchemaObject[] {
  if (typeof schema === 'boolean') {
    return [];
  }
  const found = known.get(schema) ?? branchesOf(source, schema, 0);
  known.set(schema, found);
  return found;
}

function branchesOf(source: SecretSource, schema: Schema, depth: number): readonly SchemaObject[] {
  const merged = mergedSchema(source, schema);
  const {oneOf = [], anyOf = [], allOf = []} = merged;
  const branches = depth === DEEPEST ? [] : [...oneOf, ...anyOf, ...allOf];
  return [merged, ...branches.flatMap(branch => branchesOf(source, branch, depth + 1))];
}

/** The schema of an item or a member of a value of which any of the schemas may hold. */
export function childSchema(schemas: readonly SchemaObject[], step: string | number): Schema {
  const children = schemas
    .map(schema => (typeof step === 'number' ? itemSchema(schema, step) : memberSchema(schema, step)))
    .filter(schema => schema !== true);
  const [first = true] = children;
  return children.length > 1 ? {anyOf: children} : first;
}

/** The schema of one field of a form: of `user[name]` the member, of a list one of its items. */
export function formFieldSchema(source: SecretSource, schema: Schema, name: string): Schema {
  const field = name
    .split(/[[\]]+/)
    .filter(step => step !== '')
    .reduce((parent, step) => childSchema(schemasOf(source, parent), step), schema);
  const item = childSchema(schemasOf(source, field), 0);
  return item === true ? field : {anyOf: [field, item]};
}

/** Whether any of the schemas says that the value is a secret. */
export function isSecretSchema(schemas: readonly SchemaObject[]): boolean {
  return schemas.some(({writeOnly, format}) => writeOnly === true || format === 'password');
}

/** Whether the document lists the value itself, which then gives nothing away. */
export function isListed(schemas: readonly SchemaObject[], value: string): boolean {
  return schemas.some(({enum: listed = [], const: constant, default: usual, examples = []}) =>
    [...listed, ...examples, constant, usual].some(one => one !== undefined && textOf(one) === value),
  );
}

/** Header names match whatever their case (RFC 9110 §5.1). */
function isNamedByScheme({securitySchemes}: SecretSource, place: SecretPlace, name: string): boolean {
  return securitySchemes.some(
    scheme =>
      scheme.type === 'apiKey' &&
      scheme.in === place &&
      (scheme.name === name || (place === 'header' && scheme.name.toLowerCase() === name.toLowerCase())),
  );
}

function mayBeText(schemas: readonly SchemaObject[]): boolean {
  const types = schemas.flatMap(typesOf);
  return types.length === 0 || types.some(type => !['boolean', 'number', 'integer'].includes(type));
}
