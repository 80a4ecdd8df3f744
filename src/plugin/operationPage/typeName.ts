import type {Operation, Schema, SchemaObject} from '../../api/operation';
import {resolveSchema} from '../../api/schema/schema';
import {messages} from '../../words';

const say = messages('schema', {
  any: 'any',
  never: 'never',
  arrayOf: 'array of {type}',
  or: '{one} or {other}',
});

type Schemas = Pick<Operation, 'schemas'>;

/** Of a tuple, the types of so many items are named. */
const MOST_ITEMS = 4;

/** A type in words: `string`, `array of integer`, `array of [string, integer]`, `string or null`, `any`, `never`. */
export function typeName(operation: Schemas, schema: Schema, depth = 0): string {
  const resolved = resolveSchema(operation, schema);
  if (resolved === false) {
    return say('never');
  }
  if (resolved === true || depth > 4) {
    return say('any');
  }
  const {type} = resolved;
  if (type !== undefined) {
    const names = (Array.isArray(type) ? type : [type]).map(name =>
      name === 'array' ? arrayName(operation, resolved, depth) : String(name),
    );
    return joined(names);
  }
  const options = [...(resolved.oneOf ?? []), ...(resolved.anyOf ?? [])].filter(option => option !== false);
  if (options.length > 0) {
    return joined([...new Set(options.map(option => typeName(operation, option, depth + 1)))]);
  }
  const known = (resolved.allOf ?? [])
    .map(part => typeName(operation, part, depth + 1))
    .find(name => name !== say('any'));
  return known ?? impliedType(operation, resolved, depth);
}

function arrayName(operation: Schemas, {items, prefixItems = []}: SchemaObject, depth: number): string {
  if (prefixItems.length > 0) {
    const named = prefixItems.slice(0, MOST_ITEMS).map(item => typeName(operation, item, depth + 1));
    const isWhole = items === false && prefixItems.length <= MOST_ITEMS;
    return say('arrayOf', {type: `[${[...named, ...(isWhole ? [] : ['…'])].join(', ')}]`});
  }
  const of = items === undefined || items === false ? say('any') : typeName(operation, items, depth + 1);
  return of === say('any') ? 'array' : say('arrayOf', {type: of});
}

function impliedType(operation: Schemas, schema: SchemaObject, depth: number): string {
  if (schema.properties !== undefined || schema.additionalProperties !== undefined) {
    return 'object';
  }
  if (schema.items !== undefined || schema.prefixItems !== undefined) {
    return arrayName(operation, schema, depth);
  }
  const listed = schema.const === undefined ? (schema.enum ?? []) : [schema.const];
  const types = new Set(
    listed.map(item => (item === null ? 'null' : Array.isArray(item) ? 'array' : typeof item)),
  );
  return types.size === 0 ? say('any') : joined([...types]);
}

function joined(names: readonly string[]): string {
  const [first = '', ...others] =
    names.length < 3 ? names : [names.slice(0, -1).join(', '), ...names.slice(-1)];
  return others.reduce((one, other) => say('or', {one, other}), first);
}
