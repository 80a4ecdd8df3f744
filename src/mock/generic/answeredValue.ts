import {directedValue} from '../../api/schema/directedValue';
import {valueOf} from '../../api/schema/valueOf';
import type {Json, Operation, Schema} from '../../api/operation';

/**
 * A value as a response returns it: without `writeOnly` values, and with required `readOnly` values made up if they are
 * missing.
 */
export function answeredValue(operation: Operation, schema: Schema, value: Json): Json {
  return directedValue(operation, schema, value, 'response', member =>
    valueOf(operation, member, {direction: 'response', as: 'example'}),
  );
}
