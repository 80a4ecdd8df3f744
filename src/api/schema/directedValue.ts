import {itemSchema, memberSchema} from './childSchemas';
import {isLeftOut, type AnyDirection} from './direction';
import {goesOneWay} from './oneWay';
import {isJsonList} from '../json';
import {mergedSchema} from './mergedSchema';
import type {Json, Operation, Schema, SchemaObject} from '../operation';
import {schemaFaults} from './validateSchema';
import {english} from '../../words';

type Schemas = Pick<Operation, 'schemas'>;

/** Choices within choices, and values within values, are followed so deep. */
const DEEPEST = 100;
const MOST_CHOICES = 8;

/**
 * A value without the members that do not go in a direction, however deep. Of a choice, the branches count that the value
 * fits; all where it fits none, so that no secret slips through. With `make`, what a value must have and no request holds is
 * added.
 */
export function directedValue(
  operation: Schemas,
  schema: Schema,
  value: Json,
  direction: AnyDirection,
  make?: (schema: Schema) => Json,
): Json {
  function directed(part: Schema, item: Json, depth: number): Json {
    if (typeof item !== 'object' || item === null || depth > DEEPEST) {
      return item;
    }
    const {schema: merged, isSure} = chosen(part, item);
    if (isJsonList(item)) {
      return item.map((one, index) => directed(itemSchema(merged, index), one, depth + 1));
    }
    const kept = Object.entries(item)
      .filter(([name]) => !isLeftOut(operation, memberSchema(merged, name), direction))
      .map(([name, one]) => [name, directed(memberSchema(merged, name), one, depth + 1)] as const);
    const lacking = make && isSure ? (merged.required ?? []) : [];
    const made = lacking
      .filter(name => !Object.hasOwn(item, name))
      .map(name => [name, memberSchema(merged, name)] as const)
      .filter(([, of]) => isLeftOut(operation, of, 'request') && !isLeftOut(operation, of, direction))
      .map(([name, of]) => [name, make?.(of) ?? null] as const);
    return Object.fromEntries([...kept, ...made]);
  }

  /** All that a schema says of a value, with the branches of its choices folded in. */
  function chosen(part: Schema, item: Json): {schema: SchemaObject; isSure: boolean} {
    let merged = mergedSchema(operation, part);
    let isSure = true;
    for (let choices = 0; choices < MOST_CHOICES; choices++) {
      const {oneOf, anyOf, ...rest} = merged;
      const branches = oneOf ?? anyOf;
      if (!branches) {
        break;
      }
      const fitting = branches.filter(
        branch => schemaFaults(operation, branch, item, english, 'either')?.length === 0,
      );
      isSure &&= fitting.length > 0;
      const folded = fitting.length > 0 ? fitting : branches;
      merged = mergedSchema(operation, {allOf: [{...rest, ...(oneOf && anyOf ? {anyOf} : {})}, ...folded]});
    }
    return {schema: merged, isSure};
  }

  return goesOneWay(operation, schema) ? directed(schema, value, 0) : value;
}
