import type {Direction} from './direction';
import type {Json, Operation, Schema} from '../operation';
import {make} from './valueMaker';

/** What a value is for. */
export type Wanted = {
  readonly direction: Direction;
  /** What stands where any text will do. */
  readonly freeText?: string;
} & (
  | {
      /**
       * `example`: all that goes in this direction, as a page shows it. `start`: the emptiest value that the rules allow, as
       * a form starts with it. Both take what somebody wrote first: constants, examples, defaults, listed values.
       */
      readonly as: 'example' | 'start';
    }
  | {
      /** Of what is written, constants and listed values alone; all else at random. The same numbers make the same value. */
      readonly as: 'random';
      /** Numbers from 0 up to 1. */
      readonly random: () => number;
    }
);

/** How deep optional members are shown: where all of them are too many, those that are nearer. */
const depths: {readonly [As in Wanted['as']]: readonly number[]} = {
  example: [8, 4, 3, 2, 1, 0],
  random: [6, 3, 2, 1, 0],
  start: [-1],
};

/**
 * A value that fits a schema and goes in a direction. Recursion ends where a schema meets itself. Where nothing that fits is
 * found, as for a pattern that no text matches, it is what comes near: {@link schemaFaults} tells whoever shows it.
 */
export function valueOf(operation: Pick<Operation, 'schemas'>, schema: Schema, wanted: Wanted): Json {
  const style = {
    direction: wanted.direction,
    as: wanted.as,
    freeText: wanted.freeText ?? (wanted.as === 'start' ? '' : 'text'),
    ...(wanted.as === 'random' ? {random: wanted.random} : {}),
  };
  for (const isStrict of [true, false]) {
    let found: Json | undefined;
    for (const optionalDepth of depths[wanted.as]) {
      const {value, isWhole} = make(operation, schema, {...style, optionalDepth, isStrict});
      found = value === undefined ? found : value;
      if (isWhole) {
        break;
      }
    }
    if (found !== undefined) {
      return found;
    }
  }
  return null;
}
