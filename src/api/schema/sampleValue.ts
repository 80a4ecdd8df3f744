import {entrySchema, memberSchema} from './childSchemas';
import {directedValue} from './directedValue';
import {isLeftOut, type Direction} from './direction';
import {isObject} from '../json';
import {asSchema, isNever, isNullable, mergedSchema, typesOf} from './mergedSchema';
import type {Json, Operation, Schema, SchemaObject, SchemaType} from '../operation';
import {plainName, plainNumber, plainText, unlike} from './plainValue';
import {schemaFaults} from './validateSchema';
import {english} from '../../words';
import {choiceOf, type Branch} from './choices';

type Schemas = Pick<Operation, 'schemas'>;

/** How many schemas a sample may pass through, for documents whose schemas recur in many ways at once. */
const MOST_STEPS = 2000;
const MOST_ITEMS = 20;

/**
 * A value for a schema that has no example: its own `const`, `examples`, `default` or first `enum`, else the required
 * properties of an object, else the emptiest value that its rules allow. `null` where it finds none, as for a schema
 * that requires itself without end.
 */
export function sampleOf(operation: Schemas, schema: Schema, direction: Direction = 'request'): Json {
  const made = createSampler(operation, direction).sample(schema, []) ?? null;
  return directedValue(operation, schema, made, direction);
}

function createSampler(
  operation: Schemas,
  direction: Direction,
): {
  sample(schema: Schema, within: readonly Schema[]): Json | undefined;
} {
  let steps = 0;

  /** Undefined where no value ends. */
  function sample(schema: Schema, within: readonly Schema[]): Json | undefined {
    if (within.includes(schema) || steps++ > MOST_STEPS) {
      return undefined;
    }
    const merged = mergedSchema(operation, schema);
    const stated = statedValue(merged);
    if (stated !== undefined || isNever(merged)) {
      return stated;
    }
    const inside = typeof schema === 'object' ? [...within, schema] : within;
    const choice = choiceOf(operation, merged, inside);
    if (choice) {
      const chosen = firstOf(choice.branches, branch =>
        merged.oneOf
          ? toldApart(merged.oneOf, branch, inside)
          : sample(branch.schema, [...inside, branch.source]),
      );
      return chosen ?? (choice.nullable ? null : undefined);
    }
    const types = typesOf(merged);
    return types.length === 0
      ? ofNoType(merged, inside)
      : (firstOf(types, type => ofType(merged, type, inside)) ?? (isNullable(merged) ? null : undefined));
  }

  /** Where the required properties fit several branches of a `oneOf`, optional ones are added until one alone fits. */
  function toldApart(
    oneOf: readonly Schema[],
    {schema, source}: Branch,
    within: readonly Schema[],
  ): Json | undefined {
    const first = sample(schema, [...within, source]);
    const {properties = {}} = mergedSchema(operation, schema);
    if (!isObject(first) || fitting(oneOf, first) < 2) {
      return first;
    }
    const counts = Object.keys(properties).map((_, index) => index + 1);
    const fuller = firstOf(
      counts.filter(count => count > Object.keys(first).length),
      minProperties => {
        const value = sample({allOf: [schema], minProperties}, [...within, source]);
        return value !== undefined && fitting(oneOf, value) === 1 ? value : undefined;
      },
    );
    return fuller ?? first;
  }

  /** A branch that cannot be judged, as one that leads to itself, fits nothing. */
  function fitting(branches: readonly Schema[], value: Json): number {
    return branches.filter(branch => schemaFaults(operation, branch, value, english, direction)?.length === 0)
      .length;
  }

  function ofNoType(schema: SchemaObject, within: readonly Schema[]): Json | undefined {
    const type = impliedType(schema);
    return type === undefined ? null : ofType(schema, type, within);
  }

  function ofType(schema: SchemaObject, type: SchemaType, within: readonly Schema[]): Json | undefined {
    switch (type) {
      case 'object':
        return sampleObject(schema, within);
      case 'array':
        return sampleArray(schema, within);
      case 'string':
        return plainText(schema) ?? '';
      case 'number':
      case 'integer':
        return plainNumber(schema, type === 'integer');
      case 'boolean':
        return false;
      case 'null':
        return null;
    }
  }

  function sampleObject(schema: SchemaObject, within: readonly Schema[]): Json | undefined {
    const {properties = {}, required = [], minProperties = 0} = schema;
    const isSent = (name: string): boolean => !isLeftOut(operation, memberSchema(schema, name), direction);
    const members = new Map<string, Json>();
    for (const name of required.filter(isSent)) {
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
      const value = sample(property ?? entrySchema(schema, name), within);
      if (value === undefined) {
        return undefined;
      }
      members.set(name, value);
    }
    const waiting = Object.keys(properties).filter(name => isSent(name) && !members.has(name));
    const tried = new Set([...Object.keys(properties), ...members.keys()]);
    while (members.size < minProperties) {
      const name = waiting.shift() ?? plainName(operation, schema, tried);
      if (name === undefined || tried.size > minProperties + MOST_ITEMS) {
        break;
      }
      tried.add(name);
      const value = sample(memberSchema(schema, name), within);
      if (value !== undefined) {
        members.set(name, value);
      }
    }
    return Object.fromEntries(members);
  }

  function sampleArray(schema: SchemaObject, within: readonly Schema[]): Json | undefined {
    const {prefixItems = [], items = true, minItems = 0, uniqueItems} = schema;
    const contains = asSchema(schema['contains']);
    const {minContains = 1} = schema;
    const matches = contains === undefined || typeof minContains !== 'number' ? 0 : minContains;
    const list: Json[] = [];
    for (let index = 0; index < Math.min(MOST_ITEMS, Math.max(minItems, matches)); index++) {
      const itemSchema = prefixItems[index] ?? (contains !== undefined && index < matches ? contains : items);
      const value = sample(itemSchema, within);
      if (value === undefined) {
        return undefined;
      }
      list.push(uniqueItems === true ? unlike(list, value, mergedSchema(operation, itemSchema).enum) : value);
    }
    return list;
  }

  return {sample};
}

function firstOf<Item>(items: readonly Item[], valueOf: (item: Item) => Json | undefined): Json | undefined {
  for (const item of items) {
    const value = valueOf(item);
    if (value !== undefined) {
      return value;
    }
  }
  return undefined;
}

function statedValue({
  const: constant,
  examples,
  default: byDefault,
  enum: values,
}: SchemaObject): Json | undefined {
  return [constant, examples?.[0], byDefault, values?.[0]].find(value => value !== undefined);
}

/** The type that a schema speaks of without saying so. */
function impliedType(schema: SchemaObject): SchemaType | undefined {
  const keywords: readonly [SchemaType, readonly string[]][] = [
    ['object', ['required', 'additionalProperties', 'minProperties', 'patternProperties']],
    ['array', ['prefixItems', 'contains', 'minItems']],
    ['string', ['format', 'pattern', 'minLength', 'contentEncoding']],
    ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
  ];
  return keywords.find(([, names]) => names.some(name => schema[name] !== undefined))?.[0];
}
