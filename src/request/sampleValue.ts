import {generateMatch} from '../api/generateMatch';
import type {Json, Operation, Schema, SchemaObject, SchemaType} from '../api/operation';
import {choiceOf} from './choices';
import {entrySchema} from './formFields';
import {asSchema, isNever, isNullable, mergedSchema, typesOf} from './mergedSchema';

type Schemas = Pick<Operation, 'schemas'>;

/** How many schemas a sample may pass through, for documents whose schemas recur in many ways at once. */
const MOST_STEPS = 2000;
const MOST_ITEMS = 20;

/**
 * A value for a schema that has no example: its own `const`, `examples`, `default` or first `enum`, else the required
 * properties of an object, else the emptiest value that its rules allow. `null` where it finds none, as for a schema
 * that requires itself without end.
 */
export function sampleOf(operation: Schemas, schema: Schema): Json {
  return createSampler(operation).sample(schema, []) ?? null;
}

function createSampler(operation: Schemas): {
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
      const chosen = firstOf(choice.branches, branch => sample(branch.schema, [...inside, branch.source]));
      return chosen ?? (choice.nullable ? null : undefined);
    }
    const types = typesOf(merged);
    return types.length === 0
      ? ofNoType(merged, inside)
      : (firstOf(types, type => ofType(merged, type, inside)) ?? (isNullable(merged) ? null : undefined));
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
        return sampleText(schema);
      case 'number':
      case 'integer':
        return sampleNumber(schema, type === 'integer');
      case 'boolean':
        return false;
      case 'null':
        return null;
    }
  }

  function sampleObject(schema: SchemaObject, within: readonly Schema[]): Json | undefined {
    const {properties = {}, required = [], minProperties = 0} = schema;
    const isSent = (name: string): boolean =>
      !Object.hasOwn(properties, name) || mergedSchema(operation, properties[name] ?? true).readOnly !== true;
    const members = new Map<string, Json>();
    for (const name of required.filter(isSent)) {
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
      const value = sample(property ?? entrySchema(schema, name), within);
      if (value === undefined) {
        return undefined;
      }
      members.set(name, value);
    }
    const others = Object.keys(properties).filter(name => isSent(name) && !members.has(name));
    const further = Array.from({length: minProperties}, (_, index) => `name${index + 1}`);
    for (const name of [...others, ...further]) {
      if (members.size >= minProperties) {
        break;
      }
      const value = sample(properties[name] ?? entrySchema(schema, name), within);
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
      list.push(uniqueItems === true ? unlike(list, value, mergedSchema(operation, itemSchema)) : value);
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

/** A value that is not in the list yet, as far as its type allows to find one. */
function unlike(list: readonly Json[], value: Json, {enum: values}: SchemaObject): Json {
  const taken = new Set(list.map(item => JSON.stringify(item)));
  const others = values ?? Array.from({length: list.length}, (_, index) => varied(value, index + 1));
  return [value, ...others].find(candidate => !taken.has(JSON.stringify(candidate))) ?? value;
}

function varied(value: Json, by: number): Json {
  switch (typeof value) {
    case 'string':
      return `${value}${by + 1}`;
    case 'number':
      return value + by;
    case 'boolean':
      return !value;
    default:
      return value;
  }
}

/** A text of the format or the pattern, else the shortest that is long enough. */
function sampleText({format, pattern, minLength = 0, maxLength = Infinity}: SchemaObject): string {
  const fits = (text: string): boolean => text.length >= minLength && text.length <= maxLength;
  if (pattern !== undefined) {
    const made = [0, 0.5, 0.99].map(at => generateMatch(pattern, () => at));
    return made.find(text => fits(text) && matches(pattern, text)) ?? made[0] ?? '';
  }
  const formatted = format !== undefined && Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (formatted !== undefined && fits(formatted)) {
    return formatted;
  }
  const length = minLength === 0 ? 0 : Math.max(minLength, Math.min(4, maxLength));
  return 'text '
    .repeat(Math.ceil(length / 5))
    .slice(0, length)
    .replace(/ $/, 's');
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return false;
  }
}

/** What a text of a format may look like, from the ranges that are kept for documentation (RFC 2606, RFC 5737, RFC 3849). */
const formats: Readonly<Record<string, string>> = {
  email: 'user@example.com',
  'idn-email': 'user@example.com',
  hostname: 'example.com',
  'idn-hostname': 'example.com',
  uri: 'https://example.com',
  url: 'https://example.com',
  iri: 'https://example.com',
  'uri-reference': '/',
  'iri-reference': '/',
  'uri-template': '/{id}',
  uuid: '123e4567-e89b-42d3-a456-426614174000',
  date: '2024-01-11',
  time: '10:00:00Z',
  'date-time': '2024-01-11T10:00:00Z',
  duration: 'PT5M',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  'json-pointer': '/name',
  'relative-json-pointer': '0',
  regex: '.*',
};

/** The number nearest to 0 that is within the limits. */
function sampleNumber(schema: SchemaObject, integer: boolean): number {
  const {minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf} = schema;
  const step = multipleOf ?? (integer ? 1 : undefined);
  const most = Math.min(maximum ?? Infinity, exclusiveMaximum ?? Infinity);
  const least = Math.max(minimum ?? -Infinity, exclusiveMinimum ?? -Infinity);
  const isOpen = (limit: number): boolean => limit === exclusiveMinimum || limit === exclusiveMaximum;
  const near = least > 0 ? least : most < 0 ? most : 0;
  if (step === undefined) {
    return isOpen(near) ? between(least, most, near) : near;
  }
  const up = near === least || near === 0;
  const at = (up ? Math.ceil(near / step) : Math.floor(near / step)) * step;
  return isOpen(at) ? at + (at === exclusiveMaximum ? -step : step) : at;
}

function between(least: number, most: number, near: number): number {
  if (Number.isFinite(least) && Number.isFinite(most)) {
    return (least + most) / 2;
  }
  return near === most ? near - 1 : near + 1;
}
