import type {PhrasingContent} from 'mdast';

import type {Json, Operation, Schema, SchemaObject} from '../../api/operation';
import {resolveSchema} from '../../api/schema';
import {line} from './markdown';
import {code, strong} from './tree';

type Schemas = Pick<Operation, 'schemas'>;

/** A type in words: `string`, `array of integer`, `string or null`, `any`. */
export function typeName(operation: Schemas, schema: Schema, depth = 0): string {
  const resolved = resolveSchema(operation, schema);
  if (typeof resolved === 'boolean' || depth > 4) {
    return 'any';
  }
  const {type} = resolved;
  if (type !== undefined) {
    const names = (Array.isArray(type) ? type : [type]).map(name =>
      name === 'array' ? arrayName(operation, resolved, depth) : String(name),
    );
    return joined(names);
  }
  const options = [...(resolved.oneOf ?? []), ...(resolved.anyOf ?? [])];
  if (options.length > 0) {
    return joined([...new Set(options.map(option => typeName(operation, option, depth + 1)))]);
  }
  const known = (resolved.allOf ?? [])
    .map(part => typeName(operation, part, depth + 1))
    .find(name => name !== 'any');
  return known ?? impliedType(operation, resolved, depth);
}

/** Who makes a value: of what a reader must write, every rule matters; of what the API writes, only what it can be. */
export type Direction = 'request' | 'response';

/** What a value means and which values are allowed, in sentences. `own` replaces the schema's description. */
export function description(
  operation: Schemas,
  schema: Schema,
  direction: Direction,
  own?: string,
): PhrasingContent[] {
  const resolved = resolveSchema(operation, schema);
  if (typeof resolved === 'boolean') {
    return line(own);
  }
  const rules = direction === 'request' ? constraints(operation, resolved) : shape(resolved);
  const meaning = line(own ?? resolved.description);
  return spaced([
    ...(resolved.deprecated === true ? [strong('Deprecated.')] : []),
    rules.length > 0 ? ended(meaning) : meaning,
    ...rules,
  ]);
}

/** With a full stop, so that another sentence can follow. */
function ended(sentence: readonly PhrasingContent[]): PhrasingContent[] {
  const last = sentence.at(-1);
  const isEnded = last === undefined || (last.type === 'text' && /[.!?:]\s*$/.test(last.value));
  return isEnded ? [...sentence] : [...sentence, words('.')];
}

/** Sentences in one line, each after a space. */
export function spaced(sentences: readonly (readonly PhrasingContent[])[]): PhrasingContent[] {
  return sentences
    .filter(sentence => sentence.length > 0)
    .flatMap((sentence, index) => (index === 0 ? sentence : [words(' '), ...sentence]));
}

function constraints(operation: Schemas, schema: SchemaObject): PhrasingContent[][] {
  return [
    ...shape(schema),
    ...lengths(schema),
    ...range(schema),
    ...(schema.pattern === undefined ? [] : [[words('Matches '), ...code(schema.pattern), words('.')]]),
    ...counts(schema),
    ...contentConstraints(operation, schema),
    ...(schema.default === undefined ? [] : [[words('Default: '), ...value(schema.default), words('.')]]),
  ];
}

function shape(schema: SchemaObject): PhrasingContent[][] {
  const format = schema.format === undefined ? [] : [[words('Format: '), ...code(schema.format), words('.')]];
  return [...values(schema), ...format];
}

function values(schema: SchemaObject): PhrasingContent[][] {
  if (schema.const !== undefined) {
    return [[words('Always '), ...value(schema.const), words('.')]];
  }
  if (schema.enum === undefined) {
    return [];
  }
  const listed = schema.enum.flatMap((item, index) =>
    index === 0 ? value(item) : [words(', '), ...value(item)],
  );
  return [[words(schema.enum.length === 1 ? 'Always ' : 'One of '), ...listed, words('.')]];
}

function lengths({minLength, maxLength}: SchemaObject): PhrasingContent[][] {
  return between(minLength, maxLength, 'character', 'characters');
}

function counts({
  minItems,
  maxItems,
  uniqueItems,
  minProperties,
  maxProperties,
}: SchemaObject): PhrasingContent[][] {
  return [
    ...between(minItems, maxItems, 'item', 'items'),
    ...(uniqueItems === true ? [[words('No item twice.')]] : []),
    ...between(minProperties, maxProperties, 'key', 'keys'),
  ];
}

function between(
  least: number | undefined,
  most: number | undefined,
  one: string,
  many: string,
): PhrasingContent[][] {
  const unit = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
  if (least !== undefined && least > 0 && most !== undefined) {
    return [
      [words(least === most ? `Exactly ${unit(most)}.` : `${least.toLocaleString('en')} to ${unit(most)}.`)],
    ];
  }
  if (most !== undefined) {
    return [[words(`At most ${unit(most)}.`)]];
  }
  return least !== undefined && least > 0 ? [[words(`At least ${unit(least)}.`)]] : [];
}

function range(schema: SchemaObject): PhrasingContent[][] {
  const {minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf} = schema;
  const limits = [
    minimum !== undefined && maximum !== undefined
      ? `From ${minimum} to ${maximum}.`
      : minimum !== undefined
        ? `At least ${minimum}.`
        : maximum !== undefined
          ? `At most ${maximum}.`
          : undefined,
    exclusiveMinimum === undefined ? undefined : `More than ${exclusiveMinimum}.`,
    exclusiveMaximum === undefined ? undefined : `Less than ${exclusiveMaximum}.`,
    multipleOf === undefined ? undefined : `A multiple of ${multipleOf}.`,
  ];
  return limits.flatMap(limit => (limit === undefined ? [] : [[words(limit)]]));
}

/** What each item of a list, or each value of a map, must be; objects have rows of their own. */
function contentConstraints(
  operation: Schemas,
  {items, additionalProperties}: SchemaObject,
): PhrasingContent[][] {
  return [
    ...eachMust(operation, 'Each item: ', items),
    ...eachMust(operation, 'Each value: ', additionalProperties),
  ];
}

function eachMust(operation: Schemas, opening: string, schema: Schema | undefined): PhrasingContent[][] {
  const resolved = schema === undefined ? true : resolveSchema(operation, schema);
  if (typeof resolved === 'boolean' || resolved.properties !== undefined) {
    return [];
  }
  const [first, ...rest] = spaced(constraints(operation, resolved));
  return first === undefined ? [] : [[words(opening), withinSentence(first), ...rest]];
}

function withinSentence(node: PhrasingContent): PhrasingContent {
  return node.type === 'text' ? words(node.value.charAt(0).toLowerCase() + node.value.slice(1)) : node;
}

function value(json: Json): PhrasingContent[] {
  return code(typeof json === 'string' && json !== '' ? json : JSON.stringify(json));
}

function words(text: string): PhrasingContent {
  return {type: 'text', value: text};
}

function arrayName(operation: Schemas, {items}: SchemaObject, depth: number): string {
  const of = items === undefined ? 'any' : typeName(operation, items, depth + 1);
  return of === 'any' ? 'array' : `array of ${of}`;
}

function impliedType(operation: Schemas, schema: SchemaObject, depth: number): string {
  if (schema.properties !== undefined || schema.additionalProperties !== undefined) {
    return 'object';
  }
  if (schema.items !== undefined) {
    return arrayName(operation, schema, depth);
  }
  const listed = schema.const === undefined ? (schema.enum ?? []) : [schema.const];
  const types = new Set(
    listed.map(item => (item === null ? 'null' : Array.isArray(item) ? 'array' : typeof item)),
  );
  return types.size === 0 ? 'any' : joined([...types]);
}

function joined(names: readonly string[]): string {
  return names.length < 3 ? names.join(' or ') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}
