import {generateMatch} from './generateMatch';
import {asSchema, mergedSchema, schemaMap} from './mergedSchema';
import type {Json, Operation, SchemaObject} from '../operation';
import {matchesPattern} from './pattern';

/**
 * A text of the format or the pattern of a schema, else the shortest that is long enough: empty where any will do. Undefined
 * where no text is found that the pattern takes: a wrong one would be worse than none.
 */
export function plainText(schema: SchemaObject): string | undefined {
  const {format, pattern, contentEncoding, minLength = 0, maxLength = Infinity} = schema;
  const fits = (text: string): boolean => text.length >= minLength && text.length <= maxLength;
  if (pattern !== undefined) {
    const made = [0, 0.5, 0.99, 0.25, 0.75].map(at => generateMatch(pattern, () => at));
    return [...made, ...usualTexts].find(text => fits(text) && matchesPattern(pattern, text));
  }
  if (contentEncoding === 'base64' && fits(BASE64)) {
    return BASE64;
  }
  const formatted = format === undefined ? undefined : byFormat.get(format);
  if (formatted !== undefined && fits(formatted)) {
    return formatted;
  }
  const length = minLength === 0 ? 0 : Math.max(minLength, Math.min(4, maxLength));
  return 'text '
    .repeat(Math.ceil(length / 5))
    .slice(0, length)
    .replace(/ $/, 's');
}

const BASE64 = 'dGV4dA==';

/** Texts for patterns that look ahead, as those of passwords do, and for those that ask for letters of a script. */
const usualTexts = [
  'Abcdef1!',
  'Abcdefgh-12345!',
  'Text',
  'text',
  'TEXT',
  'A',
  'a',
  '1',
  '12345678',
  'text1',
  'Ä',
  'é',
];

/** What a text of a format may look like, from the ranges that are kept for documentation (RFC 2606, RFC 5737, RFC 3849). */
const byFormat: ReadonlyMap<string, string> = new Map([
  ['email', 'user@example.com'],
  ['idn-email', 'user@example.com'],
  ['hostname', 'example.com'],
  ['idn-hostname', 'example.com'],
  ['uri', 'https://example.com'],
  ['url', 'https://example.com'],
  ['iri', 'https://example.com'],
  ['uri-reference', '/'],
  ['iri-reference', '/'],
  ['uri-template', '/{id}'],
  ['uuid', '123e4567-e89b-42d3-a456-426614174000'],
  ['date', '2024-01-11'],
  ['time', '10:00:00Z'],
  ['date-time', '2024-01-11T10:00:00Z'],
  ['duration', 'PT5M'],
  ['ipv4', '192.0.2.1'],
  ['ipv6', '2001:db8::1'],
  ['json-pointer', '/name'],
  ['relative-json-pointer', '0'],
  ['regex', '.*'],
]);

/**
 * A name for a member that a merged schema does not name, which its rules for names allow; undefined where none is found.
 * `taken` are the names that are there.
 */
export function plainName(
  operation: Pick<Operation, 'schemas'>,
  schema: SchemaObject,
  taken: ReadonlySet<string>,
): string | undefined {
  const names = mergedSchema(operation, asSchema(schema['propertyNames']) ?? true);
  const patterns = [...schemaMap(schema['patternProperties']).keys()];
  const isOpen = schema.additionalProperties !== false;
  const made = [...patterns, names.pattern].flatMap(pattern =>
    pattern === undefined ? [] : [0, 0.5, 0.99, 0.25, 0.75].map(at => generateMatch(pattern, () => at)),
  );
  const counts = Array.from({length: taken.size + 1}, (_, index) => index + 1);
  const numbered = ['name', ...made].flatMap(name => counts.map(count => `${name}${count}`));
  const listed = names.enum?.map(String) ?? [];
  return [...listed, ...made, ...numbered, ...usualTexts].find(
    name =>
      !taken.has(name) &&
      (names.enum === undefined || listed.includes(name)) &&
      (names.pattern === undefined || matchesPattern(names.pattern, name)) &&
      name.length >= (names.minLength ?? 0) &&
      name.length <= (names.maxLength ?? Infinity) &&
      (isOpen || patterns.some(pattern => matchesPattern(pattern, name))),
  );
}

/** The number nearest to 0 that is within the limits of a schema. */
export function plainNumber(schema: SchemaObject, integer: boolean): number {
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

/** A value like this one that is not in the list yet, as far as its type allows to find one. */
export function unlike(list: readonly Json[], value: Json, values: readonly Json[] | undefined): Json {
  const taken = new Set(list.map(item => JSON.stringify(item)));
  const others = values ?? list.map((_, index) => varied(value, index + 1));
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
