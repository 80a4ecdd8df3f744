import {isNullable, typesOf} from './mergedSchema';
import type {SchemaObject} from '../operation';
import {formatNumber, messages} from '../../words';

const say = messages('rule', {
  or: '{one} or {other}',
  orNull: 'or null',
  characters: '{count} character|{count} characters',
  items: '{count} item|{count} items',
  entries: '{count} entry|{count} entries',
  least: 'at least {limit}',
  most: 'at most {limit}',
  more: 'more than {limit}',
  less: 'less than {limit}',
  multiple: 'a multiple of {factor}',
  noRepeats: 'no repeats',
  matches: 'matches {pattern}',
});

/** What a schema asks of a value, in a few words: `string, 1–100 characters, email`. */
export function ruleInWords(schema: SchemaObject): string {
  const types = typesOf(schema);
  return [
    types.length > 0 ? types.map(String).reduce((one, other) => say('or', {one, other})) : undefined,
    isNullable(schema) ? say('orNull') : undefined,
    schema.format,
    range(schema.minLength, schema.maxLength, 'characters'),
    range(schema.minItems, schema.maxItems, 'items'),
    range(schema.minProperties, schema.maxProperties, 'entries'),
    bounds(schema),
    schema.multipleOf === undefined ? undefined : say('multiple', {factor: schema.multipleOf}),
    schema.uniqueItems ? say('noRepeats') : undefined,
    schema.pattern === undefined ? undefined : say('matches', {pattern: schema.pattern}),
  ]
    .filter(part => part !== undefined)
    .join(', ');
}

function range(
  least: number | undefined,
  most: number | undefined,
  unit: 'characters' | 'items' | 'entries',
): string | undefined {
  if (least === undefined && most === undefined) {
    return undefined;
  }
  if (most === undefined) {
    return least === 0 || least === undefined ? undefined : say('least', {limit: say.plural(unit, least)});
  }
  return least === undefined || least === 0
    ? say('most', {limit: say.plural(unit, most)})
    : say.plural(unit, most, {count: `${formatNumber(least)}–${formatNumber(most)}`});
}

function bounds({minimum, maximum, exclusiveMinimum, exclusiveMaximum}: SchemaObject): string | undefined {
  if (minimum !== undefined && maximum !== undefined) {
    return `${minimum}–${maximum}`;
  }
  const parts = [
    minimum === undefined ? undefined : say('least', {limit: minimum}),
    exclusiveMinimum === undefined ? undefined : say('more', {limit: exclusiveMinimum}),
    maximum === undefined ? undefined : say('most', {limit: maximum}),
    exclusiveMaximum === undefined ? undefined : say('less', {limit: exclusiveMaximum}),
  ].filter(part => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : undefined;
}
