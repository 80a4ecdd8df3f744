import {fromMembers, isObject, items, members, type JsonObject} from '../json';
import {ecmaPattern} from './ecmaPattern';

/** What a keyword may hold: the value as it is meant, or undefined where nothing can be made of it. */
type Sound = (value: unknown) => unknown;

/**
 * The keywords of one schema object of which the value is of the kind that they ask for, as nobody can tell what others
 * mean: a `required: true` on a property, or a `pattern` that is no regular expression. A number in quotes, a type in
 * capitals, a list of `items` by place and the like are read as they are meant.
 */
export function soundKeywords(schema: JsonObject): JsonObject {
  const {items: item, additionalItems, ...rest} = schema;
  const placed =
    Array.isArray(item) && rest['prefixItems'] === undefined
      ? {prefixItems: item, items: additionalItems}
      : {};
  return fromMembers(
    members({...schema, ...placed}).flatMap(([keyword, value]) => {
      const sound = Object.hasOwn(kinds, keyword) ? kinds[keyword] : undefined;
      const meant = sound ? sound(value) : value;
      return meant === undefined ? [] : [[keyword, meant] as const];
    }),
  );
}

const typeNames = ['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'];

const kinds: Readonly<Record<string, Sound>> = {
  $ref: isText,
  type,
  title: isText,
  description: isText,
  format: isText,
  pattern: value => (typeof value === 'string' ? ecmaPattern(value) : undefined),
  contentMediaType: isText,
  contentEncoding: isText,
  enum: value => (Array.isArray(value) && value.length > 0 ? value : undefined),
  required: names,
  properties: isMap,
  patternProperties: value =>
    isObject(value)
      ? fromMembers(
          members(value).flatMap(([name, schema]) => {
            const pattern = ecmaPattern(name);
            return pattern === undefined ? [] : [[pattern, schema]];
          }),
        )
      : undefined,
  dependentSchemas: isMap,
  dependentRequired: isMap,
  $defs: isMap,
  items: isSchema,
  additionalProperties: isSchema,
  not: isSchema,
  if: isSchema,
  then: isSchema,
  else: isSchema,
  contains: isSchema,
  propertyNames: isSchema,
  unevaluatedItems: isSchema,
  unevaluatedProperties: isSchema,
  contentSchema: isSchema,
  allOf: schemas,
  anyOf: schemas,
  oneOf: schemas,
  prefixItems: schemas,
  examples,
  discriminator,
  minimum: number,
  maximum: number,
  exclusiveMinimum: value => (typeof value === 'boolean' ? value : number(value)),
  exclusiveMaximum: value => (typeof value === 'boolean' ? value : number(value)),
  multipleOf: value => (Number(number(value)) > 0 ? number(value) : undefined),
  minLength: count,
  maxLength: count,
  minItems: count,
  maxItems: count,
  minContains: count,
  maxContains: count,
  minProperties: count,
  maxProperties: count,
  uniqueItems: flag,
  readOnly: flag,
  writeOnly: flag,
  deprecated: flag,
  nullable: flag,
};

function isText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isMap(value: unknown): unknown {
  return isObject(value) ? value : undefined;
}

function isSchema(value: unknown): unknown {
  return isObject(value) || typeof value === 'boolean' ? value : undefined;
}

function schemas(value: unknown): unknown {
  const sound = items(value).filter(item => isSchema(item) !== undefined);
  return sound.length > 0 ? sound : undefined;
}

function type(value: unknown): unknown {
  const named = (Array.isArray(value) ? items(value) : [value]).flatMap(name => {
    const written = name === null ? 'null' : String(name).toLowerCase();
    return typeNames.find(known => known === written) ?? [];
  });
  // Of several, one that nobody knows may be the one that counts.
  const isWhole = named.length > 0 && named.length === (Array.isArray(value) ? value.length : 1);
  return isWhole ? (Array.isArray(value) ? named : named[0]) : undefined;
}

function names(value: unknown): unknown {
  const texts = items(value).filter(name => typeof name === 'string');
  return Array.isArray(value) && (texts.length > 0 || value.length === 0) ? texts : undefined;
}

/** Named ones, as a media type has them, are a list here. */
function examples(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value;
  }
  const named = members(value).map(([, example]) =>
    isObject(example) && 'value' in example ? example['value'] : example,
  );
  return named.length > 0 ? named : undefined;
}

/** In OpenAPI 2.0 it was the name of the property alone. */
function discriminator(value: unknown): unknown {
  if (typeof value === 'string') {
    return {propertyName: value};
  }
  return isObject(value) && typeof value['propertyName'] === 'string' ? value : undefined;
}

function number(value: unknown): number | undefined {
  const meant = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof meant === 'number' && Number.isFinite(meant) ? meant : undefined;
}

function count(value: unknown): number | undefined {
  const meant = number(value);
  return meant !== undefined && meant >= 0 && Number.isInteger(meant) ? meant : undefined;
}

function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : value === 'true' ? true : undefined;
}
