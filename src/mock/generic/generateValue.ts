import {exampleOf} from '../../api/example';
import type {Json, Operation, Schema, SchemaObject} from '../../api/operation';
import {resolveSchema} from '../../api/schema';
import {generateText} from './generateText';

/** How deep optional parts are filled in; deeper, only what is required. */
const DEEPEST = 6;

/** A random value that fits a schema as far as its keywords tell; the same random numbers give the same value. */
export function generateValue(
  operation: Pick<Operation, 'schemas'>,
  schema: Schema,
  random: () => number,
): Json {
  function value(part: Schema, depth: number): Json {
    const resolved = resolveSchema(operation, part);
    if (typeof resolved === 'boolean') {
      return null;
    }
    const {const: constant, enum: values, allOf, oneOf, anyOf} = resolved;
    if (constant !== undefined) {
      return constant;
    }
    if (values && values.length > 0) {
      return pick(values);
    }
    const choices = oneOf ?? anyOf;
    if (allOf || choices) {
      const parts = [...(allOf ?? []), ...(choices ? [pick(choices)] : [])];
      const {allOf: _all, oneOf: _one, anyOf: _any, ...rest} = resolved;
      return merged([...parts.map(item => value(item, depth)), plain(rest, depth)]);
    }
    return plain(resolved, depth);
  }

  function plain(part: SchemaObject, depth: number): Json {
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

  function object({properties = {}, required = [], additionalProperties}: SchemaObject, depth: number): Json {
    const names = Object.keys(properties).filter(name => required.includes(name) || depth < DEEPEST);
    const own = names
      .map(name => [name, properties[name] ?? true] as const)
      .filter(([, property]) => isShown(property));
    const filled = own.map(([name, property]) => [name, value(property, depth + 1)]);
    const others =
      own.length === 0 && typeof additionalProperties === 'object' && depth < DEEPEST
        ? [[generateText({}, random).split(' ')[0], value(additionalProperties, depth + 1)]]
        : [];
    return Object.fromEntries([...filled, ...others]);
  }

  /** What only goes to the server is not shown, and what may not be there at all neither. */
  function isShown(property: Schema): boolean {
    const resolved = resolveSchema(operation, property);
    return typeof resolved === 'boolean' ? resolved : resolved.writeOnly !== true;
  }

  function list(part: SchemaObject, depth: number): Json {
    const {prefixItems = [], items = true, minItems = 0, maxItems = Math.max(3, prefixItems.length)} = part;
    const wanted =
      depth < DEEPEST ? Math.max(minItems, Math.min(maxItems, 1 + Math.floor(random() * 3))) : minItems;
    const fewest = Math.min(maxItems, Math.max(wanted, prefixItems.length));
    const length = items === false ? Math.min(fewest, prefixItems.length) : fewest;
    return Array.from({length}, (_, index) => value(prefixItems[index] ?? items, depth + 1));
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

  return value(schema, 0);
}

function merged(values: readonly Json[]): Json {
  const objects = values.filter(item => typeof item === 'object' && item !== null && !Array.isArray(item));
  return objects.length === 0 ? (values[0] ?? null) : Object.assign({}, ...objects);
}
