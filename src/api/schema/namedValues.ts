import {items, member} from '../json';
import {listedValues, mergedSchema} from './mergedSchema';
import type {Json, Operation, SchemaObject} from '../operation';

type Schemas = Pick<Operation, 'schemas'>;

/** One of the values that a schema lists. */
export interface NamedValue {
  readonly value: Json;
  /** What it is called. */
  readonly name?: string;
  /** What it means. */
  readonly description?: string;
}

/** Names and meanings that generators write beside `enum`: a list in its order, or an object by value. */
const NAMES = ['x-enum-varnames', 'x-enumNames'];
const MEANINGS = ['x-enum-descriptions', 'x-enumDescriptions'];

/**
 * The values of a merged schema that lists them, with what they are called and mean: by `const`, by `enum` with the
 * extensions of generators, or by a `oneOf` or `anyOf` of constants with titles. Undefined where it lists none.
 */
export function namedValues(operation: Schemas, schema: SchemaObject): readonly NamedValue[] | undefined {
  const values = listedValues(schema);
  if (values) {
    return values.map((value, index) => ({
      value,
      ...worded('name', said(schema, NAMES, value, index)),
      ...worded('description', said(schema, MEANINGS, value, index)),
    }));
  }
  return isChoiceOfValues(operation, schema)
    ? branchesOf(operation, schema).map(({const: value = null, title, description}) => ({
        value,
        ...worded('name', title),
        ...worded('description', description),
      }))
    : undefined;
}

/** Whether the choice of a merged schema is no choice of shapes, but a list of constants. */
export function isChoiceOfValues(operation: Schemas, schema: SchemaObject): boolean {
  if (listedValues(schema) || !(schema.oneOf ?? schema.anyOf)?.length) {
    return false;
  }
  return branchesOf(operation, schema).every(branch => branch.const !== undefined && !branch.properties);
}

function branchesOf(operation: Schemas, {oneOf, anyOf}: SchemaObject): readonly SchemaObject[] {
  return (oneOf ?? anyOf ?? []).map(branch => mergedSchema(operation, branch));
}

function said(
  schema: SchemaObject,
  keywords: readonly string[],
  value: Json,
  index: number,
): string | undefined {
  const texts = keywords.map(keyword => {
    const written = schema[keyword];
    return Array.isArray(written) ? items(written)[index] : member(written, String(value));
  });
  return texts.find(text => typeof text === 'string');
}

/** The member where there is something to say. */
function worded<Key extends string>(key: Key, text: string | undefined): {readonly [key in Key]?: string} {
  const part: {[key in Key]?: string} = {};
  if (text !== undefined && text !== '') {
    part[key] = text;
  }
  return part;
}
