import type {PhrasingContent} from 'mdast';

import type {Json, Operation, Schema, SchemaObject} from '../../api/operation';
import type {Direction} from '../../api/schema/direction';
import {resolveSchema} from '../../api/schema/schema';
import {formatNumber, messages} from '../../words';
import {line, spaced} from './markdown';
import {code, strong} from './tree';

/** Sentences end with what they say of a value, `{value}`, or hold only limits. */
const say = messages('schema', {
  deprecated: 'Deprecated.',
  matches: 'Matches {value}.',
  default: 'Default: {value}.',
  format: 'Format: {value}.',
  always: 'Always {value}.',
  oneOf: 'One of {value}.',
  noItemTwice: 'No item twice.',
  exactly: 'Exactly {limit}.',
  least: 'At least {limit}.',
  most: 'At most {limit}.',
  range: '{least} to {most}.',
  from: 'From {least} to {most}.',
  more: 'More than {limit}.',
  less: 'Less than {limit}.',
  multiple: 'A multiple of {factor}.',
  characters: '{count} character|{count} characters',
  items: '{count} item|{count} items',
  keys: '{count} key|{count} keys',
  eachItem: 'Each item: ',
  eachValue: 'Each value: ',
});

type Schemas = Pick<Operation, 'schemas'>;

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
    ...(resolved.deprecated === true ? [strong(say('deprecated'))] : []),
    rules.length > 0 ? ended(meaning) : meaning,
    ...rules,
  ]);
}

/** With a full stop, so that another sentence can follow. */
export function ended(sentence: readonly PhrasingContent[]): PhrasingContent[] {
  const last = sentence.at(-1);
  const isEnded = last === undefined || /[.!?:]\s*$/.test(endOf(last));
  return isEnded ? [...sentence] : [...sentence, words('.')];
}

/** The last text in it. */
function endOf(node: PhrasingContent): string {
  const last = 'children' in node ? node.children.at(-1) : undefined;
  return node.type === 'text' ? node.value : last ? endOf(last) : '';
}

function constraints(operation: Schemas, schema: SchemaObject): PhrasingContent[][] {
  return [
    ...shape(schema),
    ...lengths(schema),
    ...range(schema),
    ...(schema.pattern === undefined ? [] : [sentence('matches', code(schema.pattern))]),
    ...counts(schema),
    ...contentConstraints(operation, schema),
    ...(schema.default === undefined ? [] : [sentence('default', value(schema.default))]),
  ];
}

function shape(schema: SchemaObject): PhrasingContent[][] {
  const format = schema.format === undefined ? [] : [sentence('format', code(schema.format))];
  return [...values(schema), ...format];
}

function values(schema: SchemaObject): PhrasingContent[][] {
  if (schema.const !== undefined) {
    return [sentence('always', value(schema.const))];
  }
  if (schema.enum === undefined) {
    return [];
  }
  const listed = schema.enum.flatMap((item, index) =>
    index === 0 ? value(item) : [words(', '), ...value(item)],
  );
  return [sentence(schema.enum.length === 1 ? 'always' : 'oneOf', listed)];
}

function lengths({minLength, maxLength}: SchemaObject): PhrasingContent[][] {
  return between(minLength, maxLength, 'characters');
}

function counts({
  minItems,
  maxItems,
  uniqueItems,
  minProperties,
  maxProperties,
}: SchemaObject): PhrasingContent[][] {
  return [
    ...between(minItems, maxItems, 'items'),
    ...(uniqueItems === true ? [[words(say('noItemTwice'))]] : []),
    ...between(minProperties, maxProperties, 'keys'),
  ];
}

function between(
  least: number | undefined,
  most: number | undefined,
  unit: 'characters' | 'items' | 'keys',
): PhrasingContent[][] {
  if (least !== undefined && least > 0 && most !== undefined) {
    const counted = say.plural(unit, most);
    return [
      [
        words(
          least === most
            ? say('exactly', {limit: counted})
            : say('range', {least: formatNumber(least), most: counted}),
        ),
      ],
    ];
  }
  if (most !== undefined) {
    return [[words(say('most', {limit: say.plural(unit, most)}))]];
  }
  return least !== undefined && least > 0 ? [[words(say('least', {limit: say.plural(unit, least)}))]] : [];
}

function range(schema: SchemaObject): PhrasingContent[][] {
  const {minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf} = schema;
  const limits = [
    minimum !== undefined && maximum !== undefined
      ? say('from', {least: minimum, most: maximum})
      : minimum !== undefined
        ? say('least', {limit: minimum})
        : maximum !== undefined
          ? say('most', {limit: maximum})
          : undefined,
    exclusiveMinimum === undefined ? undefined : say('more', {limit: exclusiveMinimum}),
    exclusiveMaximum === undefined ? undefined : say('less', {limit: exclusiveMaximum}),
    multipleOf === undefined ? undefined : say('multiple', {factor: multipleOf}),
  ];
  return limits.flatMap(limit => (limit === undefined ? [] : [[words(limit)]]));
}

/** What each item of a list, or each value of a map, must be; objects have rows of their own. */
function contentConstraints(
  operation: Schemas,
  {items, additionalProperties}: SchemaObject,
): PhrasingContent[][] {
  return [
    ...eachMust(operation, say('eachItem'), items),
    ...eachMust(operation, say('eachValue'), additionalProperties),
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

/** A sentence about a value, which is shown as code. */
function sentence(
  key: 'matches' | 'default' | 'format' | 'always' | 'oneOf',
  shown: readonly PhrasingContent[],
): PhrasingContent[] {
  const [before = '', after = ''] = say(key).split('{value}');
  return [words(before), ...shown, words(after)];
}

function words(text: string): PhrasingContent {
  return {type: 'text', value: text};
}
