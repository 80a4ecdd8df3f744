import {isNullable, typesOf} from './mergedSchema';
import type {Json, SchemaObject} from '../operation';
import {formatNumber, messages} from '../../words';

const say = messages('rule', {
  or: '{one} or {other}',
  orNull: 'or null',
  characters: '{count} character|{count} characters',
  items: '{count} item|{count} items',
  keys: '{count} key|{count} keys',
  least: 'at least {limit}',
  most: 'at most {limit}',
  exactly: 'exactly {limit}',
  range: '{least} to {most}',
  from: 'from {least} to {most}',
  more: 'more than {limit}',
  less: 'less than {limit}',
  multiple: 'a multiple of {factor}',
  noRepeats: 'no repeats',
  format: 'format: {code}',
  encoded: 'encoded as {code}',
  holds: 'holds {code}',
  matches: 'matches {code}',
});

/** One rule for a value: words without a capital or a full stop, with `{code}` where each of `codes` goes. */
export interface Rule {
  readonly text: string;
  readonly codes: readonly string[];
  /** Whether it names a format, which is known for one without the word. */
  readonly isFormat?: boolean;
}

/** Where a code goes in the words of a rule. */
export const CODE = '{code}';

/** What a schema asks of a value, in a few words: `string, 1 to 100 characters, email`. Something else may allow `null` too. */
export function ruleInWords(schema: SchemaObject, nullable = isNullable(schema)): string {
  if (Object.keys(schema).length === 0) {
    return '';
  }
  const types = typesOf(schema);
  return [
    types.length > 0 ? types.map(String).reduce((one, other) => say('or', {one, other})) : undefined,
    nullable && types.length > 0 ? say('orNull') : isNullable(schema) ? 'null' : undefined,
    ...rulesOf(schema).map(rule => (rule.isFormat ? rule.codes.join('') : plainRule(rule))),
  ]
    .filter(part => part !== undefined)
    .join(', ');
}

/** The limits that {@link ruleInWords} tells beside the types, as sentences. */
export function limitsInWords(schema: SchemaObject): string {
  return sentences(rulesOf(schema));
}

/** Rules as sentences in plain text. */
export function sentences(rules: readonly Rule[]): string {
  return rules
    .map(rule => (rule.text.startsWith(CODE) ? plainRule(rule) : capitalised(plainRule(rule))))
    .map(words => `${words}.`)
    .join(' ');
}

/** Words with a capital, as at the beginning of a sentence. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The words of a rule as plain text. */
function plainRule({text, codes}: Rule): string {
  return text
    .split(CODE)
    .map((words, index) => words + (codes[index] ?? ''))
    .join('');
}

/** The limits of a merged schema for the value itself (JSON Schema 2020-12 Validation §6, §7 and §8). */
export function rulesOf(schema: SchemaObject): readonly Rule[] {
  const {format, contentEncoding, contentMediaType, multipleOf, pattern} = schema;
  return [
    ...(format === undefined ? [] : [{...rule('format', format), isFormat: true}]),
    ...(contentEncoding === undefined ? [] : [rule('encoded', contentEncoding)]),
    ...(contentMediaType === undefined ? [] : [rule('holds', contentMediaType)]),
    ...counted(schema.minLength, schema.maxLength, 'characters'),
    ...bounds(schema),
    ...(multipleOf === undefined ? [] : [words(say('multiple', {factor: multipleOf}))]),
    ...(pattern === undefined ? [] : [rule('matches', pattern)]),
    ...counted(schema.minItems, schema.maxItems, 'items'),
    ...(schema.uniqueItems === true ? [words(say('noRepeats'))] : []),
    ...counted(schema.minProperties, schema.maxProperties, 'keys'),
    ...(schema.allOf ?? []).flatMap(part => (typeof part === 'object' ? rulesOf(part) : [])),
  ];
}

function words(text: string): Rule {
  return {text, codes: []};
}

function rule(key: 'format' | 'encoded' | 'holds' | 'matches', code: string): Rule {
  return {text: say(key), codes: [code]};
}

export function counted(
  least = 0,
  most: number | undefined,
  unit: 'characters' | 'items' | 'keys',
): readonly Rule[] {
  if (most === undefined) {
    return least === 0 ? [] : [words(say('least', {limit: say.plural(unit, least)}))];
  }
  const limit = say.plural(unit, most);
  return [
    words(
      least === most
        ? say('exactly', {limit})
        : least === 0
          ? say('most', {limit})
          : say('range', {least: formatNumber(least), most: limit}),
    ),
  ];
}

function bounds({minimum, maximum, exclusiveMinimum, exclusiveMaximum}: SchemaObject): readonly Rule[] {
  const isRange = minimum !== undefined && maximum !== undefined;
  const limits: readonly (readonly [key: 'least' | 'more' | 'most' | 'less', limit: number | undefined])[] = [
    ['least', isRange ? undefined : minimum],
    ['more', exclusiveMinimum],
    ['most', isRange ? undefined : maximum],
    ['less', exclusiveMaximum],
  ];
  return [
    ...(isRange ? [words(say('from', {least: minimum, most: maximum}))] : []),
    ...limits.flatMap(([key, limit]) => (limit === undefined ? [] : [words(say(key, {limit}))])),
  ];
}

/** A listed value as a reader would write it: text without quotes, unless it is empty. */
export function textOfValue(value: Json): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}
