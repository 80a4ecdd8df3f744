import {mergedSchema, typesOf} from '../../api/schema/mergedSchema';
import type {Operation, Schema, SchemaObject} from '../../api/operation';
import {isSecretName, isSecretValue, type SecretPlace} from './secretRules';

/** What an operation says about its secrets; a request without an operation has neither schemas nor schemes. */
export type SecretSource = Pick<Operation, 'schemas' | 'securitySchemes'>;

export const nothingKnown: SecretSource = {schemas: {}, securitySchemes: []};

/** Where a value is sent, its name there and what the document says about it. */
export interface ValuePlace {
  readonly in: SecretPlace;
  readonly name: string;
  readonly schema: Schema;
}

/** The maximum depth of nested choices, so that recursive schemas end. */
const DEEPEST = 8;

/**
 * Whether a value here is a secret: a security scheme names the parameter, the schema says `writeOnly` or `format:
 * password`, or the name says so and the schema is not a number or boolean.
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

/** All schemas that may apply to a value: parts merged, and each branch of a choice separately. */
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

/** Whether any of the schemas says that the value is a secret. */
export function isSecretSchema(schemas: readonly SchemaObject[]): boolean {
  return schemas.some(({writeOnly, format}) => writeOnly === true || format === 'password');
}

/** Header names are case-insensitive (RFC 9110 §5.1). */
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
