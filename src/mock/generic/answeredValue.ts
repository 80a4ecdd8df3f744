import {directedValue} from '../../api/schema/directedValue';
import {exampleOf} from '../../api/schema/example';
import type {Json, Operation, Schema} from '../../api/operation';

/** A value as an answer shows it: nothing that is `writeOnly`, and what is required and `readOnly` made up where it lacks. */
export function answeredValue(operation: Operation, schema: Schema, value: Json): Json {
  return directedValue(operation, schema, value, 'response', member =>
    exampleOf(operation, member, 'response'),
  );
}
