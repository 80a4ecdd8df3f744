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
        return Math.floor(number(part, 1));
      case 'number':
        return Math.round(number(part, 0.01) * 100) / 100;
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
      .filter(([, property]) => !(typeof property === 'object' && property.writeOnly));
    const filled = own.map(([name, property]) => [name, value(property, depth + 1)]);
    const others =
      own.length === 0 && typeof additionalProperties === 'object' && depth < DEEPEST
        ? [[generateText({}, random).split(' ')[0], value(additionalProperties, depth + 1)]]
        : [];
    return Object.fromEntries([...filled, ...others]);
  }

  function list({items = true, minItems = 0, maxItems = 3}: SchemaObject, depth: number): Json {
    const wanted =
      depth < DEEPEST ? Math.max(minItems, Math.min(maxItems, 1 + Math.floor(random() * 3))) : minItems;
    return Array.from({length: wanted}, () => value(items, depth + 1));
  }

  function number(part: SchemaObject, step: number): number {
    const {exclusiveMinimum, exclusiveMaximum, multipleOf} = part;
    const least = part.minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + step);
    const most = part.maximum ?? (exclusiveMaximum === undefined ? least + 1000 : exclusiveMaximum - step);
    const between = least + random() * Math.max(0, most - least);
    return multipleOf ? Math.ceil(least / multipleOf + random() * 10) * multipleOf : between;
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
