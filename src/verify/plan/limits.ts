import {ownMember} from '../../api/json';
import type {Json, Operation, Schema, SchemaObject} from '../../api/operation';
import {isLeftOut} from '../../api/schema/direction';
import {isFile, listedValues, mergedSchema, typesOf} from '../../api/schema/mergedSchema';
import {valueOf} from '../../api/schema/valueOf';
import {validateSchema} from '../../api/schema/validateSchema';
import {initialValues} from '../../request/examples/initialValues';
import {bodyKind} from '../../request/mediaTypes';
import {chosenBody, parameterKey} from '../../request/values';
import type {Step} from './step';

/** A value that violates one rule, and which one. */
interface Breach {
  /** Follows the name of the value: `of 101 characters, where 100 are allowed`. */
  readonly what: string;
  readonly value: Json;
}

/** In characters. Longer texts are not sent to see whether they are rejected. */
const LONGEST = 5000;
/** The maximum depth of nested objects. */
const DEEPEST = 3;

/** A request for each limit of an operation's query, headers and JSON body that violates only this limit. */
export function limitSteps(operation: Operation): readonly Step[] {
  const expects = operation.responses
    .map(({status}) => status)
    .filter(status => status === '400' || status === '422');
  if (expects.length === 0) {
    return [];
  }
  const inParameters = operation.parameters
    .filter(({in: place}) => place === 'query' || place === 'header')
    .flatMap(parameter =>
      breaches(operation, parameter.schema, true).map(({what, value}) => ({
        what: `${parameter.name} ${what}`,
        change: {parameters: {[parameterKey(parameter)]: value}},
      })),
    );
  return [...inParameters, ...bodyBreaches(operation)].map(({what, change}) => ({
    operation,
    purpose: what,
    change,
    expects,
    aim: 'limit',
  }));
}

function bodyBreaches(operation: Operation) {
  const [media] = operation.requestBody?.content ?? [];
  const typed = chosenBody(initialValues(operation));
  if (!media || bodyKind(media.type) !== 'json' || typed?.type !== 'text') {
    return [];
  }
  const schema = media.schema ?? true;
  const start: Json = JSON.parse(typed.text);
  return within(operation, schema, start, [])
    .filter(({value}) => validateSchema(operation, schema, value, undefined, 'request').length > 0)
    .map(({what, value}) => ({what, change: {body: value}}));
}

/** Each violation within an object, as the whole body that contains it. */
function within(
  operation: Operation,
  schema: Schema,
  start: Json,
  path: readonly string[],
): readonly Breach[] {
  const merged = mergedSchema(operation, schema);
  if (typeof start !== 'object' || start === null || Array.isArray(start) || path.length > DEEPEST) {
    return [];
  }
  const object: {readonly [name: string]: Json} = Object.fromEntries(Object.entries(start));
  const properties = Object.entries(merged.properties ?? {}).filter(
    ([, property]) => !isLeftOut(operation, mergedSchema(operation, property), 'request'),
  );
  const place = (name: string): string => [...path, name].join('.');
  const missing = properties
    .filter(([name]) => merged.required?.includes(name))
    .map(([name]) => ({
      what: `without ${place(name)}, which is required`,
      value: Object.fromEntries(Object.entries(object).filter(([other]) => other !== name)),
    }));
  const unknown =
    merged.additionalProperties === false
      ? [
          {
            what: `with ${place('undocumented_member')}, which is not documented`,
            value: {...object, undocumented_member: 1},
          },
        ]
      : [];
  const inside = properties.flatMap(([name, property]) => {
    const own = ownMember(object, name) ?? valueOf(operation, property, {direction: 'request', as: 'start'});
    return [
      ...breaches(operation, property, false).map(({what, value}) => ({
        what: `${place(name)} ${what}`,
        value,
      })),
      ...within(operation, property, own, [...path, name]),
    ].map(({what, value}) => ({what, value: {...object, [name]: value}}));
  });
  return [...missing, ...unknown, ...inside];
}

/**
 * One value for each rule of a schema that violates only this rule. Parameters are text, which satisfies more schemas.
 */
function breaches(operation: Operation, schema: Schema, isText: boolean): readonly Breach[] {
  const merged = mergedSchema(operation, schema);
  const type = typesOf(merged)[0] ?? 'null';
  const listed = listedValues(merged);
  if (isFile(merged) || merged.oneOf || merged.anyOf) {
    return [];
  }
  if (listed) {
    const value = 'not_documented';
    return typesOf(merged).includes('string') || isText
      ? [{what: `"${value}", which is not among its values`, value}]
      : [];
  }
  switch (type) {
    case 'integer':
    case 'number':
      return [...numberBreaches(merged), {what: 'that is no number', value: 'text'}];
    case 'string':
      return [...textBreaches(merged), ...(isText ? [] : [{what: 'that is no string', value: {}}])];
    case 'boolean':
      return [{what: 'that is neither true nor false', value: 'text'}];
    case 'array':
      return isText ? [] : [...listBreaches(operation, merged), {what: 'that is no list', value: 'text'}];
    case 'object':
      return isText ? [] : [{what: 'that is no object', value: 'text'}];
    case 'null':
      return [];
  }
}

function numberBreaches({minimum, maximum}: SchemaObject): readonly Breach[] {
  return [
    ...(maximum === undefined
      ? []
      : [{what: `${maximum + 1}, above its maximum ${maximum}`, value: maximum + 1}]),
    ...(minimum === undefined
      ? []
      : [{what: `${minimum - 1}, below its minimum ${minimum}`, value: minimum - 1}]),
  ];
}

function textBreaches({minLength = 0, maxLength, format, pattern}: SchemaObject): readonly Breach[] {
  const tooLong =
    maxLength !== undefined && maxLength < LONGEST && format === undefined && pattern === undefined
      ? [{what: `of ${maxLength + 1} characters, above its ${maxLength}`, value: 'a'.repeat(maxLength + 1)}]
      : [];
  const tooShort = minLength === 1 ? [{what: 'that is empty', value: ''}] : [];
  const isKnown = /^(email|date-time|date|time|uuid|uri|ipv4|ipv6)$/.test(format ?? '');
  return [
    ...tooLong,
    ...tooShort,
    ...(isKnown ? [{what: `that is no ${format}`, value: 'not of its format'}] : []),
  ];
}

function listBreaches(
  operation: Operation,
  {maxItems, minItems, items = true}: SchemaObject,
): readonly Breach[] {
  const item = valueOf(operation, items, {direction: 'request', as: 'start'});
  return [
    ...(maxItems !== undefined && maxItems < LONGEST && validateSchema(operation, items, item).length === 0
      ? [
          {
            what: `of ${maxItems + 1} items, above its ${maxItems}`,
            value: Array.from({length: maxItems + 1}, () => item),
          },
        ]
      : []),
    ...(minItems === 1 ? [{what: 'that is empty', value: []}] : []),
  ];
}
