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

const known = new WeakMap<object, boolean>();

/** Whether anything of a schema, or of those it may lead to, goes one way alone: of most, nothing does. */
export function goesOneWay({schemas}: Schemas, schema: Schema): boolean {
  // Operations share their schemas, so each is looked through once.
  const isReached = known.get(schemas) ?? Object.values(schemas).some(isMarked);
  known.set(schemas, isReached);
  return isReached || isMarked(schema);
}

function isMarked(schema: Schema): boolean {
  if (typeof schema === 'boolean') {
    return false;
  }
  const found = known.get(schema) ?? /"(?:readOnly|writeOnly)":true/.test(JSON.stringify(schema));
  known.set(schema, found);
  return found;
}
