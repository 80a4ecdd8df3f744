import {textFormat} from '../api/body/bodyText';
import {isJsonObject, ownMember} from '../api/json';
import type {Json, MediaType, Operation, Schema} from '../api/operation';
import {memberSchema} from '../api/schema/childSchemas';
import {mergedSchema} from '../api/schema/mergedSchema';
import {valueOf} from '../api/schema/valueOf';
import {schemaOfType, valueTypes} from '../api/schema/valueTypes';

export interface ErrorBody {
  readonly value: Json;
  /** Whether the value states the reason; a schema may have no field for text. */
  readonly tells: boolean;
}

export interface Refusal {
  readonly status: number;
  readonly reason: string | undefined;
}

/** Common names of the field that explains an error to people, most common first. */
const textNames = [
  'message',
  'detail',
  'errormessage',
  'errordescription',
  'description',
  'reason',
  'msg',
  'details',
  'title',
  'error',
  'text',
];
const statusNames = ['status', 'statuscode', 'httpstatus', 'code'];

/** How deep to look for a text, such as `error.message` or `errors[0].message` in a nested value. */
const DEEPEST = 4;

/**
 * An error in its documented shape: the example, else only what the schema requires, with the reason in a free text.
 */
export function errorBody(
  operation: Operation,
  {type, schema}: MediaType,
  example: Json | undefined,
  {status, reason}: Refusal,
): ErrorBody {
  // An XML example is not taken apart.
  const isOpaque = textFormat(type) === 'xml' && typeof example === 'string';
  if (example !== undefined && isOpaque && schema === undefined) {
    return {value: example, tells: false};
  }
  return toldError(operation, schema ?? true, isOpaque ? undefined : example, {status, reason});
}

function toldError(
  operation: Operation,
  schema: Schema,
  example: Json | undefined,
  {status, reason}: Refusal,
): ErrorBody {
  const value =
    example ??
    withStatus(operation, schema, valueOf(operation, schema, {direction: 'response', as: 'start'}), status);
  const told = reason === undefined ? undefined : telling(operation, schema, value, reason, 0);
  return {value: told ?? value, tells: told !== undefined};
}

/** The value with the reason in it; undefined if it has no place for one. */
function telling(
  operation: Operation,
  schema: Schema,
  value: Json | undefined,
  reason: string,
  depth: number,
): Json | undefined {
  if (depth > DEEPEST) {
    return undefined;
  }
  const types = valueTypes(operation, schema);
  if (types?.includes('array') || (types === undefined && Array.isArray(value))) {
    const {items = true} = schemaOfType(operation, schema, 'array');
    const first: Json | undefined = Array.isArray(value) ? value[0] : undefined;
    const told =
      freeText(operation, items, first, reason) ?? telling(operation, items, first, reason, depth + 1);
    return told === undefined ? undefined : [told];
  }
  if (types?.includes('object') !== true && !isJsonObject(value)) {
    return depth === 0 ? freeText(operation, schema, value ?? undefined, reason) : undefined;
  }
  const own = schemaOfType(operation, schema, 'object');
  const given = isJsonObject(value) ? value : {};
  const names = [...new Set([...Object.keys(given), ...Object.keys(own.properties ?? {})])];
  const texts = textNames.flatMap(text => names.filter(name => plain(name) === text));
  const inner = names.filter(name => Object.hasOwn(given, name) || /error|problem|fault/i.test(name));
  const tellers: ((member: Schema, known: Json | undefined) => Json | undefined)[] = [
    (member, known) => freeText(operation, member, known, reason),
    (member, known) => telling(operation, member, known, reason, depth + 1),
  ];
  for (const [index, tell] of tellers.entries()) {
    for (const name of index === 0 ? texts : inner) {
      const told = tell(memberSchema(own, name), ownMember(given, name));
      if (told !== undefined) {
        const needed = valueOf(operation, own, {direction: 'response', as: 'start'});
        return {...(isJsonObject(value) ? given : isJsonObject(needed) ? needed : {}), [name]: told};
      }
    }
  }
  return undefined;
}

/** The reason, if any text is allowed. */
function freeText(
  operation: Operation,
  schema: Schema,
  value: Json | undefined,
  reason: string,
): string | undefined {
  const types = valueTypes(operation, schema);
  const {
    enum: values,
    const: constant,
    pattern,
    format,
    maxLength,
    oneOf,
    anyOf,
  } = schemaOfType(operation, schema, 'string');
  const isFree = [values, constant, pattern, format, oneOf, anyOf].every(keyword => keyword === undefined);
  const isText = types?.includes('string') ?? (value === undefined || typeof value === 'string');
  return isFree && isText ? reason.slice(0, maxLength) : undefined;
}

/** A status that was made up becomes that of the response. */
function withStatus(operation: Operation, schema: Schema, value: Json, status: number): Json {
  if (!isJsonObject(value)) {
    return value;
  }
  const own = schemaOfType(operation, schema, 'object');
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const {enum: values, const: constant} = mergedSchema(operation, memberSchema(own, name));
      const isStatus = typeof member === 'number' && values === undefined && constant === undefined;
      return [name, isStatus && statusNames.includes(plain(name)) ? status : member];
    }),
  );
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}
