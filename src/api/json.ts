import type {Json} from './operation';

/** A JSON object whose members nobody has looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** {@link isObject}, for what is JSON already. */
export function isJsonObject(value: Json | undefined): value is {readonly [name: string]: Json} {
  return isObject(value);
}

/** Whether a value is a list, for what is JSON already. */
export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The own members of an object, in their order; none when the value is no object. */
export function members(value: unknown): [name: string, value: unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** An own member. What every object inherits, such as `constructor`, is not one. */
export function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** What a step of a JSON pointer leads to: an item of a list, or an own member. */
export function memberOrItem(value: unknown, step: string): unknown {
  return Array.isArray(value) ? items(value)[Number(step)] : member(value, step);
}

/** Every object and list within a value, each once: YAML may hold one in several places, and within itself. */
export function* objectsIn(value: unknown, seen = new Set<unknown>()): Generator<object> {
  const left = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'object' && next !== null && !seen.has(next)) {
      seen.add(next);
      yield next;
      Object.values(next).forEach(inner => left.push(inner));
    }
  }
}

/** An own member of a record that names of the document, or of the reader, are looked up in. See {@link member}. */
export function ownMember<Value>(
  record: {readonly [name: string]: Value} | undefined,
  name: string,
): Value | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A text that says something. */
export function words(value: unknown): string | undefined {
  const said = text(value);
  return said?.trim() === '' ? undefined : said;
}

export function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** An object from names and values, also for names such as `__proto__`. */
export function fromMembers<Value>(entries: Iterable<readonly [string, Value]>): Record<string, Value> {
  return Object.fromEntries(entries);
}

/** A copy that lacks one member. */
export function without(object: JsonObject, name: string): JsonObject {
  return fromMembers(members(object).filter(([key]) => key !== name));
}

/** The value as JSON: dates that YAML made become text, and what JSON cannot hold becomes null. */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') {
    return value;
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : null;
  }
  if (value instanceof Date) {
    return value.toISOString();
  }
  if (Array.isArray(value)) {
    return value.map(toJson);
  }
  return isObject(value) ? fromMembers(members(value).map(([name, item]) => [name, toJson(item)])) : null;
}

/** Without the members that are undefined, so that the object stays plain JSON. */
export function compact<Value extends object>(value: Value): CompactOf<Value> {
  return Object.fromEntries(
    Object.entries(value).filter(([, item]) => item !== undefined),
  ) as CompactOf<Value>;
}

type OptionalKeys<Value> = {
  [Key in keyof Value]-?: undefined extends Value[Key] ? Key : never;
}[keyof Value];
type CompactOf<Value> = {[Key in Exclude<keyof Value, OptionalKeys<Value>>]: Value[Key]} & {
  [Key in OptionalKeys<Value>]?: Exclude<Value[Key], undefined>;
};
