import {generateMatch} from './generateMatch';
import {matchesPattern} from './linearMatch';
import type {SchemaObject} from '../operation';

/** Longer texts than this nobody reads as an example, and some schemas ask for gigabytes. */
const LONGEST = 5000;
/** How many texts are tried for a pattern. */
const TRIES = 12;
/** Of more patterns than these, texts are made for these alone. */
const MOST_JOINED = 4;

export interface Filler {
  /** What stands where any text will do. */
  readonly usual: string;
  /** For random texts, numbers from 0 up to 1. */
  readonly random?: () => number;
}

/**
 * Texts for a string schema, the most typical first: by its pattern, its encoding, its format, else the usual one, in its
 * length. Not all of them fit: formats and patterns are for the caller to check.
 */
export function* texts(schema: SchemaObject, filler: Filler): Generator<string> {
  const {pattern, minLength = 0, maxLength = Infinity} = schema;
  if (minLength > LONGEST) {
    return;
  }
  if (pattern !== undefined) {
    const patterns = patternsOf(schema);
    yield* new Set(
      patterns.length === 1 ? matches(schema, pattern, filler) : matchesOfAll(schema, patterns, filler),
    );
    yield* usualTexts.map(text => text.repeat(Math.ceil(minLength / text.length) || 1).slice(0, maxLength));
  }
  for (const text of typical(schema, filler)) {
    yield text;
    yield* ofLength(text, minLength, maxLength);
  }
}

function* matches({minLength = 0}: SchemaObject, pattern: string, {random}: Filler): Generator<string> {
  for (const repeats of new Set([8, Math.max(8, minLength)])) {
    for (let tried = 0; random && tried < TRIES; tried++) {
      yield generateMatch(pattern, random, repeats);
    }
    yield* [0, 0.5, 0.99, 0.25, 0.75].map(at => generateMatch(pattern, () => at, repeats));
    yield* Array.from({length: TRIES}, (_, seed) => generateMatch(pattern, scattered(seed), repeats));
  }
}

/** The patterns that a merged schema has, each of which must match. */
function patternsOf({pattern, allOf = []}: SchemaObject): readonly string[] {
  const others = allOf.flatMap(part => (typeof part === 'object' ? patternsOf(part) : []));
  return [...new Set([...(pattern === undefined ? [] : [pattern]), ...others])];
}

/**
 * Texts that several patterns match: texts for one of them, and as most patterns look at one end of a text or anywhere in it,
 * texts for each of them one after another, in every order.
 */
function* matchesOfAll(schema: SchemaObject, patterns: readonly string[], filler: Filler): Generator<string> {
  const made = patterns.slice(0, MOST_JOINED).map(pattern => [...matches(schema, pattern, filler)]);
  const joined = ordersOf(made).flatMap(([first = [], ...others]) =>
    first.map((text, index) => text + others.map(texts => texts[index % texts.length] ?? '').join('')),
  );
  for (const text of [...made.flat(), ...joined]) {
    if (patterns.every(pattern => matchesPattern(pattern, text))) {
      yield text;
    }
  }
}

function ordersOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.length < 2
    ? [items]
    : items.flatMap((item, index) => ordersOf(items.toSpliced(index, 1)).map(order => [item, ...order]));
}

/** Numbers that lie far apart, the same ones for each seed. */
function scattered(seed: number): () => number {
  let at = seed / TRIES;
  return () => (at = (at + 0.618034) % 1);
}

function* typical({format, contentEncoding, minLength = 0}: SchemaObject, filler: Filler): Generator<string> {
  const {random, usual} = filler;
  if (contentEncoding === 'base64' || contentEncoding === 'base64url') {
    yield 'dGV4dA==';
  }
  const [plain, made] = formats.get(format ?? '') ?? [];
  if (random && made) {
    yield made(random);
  }
  if (plain !== undefined) {
    yield plain;
    yield* shorter.get(format ?? '') ?? [];
  }
  if (random) {
    const own = [word(random), word(random)];
    while (own.join(' ').length < minLength) {
      own.push(word(random));
    }
    yield own.join(' ');
  }
  yield usual;
}

/** A text made as long as it must be, in the ways in which formats allow that, or cut. */
function* ofLength(text: string, least: number, most: number): Generator<string> {
  const lacking = least - text.length;
  if (lacking > 0 && /[^a-z]/i.test(text)) {
    const more = 'a'.repeat(lacking);
    yield* [`${more}${text}`, `${text}${more}`, `${text}/${more}`, `${text}.${more}`];
  }
  if (lacking > 0) {
    const length = Math.max(least, Math.min(4, most));
    yield 'text '
      .repeat(Math.ceil(length / 5))
      .slice(0, length)
      .replace(/ $/, 's');
  }
  if (text.length > most) {
    yield text.slice(0, most);
  }
  yield* Array.from({length: 20}, (_, index) => `${text}${index + 2}`);
}

/** Texts for patterns that look ahead, as those of passwords do, and for those that ask for letters of a script. */
const usualTexts = ['Abcdef1!', 'Text', 'text', 'TEXT', 'A', 'a', '1', '12345678', 'text1', 'Ä', 'é'];

type Random = () => number;

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function date(random: Random): string {
  return `20${two(20 + below(random, 6))}-${two(1 + below(random, 12))}-${two(1 + below(random, 28))}`;
}

function time(random: Random): string {
  return `${two(below(random, 24))}:${two(below(random, 60))}:${two(below(random, 60))}Z`;
}

function hex(random: Random, length: number): string {
  return Array.from({length}, () => below(random, 16).toString(16)).join('');
}

const words =
  'amber birch cedar delta ember fjord grove harbor island juniper kestrel lagoon maple north'.split(' ');

export function word(random: Random): string {
  return words[below(random, words.length)] ?? 'amber';
}

function address(random: Random): string {
  return `${word(random)}.${below(random, 1000)}@example.com`;
}

function url(random: Random): string {
  return `https://example.com/${word(random)}`;
}

function uuid(random: Random): string {
  return `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-a${hex(random, 3)}-${hex(random, 12)}`;
}

/**
 * What a text of a format looks like, plain and at random, from the ranges that are kept for documentation (RFC 2606,
 * RFC 5737, RFC 3849).
 */
const formats: ReadonlyMap<string, readonly [plain: string, made?: (random: Random) => string]> = new Map([
  ['email', ['user@example.com', address]],
  ['idn-email', ['user@example.com', address]],
  ['hostname', ['example.com', random => `${word(random)}.example.com`]],
  ['idn-hostname', ['example.com']],
  ['uri', ['https://example.com', url]],
  ['url', ['https://example.com', url]],
  ['iri', ['https://example.com', url]],
  ['uri-reference', ['/', random => `/${word(random)}`]],
  ['iri-reference', ['/']],
  ['uri-template', ['/{id}']],
  ['uuid', ['123e4567-e89b-42d3-a456-426614174000', uuid]],
  ['date', ['2024-01-11', date]],
  ['time', ['10:00:00Z', time]],
  ['date-time', ['2024-01-11T10:00:00Z', random => `${date(random)}T${time(random)}`]],
  ['duration', ['PT5M', random => `PT${1 + below(random, 59)}M`]],
  ['ipv4', ['192.0.2.1', random => `192.0.2.${below(random, 256)}`]],
  ['ipv6', ['2001:db8::1', random => `2001:db8::${hex(random, 4)}`]],
  ['json-pointer', ['/name']],
  ['json-pointer-uri-fragment', ['#/name']],
  ['relative-json-pointer', ['0']],
  ['regex', ['.*']],
  ['byte', ['dGV4dA==', random => btoa(word(random))]],
] satisfies [string, [string, ((random: Random) => string)?]][]);

/** The shortest of formats whose usual text may be too long. */
const shorter: ReadonlyMap<string, readonly string[]> = new Map([
  ['email', ['a@b.example', 'a@b.c']],
  ['idn-email', ['a@b.example', 'a@b.c']],
  ['hostname', ['a.example', 'a.b', 'a']],
  ['uri', ['urn:a:b', 'a:b']],
  ['url', ['http://a.example', 'http://a.io']],
  ['iri', ['urn:a:b', 'a:b']],
  ['ipv6', ['::1', '::']],
  ['duration', ['P1D']],
]);
