import {isObject, items} from '../json';
import {asSchema, isNullable, mergedSchema, schemaMap, typesOf} from './mergedSchema';
import type {Json, Operation, SchemaObject} from '../operation';
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
  type: 'is of type {code}',
  is: 'is {code}',
  given: '{code} is given',
  required: '{code} is required',
  eachKey: 'each key {rules}',
  noOthers: 'no other keys',
  contains: 'contains {count}: {rules}',
  withGiven: 'with {code}: {rules}',
  not: 'not allowed: {rules}',
  ifThen: 'if {condition}: {rules}',
  ifThenElse: 'if {condition}: {rules}; otherwise {others}',
  otherwise: 'unless {condition}: {rules}',
});

type Schemas = Pick<Operation, 'schemas'>;

/** One rule for a value: words without a capital or a full stop, with `{code}` where each of `codes` goes. */
export interface Rule {
  readonly text: string;
  readonly codes: readonly string[];
  /** Whether it names a format, which is known for one without the word. */
  readonly isFormat?: boolean;
}

/** Where a code goes in the words of a rule. */
export const CODE = '{code}';

/** How deep the members of a condition are told. */
const DEEPEST = 2;

/** What a schema asks of a value, in a few words: `string, 1 to 100 characters, email`. */
export function ruleInWords(operation: Schemas, schema: SchemaObject): string {
  const types = typesOf(schema);
  return [
    types.length > 0 ? types.map(String).reduce((one, other) => say('or', {one, other})) : undefined,
    isNullable(schema) ? say('orNull') : undefined,
    ...rulesOf(operation, schema).map(rule => (rule.isFormat ? rule.codes.join('') : plainRule(rule))),
  ]
    .filter(part => part !== undefined)
    .join(', ');
}

/** The words of a rule as plain text. */
export function plainRule({text, codes}: Rule): string {
  return text
    .split(CODE)
    .map((words, index) => words + (codes[index] ?? ''))
    .join('');
}

/**
 * Every rule of a merged schema for the value itself: not its types and listed values, nor what its members and items must
 * be (JSON Schema 2020-12 Validation §6, Core §10).
 */
export function rulesOf(operation: Schemas, schema: SchemaObject): readonly Rule[] {
  return rulesWithin(operation, schema, 0);
}

/** `depth` counts the conditions around, which a schema that recurs would nest without end. */
function rulesWithin(operation: Schemas, schema: SchemaObject, depth: number): readonly Rule[] {
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
    ...keyRules(operation, schema, depth),
    ...containsRules(operation, schema, depth),
    ...dependentRules(operation, schema, depth),
    ...conditionRules(operation, schema, depth),
    ...(schema.allOf ?? []).flatMap(part =>
      typeof part === 'object' ? rulesWithin(operation, part, depth) : [],
    ),
  ];
}

function words(text: string): Rule {
  return {text, codes: []};
}

function rule(
  key: 'format' | 'encoded' | 'holds' | 'matches' | 'type' | 'is' | 'given' | 'required',
  code: string,
): Rule {
  return {text: say(key), codes: [code]};
}

/** One rule of others, which stand in its words by the names of `parts`, in that order. */
function combined(
  key: 'eachKey' | 'contains' | 'withGiven' | 'not' | 'ifThen' | 'ifThenElse' | 'otherwise',
  parts: {readonly [name: string]: readonly Rule[]},
  codes: readonly string[] = [],
): Rule {
  const texts = Object.entries(parts).map(([name, rules]) => [name, rules.map(({text}) => text).join(', ')]);
  return {
    text: say(key, Object.fromEntries(texts)),
    codes: [...codes, ...Object.values(parts).flatMap(rules => rules.flatMap(one => one.codes))],
  };
}

function counted(
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

function keyRules(operation: Schemas, schema: SchemaObject, depth: number): readonly Rule[] {
  const rules = toldBy(operation, schema['propertyNames'], depth);
  return [
    ...(rules.length === 0 ? [] : [combined('eachKey', {rules})]),
    ...(schema.additionalProperties === false && schema.properties ? [words(say('noOthers'))] : []),
  ];
}

function containsRules(operation: Schemas, schema: SchemaObject, depth: number): readonly Rule[] {
  const {minContains, maxContains} = schema;
  const rules = toldBy(operation, schema['contains'], depth);
  const count = counted(
    typeof minContains === 'number' ? minContains : 1,
    typeof maxContains === 'number' ? maxContains : undefined,
    'items',
  );
  return rules.length === 0 ? [] : [combined('contains', {count, rules})];
}

function dependentRules(operation: Schemas, schema: SchemaObject, depth: number): readonly Rule[] {
  const names = schema['dependentRequired'];
  return [
    ...(isObject(names) ? Object.entries(names) : []).map(([name, needed]) => ({
      name,
      rules: items(needed).map(one => rule('required', String(one))),
    })),
    ...[...schemaMap(schema['dependentSchemas'])].map(([name, needed]) => ({
      name,
      rules: toldBy(operation, needed, depth),
    })),
  ].flatMap(({name, rules}) => (rules.length === 0 ? [] : [combined('withGiven', {rules}, [name])]));
}

function conditionRules(operation: Schemas, schema: SchemaObject, depth: number): readonly Rule[] {
  const not = toldBy(operation, schema.not, depth, 'given');
  const condition = toldBy(operation, schema['if'], depth, 'given');
  const rules = condition.length === 0 ? [] : toldBy(operation, schema['then'], depth);
  const others = condition.length === 0 ? [] : toldBy(operation, schema['else'], depth);
  return [
    ...(not.length === 0 ? [] : [combined('not', {rules: not})]),
    ...(rules.length > 0 && others.length > 0 ? [combined('ifThenElse', {condition, rules, others})] : []),
    ...(rules.length > 0 && others.length === 0 ? [combined('ifThen', {condition, rules})] : []),
    ...(rules.length === 0 && others.length > 0 ? [combined('otherwise', {condition, rules: others})] : []),
  ];
}

/**
 * All that a schema says where it has no list of fields: its types or values, its rules, and those of its members. A member
 * that must be there is `given` in a condition, and `required` by a demand.
 */
function toldBy(
  operation: Schemas,
  keyword: unknown,
  depth: number,
  members: 'given' | 'required' = 'required',
  name?: string,
): readonly Rule[] {
  const schema = asSchema(keyword);
  if (schema === undefined || depth > DEEPEST) {
    return [];
  }
  const merged = mergedSchema(operation, schema);
  const values = merged.const === undefined ? merged.enum : [merged.const];
  const types = merged.properties === undefined && name === undefined ? typesOf(merged) : [];
  const rules = [
    ...(values ? [rule('is', values.map(textOfValue).join(', '))] : types.map(type => rule('type', type))),
    ...rulesWithin(operation, merged, depth + 1),
    ...(merged.required ?? []).map(needed => rule(members, needed)),
    ...Object.entries(merged.properties ?? {}).flatMap(([key, property]) =>
      toldBy(operation, property, depth + 1, members, key),
    ),
  ];
  return name === undefined
    ? rules
    : rules.map(({text, codes}) => ({text: `${CODE} ${text}`, codes: [name, ...codes]}));
}

/** A listed value as a reader would write it: text without quotes, unless it is empty. */
export function textOfValue(value: Json): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}
