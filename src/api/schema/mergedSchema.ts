import {isJson} from '../http/mediaType';
import type {Json, Operation, Schema, SchemaObject, SchemaType} from '../operation';
import {resolveSchema} from './schema';

type Schemas = Pick<Operation, 'schemas'>;

/** Keywords that hold schemas or rules of which each must hold: what two parts say is kept side by side in `allOf`. */
const independent = ['oneOf', 'anyOf', 'not', 'if', 'pattern', 'multipleOf'] as const;
const nested = ['items', 'additionalProperties', 'propertyNames', 'contains'] as const;
const lowerLimits = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'] as const;
const upperLimits = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'] as const;

const anything: SchemaObject = {};

/** What no value fits, as an object: the schema `false`. */
const nothing: SchemaObject = {not: {}};

/**
 * A schema as the form sees it: references resolved and `allOf` folded in, so that the rules of all parts hold together.
 * `true` becomes an empty schema. `allOf` is left where two parts ask for a choice each.
 */
export function mergedSchema({schemas}: Schemas, schema: Schema): SchemaObject {
  if (typeof schema === 'boolean') {
    return schema ? anything : nothing;
  }
  const known = merged.get(schemas) ?? new WeakMap<SchemaObject, SchemaObject>();
  merged.set(schemas, known);
  const found = known.get(schema) ?? merge({schemas}, schema, []);
  known.set(schema, found);
  return found;
}

/** What was merged, by the named schemas and the schema: a list asks for each of its items, and a form at every key. */
const merged = new WeakMap<Operation['schemas'], WeakMap<SchemaObject, SchemaObject>>();

/** The types a schema allows besides `null`; empty when it does not say. */
export function typesOf({type, properties, items, enum: values}: SchemaObject): readonly SchemaType[] {
  if (type !== undefined) {
    return (typeof type === 'string' ? [type] : type).filter(name => name !== 'null');
  }
  if (properties !== undefined) {
    return ['object'];
  }
  if (items !== undefined) {
    return ['array'];
  }
  return values?.every(value => typeof value === 'string') ? ['string'] : [];
}

/** The values that a schema lists, by `const` or `enum`; undefined where it lists none. */
export function listedValues({const: constant, enum: values}: SchemaObject): readonly Json[] | undefined {
  return constant === undefined ? values : [constant];
}

/** Whether the schema's `type` allows `null`. */
export function isNullable({type}: SchemaObject): boolean {
  return type === 'null' || (typeof type === 'object' && type.includes('null'));
}

/** Whether no value at all can fit, as a schema that is `false`. */
export function isNever(schema: SchemaObject): boolean {
  return schema.not === true || (typeof schema.not === 'object' && Object.keys(schema.not).length === 0);
}

/** Whether values of a schema are bytes: OpenAPI 3.1 §4.8.14.4, and `format: binary` of 3.0. */
export function isFile({format, contentMediaType, contentEncoding, type}: SchemaObject): boolean {
  return (
    format === 'binary' ||
    (contentEncoding === undefined &&
      contentMediaType !== undefined &&
      !contentMediaType.startsWith('text/') &&
      !isJson(contentMediaType) &&
      [type ?? 'string'].flat().includes('string'))
  );
}

function merge(operation: Schemas, schema: Schema, seen: readonly Schema[]): SchemaObject {
  const resolved = resolveSchema(operation, schema);
  if (typeof resolved === 'boolean' || seen.includes(schema)) {
    return resolved === false ? nothing : {};
  }
  const {allOf = [], ...own} = resolved;
  return allOf
    .map(part => merge(operation, part, [...seen, schema]))
    .reduceRight((merged, part) => both(part, merged), own);
}

/** Two schemas that both hold; where they describe rather than constrain, the second wins. */
function both(first: SchemaObject, second: SchemaObject): SchemaObject {
  const required = [...new Set([...(first.required ?? []), ...(second.required ?? [])])];
  const apart = independent
    .filter(keyword => first[keyword] !== undefined && second[keyword] !== undefined)
    .filter(keyword => JSON.stringify(first[keyword]) !== JSON.stringify(second[keyword]))
    .map(keyword => ({
      [keyword]: first[keyword],
      ...(keyword === 'if' ? {then: first['then'], else: first['else']} : {}),
    }));
  const allOf = [...(first.allOf ?? []), ...(second.allOf ?? []), ...apart];
  return {
    ...first,
    ...second,
    ...bothTypes(first, second),
    ...limits(first, second, lowerLimits, Math.max),
    ...limits(first, second, upperLimits, Math.min),
    ...bothEnums(first.enum, second.enum),
    ...Object.fromEntries(
      nested.flatMap(keyword => {
        const [one, other] = [asSchema(first[keyword]), asSchema(second[keyword])];
        return one === undefined || other === undefined ? [] : [[keyword, bothSchemas(one, other)]];
      }),
    ),
    ...bothTuples(first, second),
    ...bothMaps(first, second, 'properties'),
    ...bothMaps(first, second, 'patternProperties'),
    ...(required.length > 0 ? {required} : {}),
    ...(allOf.length > 0 ? {allOf} : {}),
  };
}

function bothTypes(first: SchemaObject, second: SchemaObject): SchemaObject {
  if (first.type === undefined || second.type === undefined) {
    return {};
  }
  const [ones, others] = [[first.type].flat(), [second.type].flat()];
  const includes = (types: readonly SchemaType[], type: SchemaType): boolean =>
    types.includes(type) || (type === 'integer' && types.includes('number'));
  const common = [
    ...ones.filter(type => includes(others, type)),
    ...others.filter(type => !ones.includes(type) && includes(ones, type)),
  ];
  const [only] = common;
  return common.length === 1 && only !== undefined ? {type: only} : common.length > 1 ? {type: common} : {};
}

function bothEnums(first?: readonly Json[], second?: readonly Json[]): SchemaObject {
  if (!first || !second) {
    return {};
  }
  const texts = new Set(first.map(value => JSON.stringify(value)));
  return {enum: second.filter(value => texts.has(JSON.stringify(value)))};
}

function limits(
  first: SchemaObject,
  second: SchemaObject,
  keywords: readonly (keyof SchemaObject)[],
  stricter: (one: number, other: number) => number,
): SchemaObject {
  return Object.fromEntries(
    keywords.flatMap(keyword => {
      const [one, other] = [first[keyword], second[keyword]];
      return typeof one === 'number' && typeof other === 'number' ? [[keyword, stricter(one, other)]] : [];
    }),
  );
}

function bothMaps(
  first: SchemaObject,
  second: SchemaObject,
  keyword: 'properties' | 'patternProperties',
): SchemaObject {
  const [ones, others] = [schemaMap(first[keyword]), schemaMap(second[keyword])];
  const names = [...new Set([...ones.keys(), ...others.keys()])];
  const entries = names.map(name => {
    const [one, other] = [ones.get(name), others.get(name)];
    return [name, one === undefined || other === undefined ? (one ?? other) : bothSchemas(one, other)];
  });
  return entries.length > 0 ? {[keyword]: Object.fromEntries(entries)} : {};
}

/** Where one part has items by their place and the other does not, its `items` are asked of these too. */
function bothTuples(first: SchemaObject, second: SchemaObject): SchemaObject {
  const length = Math.max(first.prefixItems?.length ?? 0, second.prefixItems?.length ?? 0);
  const itemAt = ({prefixItems = [], items = true}: SchemaObject, index: number): Schema =>
    prefixItems[index] ?? items;
  return length === 0
    ? {}
    : {prefixItems: Array.from({length}, (_, at) => bothSchemas(itemAt(first, at), itemAt(second, at)))};
}

function bothSchemas(one: Schema, other: Schema): Schema {
  return one === other || one === true ? other : other === true ? one : {allOf: [one, other]};
}

/** The schemas of a keyword such as `patternProperties`, by name. */
export function schemaMap(value: unknown): ReadonlyMap<string, Schema> {
  return new Map(
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, item]) => {
          const schema = asSchema(item);
          return schema === undefined ? [] : [[name, schema] as const];
        })
      : [],
  );
}

/** The schema that a keyword holds, when it holds one. */
export function asSchema(value: unknown): Schema | undefined {
  return typeof value === 'boolean' || isSchemaObject(value) ? value : undefined;
}

function isSchemaObject(value: unknown): value is SchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
