import type {Json, Operation, Schema, SchemaObject, SchemaType} from './operation';
import {plainNumber, plainText, unlike} from './plainValue';
import {resolveSchema, schemaName} from './schema';

const deepest = 8;

/** How many items a schema can ask an example for. */
const MOST_ITEMS = 20;

/**
 * A value that shows what a schema means: its own constant, example, default or first allowed value, else a plain value
 * of its type that keeps to its limits. Of objects, all properties that go in this direction; recursion ends where a
 * schema meets itself. `freeText` stands where any text will do.
 */
export function exampleOf(
  operation: Pick<Operation, 'schemas'>,
  schema: Schema,
  direction: 'request' | 'response',
  freeText = 'text',
): Json {
  const skipped = direction === 'request' ? 'readOnly' : 'writeOnly';

  /** Undefined where no value is to be shown: the schema allows none, or recurs. */
  function value(part: Schema, ancestors: readonly string[]): Json | undefined {
    const name = typeof part === 'object' && part.$ref ? schemaName(part.$ref) : undefined;
    if (ancestors.length > deepest || (name !== undefined && ancestors.includes(name))) {
      return undefined;
    }
    const resolved = resolveSchema(operation, part);
    if (typeof resolved === 'boolean') {
      return resolved ? null : undefined;
    }
    if (resolved[skipped] === true) {
      return undefined;
    }
    const above = [...ancestors, name ?? ''];
    return stated(resolved) ?? composed(resolved, above) ?? plain(resolved, above);
  }

  function composed(part: SchemaObject, above: readonly string[]): Json | undefined {
    const {allOf = [], oneOf = [], anyOf = [], ...own} = part;
    const choices = [...oneOf, ...anyOf];
    if (choices.length === 0 && !part.allOf) {
      return undefined;
    }
    const chosen = firstShown(choices, above);
    const values = [
      ...allOf.map(item => value(item, above)),
      chosen?.value,
      part.properties && object(part, above),
    ];
    const objects = values.filter(isObject);
    const parts = chosen ? [...allOf, chosen.choice] : allOf;
    return objects.length > 0
      ? merged(objects)
      : (inOne(own, parts, above) ?? values.find(item => item !== undefined && item !== null));
  }

  /** The first branch that has a value to show. */
  function firstShown(
    choices: readonly Schema[],
    above: readonly string[],
  ): {readonly choice: Schema; readonly value: Json} | undefined {
    for (const choice of choices) {
      const item = value(choice, above);
      if (item !== undefined && item !== null) {
        return {choice, value: item};
      }
    }
    return undefined;
  }

  /** A value for plain parts that hold together, such as a type and its limits; undefined where a part is made of others. */
  function inOne(own: SchemaObject, parts: readonly Schema[], above: readonly string[]): Json | undefined {
    const resolved = parts
      .map(part => resolveSchema(operation, part))
      .filter(part => typeof part === 'object');
    const whole: SchemaObject = Object.assign({}, ...resolved, own);
    const isPlain = whole.allOf === undefined && whole.oneOf === undefined && whole.anyOf === undefined;
    return isPlain ? (stated(whole) ?? plain(whole, above)) : undefined;
  }

  function plain(part: SchemaObject, above: readonly string[]): Json {
    switch (typeOf(part)) {
      case 'object':
        return object(part, above);
      case 'array':
        return list(part, above);
      case 'integer':
        return plainNumber(part, true);
      case 'number':
        return plainNumber(part, false);
      case 'boolean':
        return false;
      case 'string':
        return plainText(part) || freeText.slice(0, part.maxLength);
      case 'null':
      case undefined:
        return null;
    }
  }

  function object(part: SchemaObject, above: readonly string[]): Readonly<Record<string, Json>> {
    const {properties = {}, required = [], minProperties = 0, maxProperties = Infinity} = part;
    const others = part.additionalProperties ?? true;
    const unnamed = required.filter(name => !Object.hasOwn(properties, name));
    const known = [...Object.entries(properties), ...unnamed.map(name => [name, others] as const)].flatMap(
      ([name, property]) => shown(name, property, above),
    );
    const further = Array.from({length: minProperties - known.length}, (_, index) => `name${index + 1}`);
    const all = [...known, ...further.flatMap(name => shown(name, others, above))];
    const isNeeded = ([name]: readonly [string, Json]): boolean => required.includes(name);
    const kept = new Set(
      [...all.filter(isNeeded), ...all.filter(entry => !isNeeded(entry))].slice(0, maxProperties),
    );
    return Object.fromEntries(all.filter(entry => kept.has(entry)));
  }

  function shown(name: string, property: Schema, above: readonly string[]): (readonly [string, Json])[] {
    const item = value(property, above);
    return item === undefined ? [] : [[name, item]];
  }

  function list(part: SchemaObject, above: readonly string[]): Json {
    const {prefixItems = [], items, minItems = 0, maxItems = Infinity, uniqueItems} = part;
    const fewest = Math.max(minItems, prefixItems.length, items === undefined ? 0 : 1);
    const made: Json[] = [];
    for (let index = 0; index < Math.min(fewest, maxItems, MOST_ITEMS); index++) {
      const itemSchema = prefixItems[index] ?? items ?? true;
      const item = value(itemSchema, above);
      if (item === undefined) {
        break;
      }
      const resolved = resolveSchema(operation, itemSchema);
      const values = typeof resolved === 'object' ? resolved.enum : undefined;
      made.push(uniqueItems === true ? unlike(made, item, values) : item);
    }
    return made;
  }

  return value(schema, []) ?? null;
}

function stated(schema: SchemaObject): Json | undefined {
  return schema.const ?? schema.examples?.[0] ?? schema.default ?? schema.enum?.[0];
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

function isObject(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function merged(objects: readonly Readonly<Record<string, Json>>[]): Json {
  return Object.fromEntries(objects.flatMap(object => Object.entries(object)));
}

/** The names of the examples that an operation's parameters and request bodies have, each once. */
export function exampleNames({parameters, requestBody}: Operation): readonly string[] {
  const examples = [...(requestBody?.content ?? []), ...parameters].flatMap(part => part.examples);
  return [...new Set(examples.map(({name}) => name))];
}
