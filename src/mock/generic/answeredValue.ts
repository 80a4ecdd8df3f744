import {directedValue} from '../../api/schema/directedValue';
import {valueOf} from '../../api/schema/valueOf';
import type {Json, Operation, Schema} from '../../api/operation';

/** A value as an answer shows it: nothing that is `writeOnly`, and what is required and `readOnly` made up where it lacks. */
export function answeredValue(operation: Operation, schema: Schema, value: Json): Json {
  return directedValue(operation, schema, value, 'response', member =>
    valueOf(operation, member, {direction: 'response', as: 'example'}),
  );
}
