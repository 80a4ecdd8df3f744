import type {SchemaObject} from '../api/operation';
import {isNullable, typesOf} from './mergedSchema';

/** What a schema asks of a value, in a few words: `string, 1–100 characters, email`. */
export function ruleInWords(schema: SchemaObject): string {
  const types = typesOf(schema);
  return [
    types.length > 0 ? types.join(' or ') : undefined,
    isNullable(schema) ? 'or null' : undefined,
    schema.format,
    range(schema.minLength, schema.maxLength, 'character'),
    range(schema.minItems, schema.maxItems, 'item'),
    range(schema.minProperties, schema.maxProperties, 'entry', 'entries'),
    bounds(schema),
    schema.multipleOf === undefined ? undefined : `a multiple of ${schema.multipleOf}`,
    schema.uniqueItems ? 'no repeats' : undefined,
    schema.pattern === undefined ? undefined : `matches ${schema.pattern}`,
  ]
    .filter(part => part !== undefined)
    .join(', ');
}

function range(
  least: number | undefined,
  most: number | undefined,
  one: string,
  many = `${one}s`,
): string | undefined {
  if (least === undefined && most === undefined) {
    return undefined;
  }
  const unit = (count: number): string => (count === 1 ? one : many);
  if (most === undefined) {
    return least === 0 || least === undefined ? undefined : `at least ${least} ${unit(least)}`;
  }
  return least === undefined || least === 0
    ? `at most ${most} ${unit(most)}`
    : `${least}–${most} ${unit(most)}`;
}

function bounds({minimum, maximum, exclusiveMinimum, exclusiveMaximum}: SchemaObject): string | undefined {
  if (minimum !== undefined && maximum !== undefined) {
    return `${minimum}–${maximum}`;
  }
  const parts = [
    minimum === undefined ? undefined : `at least ${minimum}`,
    exclusiveMinimum === undefined ? undefined : `more than ${exclusiveMinimum}`,
    maximum === undefined ? undefined : `at most ${maximum}`,
    exclusiveMaximum === undefined ? undefined : `less than ${exclusiveMaximum}`,
  ].filter(part => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : undefined;
}
