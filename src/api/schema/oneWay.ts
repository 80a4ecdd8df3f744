import {memberSchema} from './childSchemas';
import {isLeftOut, type AnyDirection} from './direction';
import {mergedSchema} from './mergedSchema';
import type {Operation, Schema} from '../operation';

type Schemas = Pick<Operation, 'schemas'>;

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
