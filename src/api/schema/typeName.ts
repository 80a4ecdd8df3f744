import {asSchema, isFile, listedValues, mergedSchema} from './mergedSchema';
import type {Operation, Schema, SchemaObject} from '../operation';
import {typeOfValue} from './valueTypes';
import {messages} from '../../words';

const say = messages('schema', {
  any: 'any',
  never: 'never',
  file: 'file',
  arrayOf: 'array of {type}',
  or: '{one} or {other}',
});

type Schemas = Pick<Operation, 'schemas'>;

/** Of a tuple, the types of so many items are named. */
const MOST_ITEMS = 4;
const DEEPEST = 4;

/**
 * A type in words: `string`, `array of integer`, `array of [string, integer]`, `string or null`, `any`, `never`. In a form
 * (`files`), values that are bytes are files.
 */
export function typeName(operation: Schemas, schema: Schema, {files = false} = {}): string {
  return joined(typesWithin(schema, 0));

  function typesWithin(part: Schema, depth: number): readonly string[] {
    const merged = mergedSchema(operation, part);
    const {type, oneOf, anyOf, not} = merged;
    if (typeof not === 'object' && Object.keys(not).length === 0) {
      return [say('never')];
    }
    if (depth > DEEPEST) {
      return [say('any')];
    }
    if (files && isFile(merged)) {
      return [say('file')];
    }
    if (type !== undefined) {
      return [type].flat().map(name => (name === 'array' ? arrayName(merged, depth) : String(name)));
    }
    const options = [...(oneOf ?? []), ...(anyOf ?? [])].filter(option => option !== false);
    const named = [...new Set(options.flatMap(option => typesWithin(option, depth + 1)))];
    // What asks for members alone, in a choice or a list of them, is an object.
    return named.length > 0 && !named.includes(say('any')) ? nullLast(named) : impliedTypes(merged, depth);
  }

  function arrayName({items, prefixItems = [], unevaluatedItems}: SchemaObject, depth: number): string {
    const inside = (part: Schema): string => joined(typesWithin(part, depth + 1));
    if (prefixItems.length > 0) {
      const named = prefixItems.slice(0, MOST_ITEMS).map(inside);
      const isWhole = (items ?? unevaluatedItems) === false && prefixItems.length <= MOST_ITEMS;
      return say('arrayOf', {type: `[${[...named, ...(isWhole ? [] : ['…'])].join(', ')}]`});
    }
    const of = items === undefined || items === false ? [] : typesWithin(items, depth + 1);
    return of.length === 0 || of.includes(say('any'))
      ? 'array'
      : say('arrayOf', {type: of.length > 1 ? `(${joined(of)})` : joined(of)});
  }

  function impliedTypes(merged: SchemaObject, depth: number): readonly string[] {
    const {properties, additionalProperties, items, prefixItems} = merged;
    if (properties ?? additionalProperties ?? asSchema(merged['patternProperties'])) {
      return ['object'];
    }
    if (items !== undefined || prefixItems !== undefined) {
      return [arrayName(merged, depth)];
    }
    const values = listedValues(merged) ?? [];
    return values.length === 0 ? [say('any')] : nullLast([...new Set(values.map(typeOfValue))]);
  }
}

function nullLast(names: readonly string[]): readonly string[] {
  return [...names.filter(name => name !== 'null'), ...names.filter(name => name === 'null')];
}

function joined(names: readonly string[]): string {
  const [first = '', ...others] =
    names.length < 3 ? names : [names.slice(0, -1).join(', '), ...names.slice(-1)];
  return others.reduce((one, other) => say('or', {one, other}), first);
}
