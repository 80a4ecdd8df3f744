import type {Operation, Schema, SchemaObject} from '../../api/operation';
import {leftOutNames, type Direction} from '../../api/schema/direction';
import {resolveSchema, schemaName} from '../../api/schema/schema';
import {EMPTY} from './tree';
import {typeName} from './typeName';

/** One field of a body, however deep. */
export interface Field {
  /** Its place, such as `metadata.company` or `items[].id`. */
  readonly path: string;
  readonly schema: Schema;
  readonly required: boolean;
  /** The choice it belongs to, where its object is one of several. */
  readonly choice?: string;
}

interface Walk {
  readonly operation: Pick<Operation, 'schemas'>;
  readonly direction: Direction;
  /** The members of the object around that do not go in this direction, whichever of its parts says so. */
  readonly hidden: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();

/** Schemas nest at most this deep in a table; recursion ends sooner, where a schema meets itself. */
const deepest = 6;

/**
 * The fields of a schema, each before its own fields, in the document's order. What only the API writes is no field of a
 * request, and what only the reader writes none of a response. Of a list, the fields of its items.
 */
export function fields(operation: Pick<Operation, 'schemas'>, schema: Schema, direction: Direction): Field[] {
  const resolved = resolveSchema(operation, schema);
  const item = typeof resolved === 'object' && resolved.properties === undefined ? resolved.items : undefined;
  return inside({operation, direction, hidden: nothing}, item ?? schema, '', [], undefined);
}

function inside(
  around: Walk,
  schema: Schema,
  path: string,
  ancestors: readonly string[],
  choice: string | undefined,
): Field[] {
  const name = typeof schema === 'object' && schema.$ref ? schemaName(schema.$ref) : undefined;
  const {operation, direction} = around;
  const hidden = new Set([...around.hidden, ...leftOutNames(operation, schema, direction)]);
  const walk = {operation, direction, hidden};
  if (ancestors.length > deepest || (name !== undefined && ancestors.includes(name))) {
    return [];
  }
  const above = [...ancestors, name ?? path];
  const resolved = resolveSchema(walk.operation, schema);
  if (typeof resolved === 'boolean') {
    return [];
  }
  return [
    ...properties(walk, resolved, path, above, choice),
    ...(resolved.allOf ?? []).flatMap(part => inside(walk, part, path, above, choice)),
    ...choices(resolved).flatMap(option =>
      inside(walk, option, path, above, choice ?? choiceName(walk.operation, option)),
    ),
    ...contents(walk, resolved, path, above, choice),
  ];
}

function properties(
  walk: Walk,
  schema: SchemaObject,
  path: string,
  above: readonly string[],
  choice: string | undefined,
): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    if (walk.hidden.has(name)) {
      return [];
    }
    const shown = name === '' ? EMPTY : name;
    const place = path === '' ? shown : `${path}.${shown}`;
    const field: Field = {
      path: place,
      schema: property,
      required: schema.required?.includes(name) ?? false,
      ...(choice === undefined ? {} : {choice}),
    };
    return [field, ...inside({...walk, hidden: nothing}, property, place, above, choice)];
  });
}

/** Fields of a list's items and of a map's values. */
function contents(
  walk: Walk,
  schema: SchemaObject,
  path: string,
  above: readonly string[],
  choice: string | undefined,
): Field[] {
  const value = {...walk, hidden: nothing};
  const ofItems = schema.items === undefined ? [] : inside(value, schema.items, `${path}[]`, above, choice);
  const values = schema.additionalProperties;
  const ofValues =
    typeof values === 'object' ? inside(value, values, path === '' ? '*' : `${path}.*`, above, choice) : [];
  return [...ofItems, ...ofValues];
}

function choices(schema: SchemaObject): readonly Schema[] {
  return [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
}

function choiceName(operation: Pick<Operation, 'schemas'>, schema: Schema): string | undefined {
  const resolved = resolveSchema(operation, schema);
  const isObject = typeof resolved === 'object' && resolved.properties !== undefined;
  return isObject ? (resolved.title ?? referencedName(schema) ?? typeName(operation, schema)) : undefined;
}

function referencedName(schema: Schema): string | undefined {
  return typeof schema === 'object' && schema.$ref ? schemaName(schema.$ref) : undefined;
}
