import {memberSchema} from './childSchemas';
import {isLeftOut, type AnyDirection} from './direction';
import {leftOutNames} from './oneWay';
import {mergedSchema, schemaMap} from './mergedSchema';
import type {Operation, Schema, SchemaObject} from '../operation';
import {schemaName, schemaReference} from './schema';

type Schemas = Pick<Operation, 'schemas'>;

/** A schema, with the named schemas it refers to. */
interface Directed extends Schemas {
  readonly schema: SchemaObject;
}

/** Keywords that hold a schema, a list or a map of schemas for a value inside the one that is judged. */
const single = ['items', 'additionalProperties', 'unevaluatedProperties', 'unevaluatedItems', 'contains'];
const maps = ['properties', 'patternProperties'];

/** What is known of an object from the schemas around. */
interface Around {
  /** Names that do not go in this direction. */
  readonly absent: ReadonlySet<string>;
  /** Names that are required by the branches of `oneOf`, and of `anyOf`, in which they do go. */
  readonly byOneOf: ReadonlySet<string>;
  readonly byAnyOf: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();

/**
 * The schema by which values that go in a direction are judged: what does not go is not required. What `not` and `if` ask
 * stays as it is. Each keyword keeps its place.
 */
export function directedSchema(operation: Schemas, schema: SchemaObject, direction: AnyDirection): Directed {
  const schemas: Record<string, Schema> = {...operation.schemas};
  const names = new Map<string, string>();

  /** A schema for a value, or for a branch of a choice; `wanted` are required where they go. */
  function enter(part: Schema, around: ReadonlySet<string>, wanted: ReadonlySet<string>): Schema {
    const merged = mergedSchema(operation, part);
    const isMarked = (name: string): boolean => isLeftOut(operation, memberSchema(merged, name), direction);
    const absent = new Set([
      ...around,
      ...leftOutNames(operation, part, direction),
      ...[...wanted].filter(isMarked),
    ]);
    const required = [...(merged.required ?? []), ...wanted].filter(name => !absent.has(name));
    const markedBy = (branches: readonly Schema[] = []): ReadonlySet<string> => {
      const found = new Set(branches.flatMap(branch => [...namesInBranches(branch, [])]));
      return new Set(required.filter(name => found.has(name)));
    };
    const byOneOf = markedBy(merged.oneOf);
    const byAnyOf = new Set([...markedBy(merged.anyOf)].filter(name => !byOneOf.has(name)));
    const made = within(part, {absent, byOneOf, byAnyOf});
    const needed = [...wanted].filter(name => ![absent, byOneOf, byAnyOf].some(set => set.has(name)));
    if (needed.length === 0 || made === false) {
      return made;
    }
    return made === true
      ? {required: needed}
      : {...made, required: [...new Set([...(made.required ?? []), ...needed])]};
  }

  /** The names that a branch, or a branch of its own, marks. */
  function namesInBranches(branch: Schema, seen: readonly Schema[]): ReadonlySet<string> {
    if (seen.includes(branch)) {
      return nothing;
    }
    const {oneOf = [], anyOf = []} = mergedSchema(operation, branch);
    const below = [...oneOf, ...anyOf].flatMap(one => [...namesInBranches(one, [...seen, branch])]);
    return new Set([...leftOutNames(operation, branch, direction), ...below]);
  }

  /** A part of the schema for a value: itself, what a `$ref` leads to, or what stands in `allOf`. */
  function within(part: Schema, around: Around): Schema {
    if (typeof part === 'boolean') {
      return part;
    }
    const {absent, byOneOf, byAnyOf} = around;
    const isRequired = (name: string): boolean => ![absent, byOneOf, byAnyOf].some(set => set.has(name));
    const inside = (schema: Schema): Schema => enter(schema, nothing, nothing);
    const beside = (schema: Schema): Schema => enter(schema, absent, nothing);
    const mapped = (value: unknown, change: (schema: Schema) => Schema): {[name: string]: Schema} =>
      Object.fromEntries([...schemaMap(value)].map(([name, schema]) => [name, change(schema)]));
    const {$ref, required, allOf, oneOf, anyOf, prefixItems, dependentRequired, dependentSchemas} = part;
    return {
      ...part,
      ...($ref === undefined ? {} : {$ref: referenceTo($ref, around)}),
      ...(required && {required: required.filter(isRequired)}),
      ...(typeof dependentRequired === 'object' && dependentRequired !== null
        ? {dependentRequired: withoutNames(dependentRequired, isRequired)}
        : {}),
      ...(allOf && {allOf: allOf.map(one => within(one, around))}),
      ...(oneOf && {oneOf: oneOf.map(one => enter(one, absent, byOneOf))}),
      ...(anyOf && {anyOf: anyOf.map(one => enter(one, absent, byAnyOf))}),
      ...(prefixItems && {prefixItems: prefixItems.map(inside)}),
      ...mapped(Object.fromEntries(['then', 'else'].flatMap(name => entry(part, name))), beside),
      ...(dependentSchemas === undefined ? {} : {dependentSchemas: mapped(dependentSchemas, beside)}),
      ...mapped(Object.fromEntries(single.flatMap(name => entry(part, name))), inside),
      ...Object.fromEntries(
        maps.flatMap(name => entry(part, name)).map(([name, value]) => [name, mapped(value, inside)]),
      ),
    };
  }

  /** A named schema has a copy for each way in which it is used, made once, so that recursion ends. */
  function referenceTo($ref: string, around: Around): string {
    const sets = [around.absent, around.byOneOf, around.byAnyOf].map(set => [...set].toSorted());
    const key = JSON.stringify([$ref, ...sets]);
    const known = names.get(key);
    if (known !== undefined) {
      return schemaReference(known);
    }
    const original = schemaName($ref);
    if (original === undefined || !Object.hasOwn(operation.schemas, original)) {
      return $ref;
    }
    let name = `${direction}-${names.size}`;
    while (Object.hasOwn(schemas, name)) {
      name += '-';
    }
    names.set(key, name);
    schemas[name] = true;
    schemas[name] = within(operation.schemas[original] ?? true, around);
    return schemaReference(name);
  }

  const made = enter(schema, nothing, nothing);
  return {schema: typeof made === 'object' ? made : {}, schemas};
}

function entry(schema: SchemaObject, name: string): [string, unknown][] {
  return schema[name] === undefined ? [] : [[name, schema[name]]];
}

function withoutNames(lists: object, isKept: (name: string) => boolean): {[name: string]: unknown} {
  return Object.fromEntries(
    Object.entries(lists).map(([name, list]: [string, unknown]) => [
      name,
      Array.isArray(list) ? list.filter(item => typeof item !== 'string' || isKept(item)) : list,
    ]),
  );
}
