import {fewestItems, madeItemSchema, memberSchema} from './childSchemas';
import {directedValue} from './directedValue';
import {isLeftOut, type Direction} from './direction';
import {isNever, mergedSchema} from './mergedSchema';
import {isJsonObject} from '../json';
import type {Json, Operation, Schema, SchemaObject, SchemaType} from '../operation';
import {plainName, plainNumber, plainText, unlike} from './plainValue';
import {resolveSchema, schemaNames} from './schema';
import {requiredSets, type SchemaView} from './schemaView';

type Schemas = Pick<Operation, 'schemas'>;

const deepest = 8;

/** How many items a schema can ask an example for. */
const MOST_ITEMS = 20;

/** More values than these nobody reads as an example, and schemas that hold one another would make millions. */
const MOST_VALUES = 500;

/** How deep optional members are shown: where all of them are too many, those that are nearer. */
const depths = [deepest, 4, 3, 2, 1, 0];

/**
 * A value that shows what a schema means: its own constant, example, default or first allowed value, else a plain value
 * of its type that keeps to its limits. Of objects, all properties that go in this direction, unless these are hundreds: then
 * what is required, and other members as deep as there is room for. Recursion ends where a schema meets itself. `freeText` stands where any text will do.
 */
export function exampleOf(operation: Schemas, schema: Schema, direction: Direction, freeText = 'text'): Json {
  let left = MOST_VALUES;
  let optionalDepth = deepest;

  /** Undefined where no value is to be shown: the schema allows none, or recurs. */
  function value(part: Schema, {ancestors, complete}: Place): Json | undefined {
    if (left-- <= 0) {
      return undefined;
    }
    const names = schemaNames(operation, part);
    if (ancestors.length > deepest || names.some(name => ancestors.includes(name))) {
      return undefined;
    }
    const resolved = resolveSchema(operation, part);
    if (resolved === true) {
      return null;
    }
    const merged = mergedSchema(operation, part);
    if (resolved === false || isNever(merged) || isLeftOut(operation, part, direction)) {
      return undefined;
    }
    const own = stated(resolved);
    if (own !== undefined) {
      return own;
    }
    const inside = {complete, ancestors: [...ancestors, ...(names.length > 0 ? names : [''])]};
    const written = statedBy(operation, part, []);
    const oneOfThese = requiredSets(operation, merged);
    if (oneOfThese) {
      return object(without(merged, oneOfThese), inside, isJsonObject(written) ? written : {});
    }
    const {oneOf, anyOf, ...rest} = isJsonObject(written) ? {...merged, examples: [written]} : merged;
    const choices = oneOf ?? anyOf;
    const others = oneOf && anyOf ? {...rest, anyOf} : rest;
    return choices
      ? (firstShown(choices, choice => value({allOf: [others, choice]}, inside)) ??
          (complete ? undefined : plain(others, inside)))
      : isJsonObject(written)
        ? object(merged, inside, written)
        : (stated(merged) ?? plain(merged, inside));
  }

  function plain(part: SchemaObject, place: Place): Json | undefined {
    switch (typeOf(part)) {
      case 'object':
        return object(part, place);
      case 'array':
        return list(part, place);
      case 'integer':
        return plainNumber(part, true);
      case 'number':
        return plainNumber(part, false);
      case 'boolean':
        return false;
      case 'string':
        return plainString(part);
      case 'null':
      case undefined:
        return null;
    }
  }

  function plainString(part: SchemaObject): string | undefined {
    const text = plainText(part);
    return text === '' ? freeText.slice(0, part.maxLength) : text;
  }

  function object(part: SchemaObject, place: Place, written: JsonObject = {}): JsonObject | undefined {
    const {properties = {}, required = [], minProperties = 0, maxProperties = Infinity} = part;
    const shown = (name: string): Entry[] => {
      if (left <= 0) {
        return [];
      }
      const item = Object.hasOwn(written, name) ? written[name] : value(memberSchema(part, name), place);
      return item === undefined ? [] : [[name, item]];
    };
    const optional = place.ancestors.length > optionalDepth ? [] : Object.keys(properties);
    const names = [...new Set([...optional, ...required, ...Object.keys(written)])];
    const known = names.filter(name => !isSkipped(memberSchema(part, name))).flatMap(shown);
    const all = [...known, ...entries(part, known, minProperties).flatMap(shown)];
    const isNeeded = ([name]: Entry): boolean => required.includes(name);
    const needed = all.filter(isNeeded);
    const lacks = required.some(
      name => !isSkipped(memberSchema(part, name)) && !all.some(([key]) => key === name),
    );
    if (place.complete && lacks) {
      return undefined;
    }
    const kept = new Set([...needed, ...all.filter(entry => !isNeeded(entry))].slice(0, maxProperties));
    return Object.fromEntries(all.filter(entry => kept.has(entry)));
  }

  /** Names beyond those that the schema names: as many as are needed, and one to show what a map holds. */
  function entries(part: SchemaObject, known: readonly Entry[], fewest: number): readonly string[] {
    const {properties, additionalProperties, maxProperties = Infinity} = part;
    const isMap =
      properties === undefined &&
      (typeof additionalProperties === 'object' || part['patternProperties'] !== undefined);
    const wanted = Math.min(Math.max(fewest, isMap ? 1 : 0), maxProperties);
    const names = new Set(known.map(([name]) => name));
    while (names.size < wanted) {
      const name = plainName(operation, part, names);
      if (name === undefined) {
        break;
      }
      names.add(name);
    }
    return [...names].slice(known.length);
  }

  function isSkipped(part: Schema): boolean {
    return isLeftOut(operation, part, direction);
  }

  function list(part: SchemaObject, place: Place): Json | undefined {
    const {items, minItems = 0, maxItems = Infinity, uniqueItems} = part;
    const fewest = Math.max(fewestItems(part), items === undefined ? 0 : 1);
    const made: Json[] = [];
    for (let index = 0; index < Math.min(fewest, maxItems, MOST_ITEMS); index++) {
      const itemSchema = madeItemSchema(part, index);
      const item = value(itemSchema, place);
      if (item === undefined) {
        return place.complete && index < minItems ? undefined : made;
      }
      made.push(uniqueItems === true ? unlike(made, item, mergedSchema(operation, itemSchema).enum) : item);
    }
    return made;
  }

  let made: Json = null;
  for (const depth of depths) {
    [left, optionalDepth] = [MOST_VALUES, depth];
    made =
      value(schema, {ancestors: [], complete: true}) ??
      value(schema, {ancestors: [], complete: false}) ??
      null;
    if (left > 0) {
      break;
    }
  }
  // What somebody wrote as an example may show both ways.
  return directedValue(operation, schema, made, direction);
}

type JsonObject = Readonly<Record<string, Json>>;
type Entry = readonly [name: string, value: Json];

interface Place {
  /** The names of the schemas that the value is within. */
  readonly ancestors: readonly string[];
  /** Whether a value that lacks what is required, since a schema recurs, is none. */
  readonly complete: boolean;
}

/** The schema with the members of one set alone, of those of which one must be there and no other may. */
function without(
  {oneOf: _one, anyOf: _any, properties = {}, required = [], ...rest}: SchemaObject,
  {exactly, sets: [first = [], ...others]}: NonNullable<SchemaView['oneOfThese']>,
): SchemaObject {
  const left = new Set(exactly ? others.flat().filter(name => !first.includes(name)) : []);
  return {
    ...rest,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !left.has(name))),
    required: [...new Set([...required, ...first])],
  };
}

/** The first value that is one, else `null` where a choice allows that alone. */
function firstShown(
  choices: readonly Schema[],
  valueOf: (choice: Schema) => Json | undefined,
): Json | undefined {
  let found: Json | undefined;
  for (const choice of choices) {
    const value = valueOf(choice);
    if (value !== undefined && value !== null) {
      return value;
    }
    found ??= value;
  }
  return found;
}

/** What somebody wrote as the value of a schema; of objects, what its parts say of it together. */
function statedBy(operation: Schemas, schema: Schema, seen: readonly Schema[]): Json | undefined {
  if (typeof schema === 'boolean' || seen.includes(schema)) {
    return undefined;
  }
  const resolved = resolvedObject(operation, schema);
  const parts = (resolved.allOf ?? []).map(part => statedBy(operation, part, [...seen, schema]));
  const objects = parts.filter(isJsonObject);
  return (
    stated(resolved) ?? (objects.length > 0 ? Object.fromEntries(objects.flatMap(Object.entries)) : undefined)
  );
}

function resolvedObject(operation: Schemas, schema: Schema): SchemaObject {
  const resolved = resolveSchema(operation, schema);
  return typeof resolved === 'boolean' ? {} : resolved;
}

function stated(schema: SchemaObject): Json | undefined {
  const {const: constant, examples, default: byDefault, enum: values} = schema;
  return [constant, examples?.[0], byDefault, values?.[0]].find(value => value !== undefined);
}

/** The type that a schema names, or of which it speaks without saying so. */
function typeOf(schema: SchemaObject): SchemaType | undefined {
  const {type} = schema;
  const keywords: readonly [SchemaType, readonly string[]][] = [
    ['object', ['properties', 'required', 'additionalProperties', 'minProperties']],
    ['array', ['items', 'prefixItems', 'minItems']],
    ['string', ['format', 'pattern', 'minLength']],
    ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
  ];
  return type === undefined
    ? keywords.find(([, names]) => names.some(name => schema[name] !== undefined))?.[0]
    : ([type].flat().find(name => name !== 'null') ?? 'null');
}

/** The names of the examples that an operation's parameters and request bodies have, each once. */
export function exampleNames({parameters, requestBody}: Operation): readonly string[] {
  const examples = [...(requestBody?.content ?? []), ...parameters].flatMap(part => part.examples);
  return [...new Set(examples.map(({name}) => name))];
}
