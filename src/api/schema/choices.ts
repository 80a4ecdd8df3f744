import {isNullable, listedValues, mergedSchema, typesOf} from './mergedSchema';
import type {Operation, Schema, SchemaObject} from '../operation';
import {schemaName} from './schema';
import {translate} from '../../words';
import {ruleInWords} from './rulesInWords';

type Schemas = Pick<Operation, 'schemas'>;

/** One branch of a choice. */
export interface Branch {
  readonly label: string;
  /** The branch as the document writes it. */
  readonly source: Schema;
  /** All that holds once the branch is chosen: the branch, and what stands beside the choice. */
  readonly schema: Schema;
}

export interface Choice {
  readonly branches: readonly Branch[];
  /** Whether `null` is allowed beside the branches. */
  readonly nullable: boolean;
}

/**
 * The first choice that a merged schema asks for, by `oneOf` or `anyOf`; further ones come with the schemas of its branches.
 * A branch that allows nothing but `null` is no branch: the value may be `null`. `chain` are branches chosen for the same
 * value already, which a schema that recurs offers again.
 */
export function choiceOf(
  operation: Schemas,
  schema: SchemaObject,
  chain: readonly Schema[] = [],
): Choice | undefined {
  const found = firstChoice(schema);
  if (!found) {
    return undefined;
  }
  const {sources, rest} = found;
  const all = sources
    .filter(source => !chain.includes(source))
    .map(source => ({source, merged: mergedSchema(operation, source)}));
  const tags = all.map(({merged}) => tagOf(operation, schema, merged));
  const branches = all.flatMap(({source, merged}, index) =>
    isOnlyNull(merged)
      ? []
      : [
          {
            label:
              labelOf(source, merged, onlyOf(tags, index)) ??
              translate({id: 'formField.choice', message: 'Choice {number}'}, {number: index + 1}),
            source,
            schema: {allOf: [source, rest]},
          },
        ],
  );
  return {branches, nullable: branches.length < all.length};
}

function firstChoice(
  schema: SchemaObject,
): {readonly sources: readonly Schema[]; readonly rest: SchemaObject} | undefined {
  const {oneOf, anyOf, allOf = [], discriminator: _named, ...rest} = schema;
  if (oneOf && oneOf.length > 0) {
    return {sources: oneOf, rest: {...rest, ...(anyOf ? {anyOf} : {}), ...(allOf.length > 0 ? {allOf} : {})}};
  }
  return anyOf && anyOf.length > 0
    ? {sources: anyOf, rest: {...rest, ...(allOf.length > 0 ? {allOf} : {})}}
    : undefined;
}

function isOnlyNull(schema: SchemaObject): boolean {
  return (
    schema.const === null ||
    (isNullable(schema) && typesOf(schema).length === 0) ||
    (schema.enum?.length === 1 && schema.enum[0] === null)
  );
}

/** The values by which a discriminator tells this branch, as the branch says them itself (OpenAPI 3.1 §4.8.25). */
function tagOf(
  operation: Schemas,
  {discriminator}: SchemaObject,
  {properties = {}}: SchemaObject,
): string | undefined {
  const name = discriminator?.propertyName ?? '';
  const property = Object.hasOwn(properties, name) ? (properties[name] ?? true) : true;
  return listedValues(mergedSchema(operation, property))?.map(String).join(', ');
}

/** A tag that tells a branch apart: one that no other has. */
function onlyOf(tags: readonly (string | undefined)[], index: number): string | undefined {
  const tag = tags[index];
  return tags.some((other, at) => other === tag && at !== index) ? undefined : tag;
}

function labelOf(source: Schema, merged: SchemaObject, tag: string | undefined): string | undefined {
  const name = typeof source === 'object' && source.$ref !== undefined ? schemaName(source.$ref) : undefined;
  const asked = merged.required
    ? translate({id: 'formField.with', message: 'with {names}'}, {names: merged.required.join(', ')})
    : undefined;
  const rule = ruleInWords(merged);
  const words = [
    merged.title,
    tag,
    name,
    merged.const === undefined ? undefined : JSON.stringify(merged.const),
    // That a branch is an object tells it from no other.
    ...(merged.properties ? [asked, rule] : [rule, asked]),
  ];
  return words.find(text => text !== undefined && text !== '');
}
