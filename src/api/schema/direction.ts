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
