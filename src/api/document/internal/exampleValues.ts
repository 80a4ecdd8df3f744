import {fromMembers, isObject, items, member, members, objectsIn, text, type JsonObject} from '../../json';
import {atPointer} from '../../references';
import {partsOf} from './schemaParts';

/** Values within values are followed so deep. */
const DEEPEST = 100;

/** A value that a schema describes, without what some of its members are not to be seen with. */
export type Trim = (schema: unknown, value: unknown) => unknown;

/**
 * Makes the function that takes the members whose schemas are internal out of an example. Of a choice all branches count, so
 * that nothing slips through where the value fits none.
 */
export function trimmer(document: JsonObject, isInternal: (part: unknown) => boolean): Trim {
  function trim(schema: unknown, value: unknown, depth: number): unknown {
    if (!isObject(schema) || typeof value !== 'object' || value === null || depth > DEEPEST) {
      return value;
    }
    const parts = partsOf(document, schema);
    const byAll = (schemas: readonly unknown[], inner: unknown): unknown =>
      schemas.reduce((trimmed, one) => trim(one, trimmed, depth + 1), inner);
    if (Array.isArray(value)) {
      return value.map((item: unknown, index) =>
        byAll(
          parts.flatMap(part => [items(member(part, 'prefixItems'))[index], member(part, 'items')]),
          item,
        ),
      );
    }
    const schemasOf = (name: string): readonly unknown[] =>
      parts.map(part => member(member(part, 'properties'), name) ?? member(part, 'additionalProperties'));
    return isObject(value)
      ? fromMembers(
          members(value)
            .map(([name, inner]) => ({name, inner, schemas: schemasOf(name)}))
            .filter(({schemas}) => !schemas.some(isInternal))
            .map(({name, inner, schemas}) => [name, byAll(schemas, inner)]),
        )
      : value;
  }

  return (schema, value) => trim(schema, value, 0);
}

/** The schema of each Example Object (OpenAPI 3.1 §4.8.19) of a document, also of those that a `$ref` leads to. */
export function schemasOfExamples(document: JsonObject): ReadonlyMap<unknown, unknown> {
  const found = new Map<unknown, unknown>();
  for (const value of objectsIn(document)) {
    const schema = member(value, 'schema');
    if (isObject(schema)) {
      for (const [, example] of members(member(value, 'examples'))) {
        found.set(atPointer(document, text(member(example, '$ref')) ?? '') ?? example, schema);
      }
    }
  }
  return found;
}
