import {memberSchema} from './childSchemas';
import {mergedSchema, typesOf} from './mergedSchema';
import type {Operation, Schema, SchemaObject} from '../operation';

type Schemas = Pick<Operation, 'schemas'>;

/** Which way a value goes; `either` is a value of which nothing is to be left that goes one way alone. */
export type Direction = 'request' | 'response';
export type AnyDirection = Direction | 'either';

/** What keeps a member from going in a direction (OpenAPI 3.1 §4.8.24, JSON Schema 2020-12 §9.4). */
const marks = {
  request: ['readOnly'],
  response: ['writeOnly'],
  either: ['readOnly', 'writeOnly'],
} as const satisfies {[Name in AnyDirection]: readonly (keyof SchemaObject)[]};

/** Whether a member of this schema does not go in a direction: it is marked, or each branch of a choice is. */
export function isLeftOut(operation: Schemas, schema: Schema, direction: AnyDirection): boolean {
  return isLeftOutWithin(operation, schema, direction, []);
}

function isLeftOutWithin(
  operation: Schemas,
  schema: Schema,
  direction: AnyDirection,
  within: readonly Schema[],
): boolean {
  const merged = mergedSchema(operation, schema);
  const inside = [...within, schema];
  return (
    marks[direction].some(mark => merged[mark] === true) ||
    [merged.oneOf, merged.anyOf].some(branches => {
      const others = (branches ?? []).filter(
        branch => !inside.includes(branch) && !isNullAlone(mergedSchema(operation, branch)),
      );
      return (
        others.length > 0 && others.every(branch => isLeftOutWithin(operation, branch, direction, inside))
      );
    })
  );
}

function isNullAlone(schema: SchemaObject): boolean {
  return schema.const === null || (schema.type !== undefined && typesOf(schema).length === 0);
}

/** The members of an object that do not go in a direction, of those that its schema, `$ref` and `allOf` name. */
export function leftOutNames(
  operation: Schemas,
  schema: Schema,
  direction: AnyDirection,
): ReadonlySet<string> {
  const merged = mergedSchema(operation, schema);
  const names = [...Object.keys(merged.properties ?? {}), ...(merged.required ?? [])];
  return new Set(names.filter(name => isLeftOut(operation, memberSchema(merged, name), direction)));
}

const marked = new WeakMap<object, boolean>();

/** Whether anything of a schema, or of those it may lead to, goes one way alone: of most, nothing does. */
export function goesOneWay(operation: Schemas, schema: Schema): boolean {
  return [operation.schemas, schema].some(part => {
    if (typeof part === 'boolean') {
      return false;
    }
    const known = marked.get(part) ?? /"(?:readOnly|writeOnly)":true/.test(JSON.stringify(part));
    marked.set(part, known);
    return known;
  });
}
