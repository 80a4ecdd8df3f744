import type {SchemaObject, SchemaType} from '../operation';
import type {SchemaView} from './schemaView';

/** Keywords by which a value that was made of its parts may still not fit. */
const askedOfWhole = [
  'const',
  'enum',
  'examples',
  'default',
  'oneOf',
  'anyOf',
  'allOf',
  'not',
  'if',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'multipleOf',
  'minItems',
  'uniqueItems',
  'contains',
  'unevaluatedItems',
  'propertyNames',
  'patternProperties',
  'minProperties',
  'maxProperties',
  'dependentRequired',
  'dependentSchemas',
  'unevaluatedProperties',
] as const;

/** Whether a value that was made for a merged schema has to be judged, since its parts do not tell whether it fits. */
export function isAsked(schema: SchemaObject): boolean {
  return schema.additionalProperties === false || askedOfWhole.some(keyword => schema[keyword] !== undefined);
}

const speaking: readonly (readonly [SchemaType, readonly string[]])[] = [
  ['object', ['properties', 'required', 'additionalProperties', 'minProperties', 'patternProperties']],
  ['array', ['items', 'prefixItems', 'minItems', 'contains']],
  ['string', ['format', 'pattern', 'minLength', 'contentEncoding']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
];

/** The type of which a schema speaks without saying so. */
export function impliedType(schema: SchemaObject): SchemaType | undefined {
  return speaking.find(([, keywords]) => keywords.some(keyword => schema[keyword] !== undefined))?.[0];
}

/** Whether objects of a schema are maps: it says what members hold, and names none. */
export function isMap({properties, additionalProperties, patternProperties}: SchemaObject): boolean {
  return (
    properties === undefined && (typeof additionalProperties === 'object' || patternProperties !== undefined)
  );
}

/** Names of members, with those that must be there where these are (JSON Schema 2020-12 Validation §6.5.4). */
export function withDependent(
  {dependentRequired}: SchemaObject,
  names: readonly string[],
): readonly string[] {
  const lists = new Map(Object.entries(dependentRequired ?? {}));
  const found = new Set(names);
  for (const name of found) {
    const others: unknown = lists.get(name);
    (Array.isArray(others) ? others : []).forEach(other => found.add(String(other)));
  }
  return [...found];
}

/** The schema with the members of one set alone, of those of which one must be there and no other may. */
export function withOneSet(
  {oneOf: _one, anyOf: _any, properties = {}, required = [], ...rest}: SchemaObject,
  {exactly, sets: [first = [], ...others]}: NonNullable<SchemaView['oneOfThese']>,
): SchemaObject {
  const left = new Set(exactly ? others.flat().filter(name => !first.includes(name)) : []);
  return {
    ...rest,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !left.has(name))),
    required: [...new Set([...required, ...first])],
  };
}
