import {generateMatch} from './generateMatch';
import type {Json, SchemaObject} from '../operation';
import {matchesPattern} from './pattern';

/** A text of the format or the pattern of a schema, else the shortest that is long enough: empty where any will do. */
export function plainText({format, pattern, minLength = 0, maxLength = Infinity}: SchemaObject): string {
  const fits = (text: string): boolean => text.length >= minLength && text.length <= maxLength;
  if (pattern !== undefined) {
    const made = [0, 0.5, 0.99].map(at => generateMatch(pattern, () => at));
    return made.find(text => fits(text) && matchesPattern(pattern, text)) ?? made[0] ?? '';
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
