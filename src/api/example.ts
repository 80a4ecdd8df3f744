import type {Json, Operation, Schema, SchemaObject} from './operation';
import {resolveSchema, schemaName} from './schema';

const deepest = 8;

/**
 * A value that shows what a schema means: its own example, constant, default or first allowed value, else a plain value
 * of its type. Of objects, all properties that go in this direction; recursion ends where a schema meets itself.
 */
export function exampleOf(
  operation: Pick<Operation, 'schemas'>,
  schema: Schema,
  direction: 'request' | 'response',
): Json {
  const skipped = direction === 'request' ? 'readOnly' : 'writeOnly';

  function value(part: Schema, ancestors: readonly string[]): Json | undefined {
    const name = typeof part === 'object' && part.$ref ? schemaName(part.$ref) : undefined;
    if (ancestors.length > deepest || (name !== undefined && ancestors.includes(name))) {
      return undefined;
    }
    const resolved = resolveSchema(operation, part);
    if (typeof resolved === 'boolean' || resolved[skipped] === true) {
      return typeof resolved === 'boolean' ? null : undefined;
    }
    const above = [...ancestors, name ?? ''];
    return stated(resolved) ?? composed(resolved, above) ?? plain(resolved, above);
  }

  function composed(part: SchemaObject, above: readonly string[]): Json | undefined {
    const [choice] = [...(part.oneOf ?? []), ...(part.anyOf ?? [])];
    const parts = [...(part.allOf ?? []), ...(choice === undefined ? [] : [choice])];
    if (parts.length === 0) {
      return undefined;
    }
    const values = [...parts.map(item => value(item, above)), properties(part, above)];
    const objects = values.filter(isObject);
    return objects.length === 0 ? values.find(item => item !== undefined) : merged(objects);
  }

  function plain(part: SchemaObject, above: readonly string[]): Json {
    const type = typeof part.type === 'object' ? part.type.find(name => name !== 'null') : part.type;
    if (type === 'object' || (type === undefined && part.properties)) {
      return properties(part, above) ?? {};
    }
    if (type === 'array' || (type === undefined && part.items !== undefined)) {
      const item = part.items === undefined ? undefined : value(part.items, above);
      return item === undefined ? [] : [item];
    }
    return type === 'integer' || type === 'number'
      ? number(part)
      : type === 'boolean'
        ? false
        : text(part, type);
  }

  function properties(
    part: SchemaObject,
    above: readonly string[],
  ): Readonly<Record<string, Json>> | undefined {
    return (
      part.properties &&
      Object.fromEntries(
        Object.entries(part.properties).flatMap(([key, property]): [string, Json][] => {
          const item = value(property, above);
          return item === undefined ? [] : [[key, item]];
        }),
      )
    );
  }

  return value(schema, []) ?? null;
}

function stated(schema: SchemaObject): Json | undefined {
  return schema.examples?.[0] ?? schema.const ?? schema.default ?? schema.enum?.[0];
}

function number({minimum, exclusiveMinimum, maximum}: SchemaObject): number {
  const least = minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1);
  return maximum === undefined ? least : Math.min(least, maximum);
}

const byFormat: ReadonlyMap<string, string> = new Map([
  ['date-time', '2026-01-11T10:00:00Z'],
  ['date', '2026-01-11'],
  ['time', '10:00:00Z'],
  ['duration', 'P1D'],
  ['email', 'user@example.com'],
  ['hostname', 'example.com'],
  ['ipv4', '192.0.2.1'],
  ['ipv6', '2001:db8::1'],
  ['uri', 'https://example.com'],
  ['url', 'https://example.com'],
  ['uuid', '3fa85f64-5717-4562-b3fc-2c963f66afa6'],
]);

function text({format, minLength = 0}: SchemaObject, type: string | undefined): Json {
  return type === 'string' ? (byFormat.get(format ?? '') ?? 'text'.padEnd(minLength, 't')) : null;
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
