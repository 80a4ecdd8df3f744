import {isObject, items} from '../json';
import {asSchema, isNever, listedValues, mergedSchema, schemaMap, typesOf} from './mergedSchema';
import type {Operation, SchemaObject} from '../operation';
import {CODE, counted, rulesOf, sentences, textOfValue, type Rule} from './rulesInWords';
import {messages} from '../../words';

const say = messages('condition', {
  type: 'is of type {code}',
  is: 'is {code}',
  given: '{code} is given',
  required: '{code} is required',
  eachKey: 'each key {rules}',
  keysLike: 'each key that matches {code}: {rules}',
  anyLike: 'keys that match {code} are allowed',
  noneLike: 'keys that match {code} are not allowed',
  noOthers: 'no other keys',
  contains: 'contains {count}: {rules}',
  withGiven: 'with {code}: {rules}',
  not: 'not allowed: {rules}',
  ifThen: 'if {condition}: {rules}',
  ifThenElse: 'if {condition}: {rules}; otherwise {others}',
  otherwise: 'unless {condition}: {rules}',
});

type Schemas = Pick<Operation, 'schemas'>;

/** How deep conditions are told within conditions: a schema that recurs would nest them without end. */
const DEEPEST = 2;

/**
 * What a merged schema asks of the keys, members and items of a value together, and under conditions (JSON Schema 2020-12 Core
 * §10.2, Validation §6.4 and §6.5): beside the limits that {@link rulesOf} tells.
 */
export function conditionsOf(operation: Schemas, schema: SchemaObject): readonly Rule[] {
  return conditionsWithin(operation, schema, 0);
}

/**
 * {@link conditionsOf} as sentences, for a form: with what holds for keys by their pattern, which the page lists as fields. That
 * there may be no other keys, a form shows by offering none.
 */
export function conditionsInWords(operation: Schemas, schema: SchemaObject): string {
  const {additionalProperties: _closed, unevaluatedProperties: _closedAfterAll, ...open} = schema;
  return sentences([...patternRules(operation, schema), ...conditionsOf(operation, open)]);
}

function patternRules(operation: Schemas, schema: SchemaObject): readonly Rule[] {
  return [...schemaMap(schema['patternProperties'])].map(([pattern, member]) => {
    const rules = toldBy(operation, member, 0);
    return isNever(mergedSchema(operation, member))
      ? rule('noneLike', pattern)
      : rules.length === 0
        ? rule('anyLike', pattern)
        : combined('keysLike', {rules}, [pattern]);
  });
}

function conditionsWithin(operation: Schemas, schema: SchemaObject, depth: number): readonly Rule[] {
  return [
    ...keyRules(operation, schema, depth),
    ...containsRules(operation, schema, depth),
    ...dependentRules(operation, schema, depth),
    ...conditionRules(operation, schema, depth),
    ...(schema.allOf ?? []).flatMap(part =>
      typeof part === 'object' ? conditionsWithin(operation, part, depth) : [],
    ),
  ];
}

function rule(key: 'type' | 'is' | 'given' | 'required' | 'anyLike' | 'noneLike', code: string): Rule {
  return {text: say(key), codes: [code]};
}

/** One rule of others, which stand in its words by the names of `parts`, in that order. */
function combined(
  key: 'eachKey' | 'keysLike' | 'contains' | 'withGiven' | 'not' | 'ifThen' | 'ifThenElse' | 'otherwise',
  parts: {readonly [name: string]: readonly Rule[]},
  codes: readonly string[] = [],
): Rule {
  const texts = Object.entries(parts).map(([name, rules]) => [name, rules.map(({text}) => text).join(', ')]);
  return {
    text: say(key, Object.fromEntries(texts)),
    codes: [...codes, ...Object.values(parts).flatMap(rules => rules.flatMap(one => one.codes))],
  };
}

function keyRules(operation: Schemas, schema: SchemaObject, depth: number): readonly Rule[] {
  const rules = toldBy(operation, schema['propertyNames'], depth);
  return [
    ...(rules.length === 0 ? [] : [combined('eachKey', {rules})]),
    ...((schema.additionalProperties ?? schema['unevaluatedProperties']) === false && schema.properties
      ? [{text: say('noOthers'), codes: []}]
      : []),
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
  const {if: test, then, else: otherwise} = schema;
  const not = toldBy(operation, schema.not, depth, 'given');
  const told = not.length === 0 ? [] : [combined('not', {rules: not})];
  if (typeof test === 'boolean') {
    return [...told, ...toldBy(operation, test ? then : otherwise, depth)];
  }
  const condition = toldBy(operation, test, depth, 'given');
  if (condition.length === 0) {
    return told;
  }
  const rules = toldBy(operation, then, depth);
  const others = toldBy(operation, otherwise, depth);
  return [
    ...told,
    ...(then === false ? [combined('not', {rules: condition})] : []),
    ...(otherwise === false ? toldBy(operation, test, depth) : []),
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
  const values = listedValues(merged);
  const types = merged.properties === undefined ? typesOf(merged) : [];
  const isOfType = values ? [] : types.map(type => rule('type', type));
  const said = [
    ...(values ? [rule('is', values.map(textOfValue).join(', '))] : []),
    ...rulesOf(merged),
    ...conditionsWithin(operation, merged, depth + 1),
    ...(merged.required ?? []).map(needed => rule(members, needed)),
    ...Object.entries(merged.properties ?? {}).flatMap(([key, property]) =>
      toldBy(operation, property, depth + 1, members, key),
    ),
  ];
  // What type a member is of, its own line says mostly.
  const rules = name === undefined || said.length === 0 ? [...isOfType, ...said] : said;
  return name === undefined
    ? rules
    : rules.map(({text, codes}) => ({text: `${CODE} ${text}`, codes: [name, ...codes]}));
}
