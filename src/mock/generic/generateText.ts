import type {SchemaObject} from '../../api/operation';
import {generateMatch} from '../../api/schema/generateMatch';
import {matchesPattern} from '../../api/schema/pattern';
import {plainText} from '../../api/schema/plainValue';

/** How often a text for a pattern is made, before a plain one is taken. */
const TRIES = 3;

const words =
  'amber birch cedar delta ember fjord grove harbor island juniper kestrel lagoon maple north'.split(' ');

/**
 * A random text for a string schema: by its format or its pattern, in its length. Undefined where none is found that the
 * pattern takes: a wrong one would be worse than none.
 */
export function generateText(schema: SchemaObject, random: () => number): string | undefined {
  const {format, pattern, minLength = 0, maxLength = Infinity} = schema;
  if (pattern !== undefined) {
    const fits = (text: string): boolean =>
      text.length >= minLength && text.length <= maxLength && matchesPattern(pattern, text);
    const made = Array.from({length: TRIES}, () => generateMatch(pattern, random));
    return made.find(fits) ?? plainText(schema);
  }
  const formatted = format === undefined ? undefined : ofFormat(format, random);
  if (formatted !== undefined) {
    return formatted;
  }
  let text = `${word(random)} ${word(random)}`;
  while (text.length < minLength) {
    text += ` ${word(random)}`;
  }
  return text.slice(0, Math.min(maxLength, Math.max(minLength, text.length)));
}

function ofFormat(format: string, random: () => number): string | undefined {
  const below = (limit: number): number => Math.floor(random() * limit);
  const two = (number: number): string => String(number).padStart(2, '0');
  const date = (): string => `20${two(20 + below(6))}-${two(1 + below(12))}-${two(1 + below(28))}`;
  const time = (): string => `${two(below(24))}:${two(below(60))}:${two(below(60))}Z`;
  const hex = (length: number): string => Array.from({length}, () => below(16).toString(16)).join('');
  switch (format) {
    case 'email':
    case 'idn-email':
      return `${word(random)}.${below(1000)}@example.com`;
    case 'uri':
    case 'url':
    case 'iri':
      return `https://example.com/${word(random)}`;
    case 'uri-reference':
      return `/${word(random)}`;
    case 'hostname':
      return `${word(random)}.example.com`;
    case 'uuid':
      return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
    case 'date':
      return date();
    case 'time':
      return time();
    case 'date-time':
      return `${date()}T${time()}`;
    case 'duration':
      return `PT${1 + below(59)}M`;
    case 'ipv4':
      return `192.0.2.${below(256)}`;
    case 'ipv6':
      return `2001:db8::${hex(4)}`;
    case 'byte':
      return btoa(word(random));
    default:
      return undefined;
  }
}

function word(random: () => number): string {
  return words[Math.floor(random() * words.length)] ?? 'amber';
}
