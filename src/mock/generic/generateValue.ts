import {fewestItems, madeItemSchema, memberSchema} from '../../api/schema/childSchemas';
import {directedValue} from '../../api/schema/directedValue';
import {isLeftOut} from '../../api/schema/direction';
import {exampleOf} from '../../api/schema/example';
import {isNever, mergedSchema} from '../../api/schema/mergedSchema';
import type {Json, Operation, Schema, SchemaObject} from '../../api/operation';
import {plainName} from '../../api/schema/plainValue';
import {generateText} from './generateText';

/** How deep optional parts are filled in; deeper, only what is required, as in examples, which end where a schema recurs. */
const DEEPEST = 6;

/** A random value that fits a schema as far as its keywords tell; the same random numbers give the same value. */
export function generateValue(
  operation: Pick<Operation, 'schemas'>,
  schema: Schema,
  random: () => number,
): Json {
  /** Undefined where none is found. */
  function value(part: Schema, depth: number): Json | undefined {
    if (depth > DEEPEST) {
      return exampleOf(operation, part, 'response');
    }
    const merged = mergedSchema(operation, part);
    const {const: constant, enum: values, oneOf, anyOf, ...rest} = merged;
    if (constant !== undefined) {
      return constant;
    }
    if (values && values.length > 0) {
      return pick(values);
    }
    const choices = oneOf ?? anyOf;
    const others = oneOf && anyOf ? {...rest, anyOf} : rest;
    return choices && choices.length > 0
      ? value({allOf: [others, pick(choices)]}, depth + 1)
      : plain(merged, depth);
  }

  function plain(part: SchemaObject, depth: number): Json | undefined {
    const types = [
      part.type ?? (part.properties ? 'object' : part.items === undefined ? [] : 'array'),
    ].flat();
    switch (types.length > 0 ? pick(types) : undefined) {
      case 'object':
        return object(part, depth);
      case 'array':
        return list(part, depth);
      case 'integer':
        return number(part, 1);
      case 'number':
        return number(part, 0.01);
      case 'boolean':
        return random() < 0.5;
      case 'string':
        return generateText(part, random);
      case 'null':
        return null;
      case undefined:
        return exampleOf(operation, part, 'response');
    }
  }

  function object(part: SchemaObject, depth: number): Json {
    const {properties = {}, required = [], additionalProperties} = part;
    const names = depth < DEEPEST ? [...Object.keys(properties), ...required] : required;
    const own = [...new Set(names)]
      .map(name => [name, memberSchema(part, name)] as const)
      .filter(([, member]) => isShown(member));
    const filled = own.map(([name, member]) => [name, value(member, depth + 1)] as const);
    const others =
      own.length === 0 && typeof additionalProperties === 'object' && depth < DEEPEST
        ? [[entryName(part), value(additionalProperties, depth + 1)] as const]
        : [];
    return Object.fromEntries(
      [...filled, ...others].flatMap(([name, made]) => (made === undefined ? [] : [[name, made]])),
    );
  }

  /** A name of its own for the entry of a map, where the map takes any. */
  function entryName(part: SchemaObject): string {
    const [word = ''] = generateText({}, random)?.split(' ') ?? [];
    return part['propertyNames'] === undefined ? word : (plainName(operation, part, new Set()) ?? word);
  }

  /** What only goes to the server is not shown, and what may not be there at all neither. */
  function isShown(member: Schema): boolean {
    return !isNever(mergedSchema(operation, member)) && !isLeftOut(operation, member, 'response');
  }

  function list(part: SchemaObject, depth: number): Json {
    const {prefixItems = [], items, maxItems = Math.max(3, fewestItems(part))} = part;
    const wanted = Math.max(
      fewestItems(part),
      depth < DEEPEST ? Math.min(maxItems, 1 + Math.floor(random() * 3)) : 0,
    );
    const most = items === false ? Math.min(maxItems, prefixItems.length) : maxItems;
    const length = Math.min(wanted, most);
    return Array.from({length}, (_, index) => value(madeItemSchema(part, index), depth + 1)).filter(
      item => item !== undefined,
    );
  }

  /** A number within the limits, a multiple of the step unless they are closer than that. */
  function number(part: SchemaObject, usualStep: number): number {
    const {minimum, maximum, exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity, multipleOf} = part;
    const step = multipleOf ?? usualStep;
    const above = Math.max(minimum ?? -Infinity, exclusiveMinimum);
    const below = Math.min(maximum ?? Infinity, exclusiveMaximum);
    const least = Number.isFinite(above) ? above : Math.min(0, below - 1000 * step);
    const most = Number.isFinite(below) ? below : least + 1000 * step;
    const isIn = (value: number): boolean =>
      value >= least && value <= most && value > exclusiveMinimum && value < exclusiveMaximum;
    const first = Math.ceil(least / step);
    const count = Math.floor(most / step) - first + 1;
    // Steps such as 0.01 add up to 0.30000000000000004.
    const at = (index: number): number => Number(((first + index) * step).toPrecision(12));
    const chosen = at(Math.floor(random() * count));
    return [chosen, at(1), at(0)].find(isIn) ?? (least + most) / 2;
  }

  function pick<Item>(from: readonly [Item, ...Item[]] | readonly Item[]): Item {
    const chosen = from[Math.floor(random() * from.length)];
    if (chosen === undefined) {
      throw new RangeError('There is nothing to choose from.');
    }
    return chosen;
  }

  return directedValue(operation, schema, value(schema, 0) ?? null, 'response');
}
