import {generateMatch} from '../api/generateMatch';
import type {SchemaObject} from '../api/operation';

/** A text of the format or the pattern, else the shortest that is long enough. */
export function sampleText({format, pattern, minLength = 0, maxLength = Infinity}: SchemaObject): string {
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
