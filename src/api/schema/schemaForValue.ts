import {mergedSchema} from './mergedSchema';
import type {Json, Operation, Schema, SchemaObject} from '../operation';
import {schemaFaults} from './validateSchema';

/** Choices within choices are followed so often. */
const MOST_CHOICES = 8;

/** {@link mergedSchema}, with the branch of each of its choices folded in that a value fits; the first where it fits none. */
export function schemaForValue(
  operation: Pick<Operation, 'schemas'>,
  schema: Schema,
  value: Json,
): SchemaObject {
  let merged = mergedSchema(operation, schema);
  for (let choices = 0; choices < MOST_CHOICES; choices++) {
    const {oneOf, anyOf, ...rest} = merged;
    const branches = oneOf ?? anyOf;
    const chosen =
      branches?.find(branch => schemaFaults(operation, branch, value)?.length === 0) ?? branches?.[0];
    if (chosen === undefined) {
      break;
    }
    merged = mergedSchema(operation, {allOf: [{...rest, ...(oneOf && anyOf ? {anyOf} : {})}, chosen]});
  }
  return merged;
}
