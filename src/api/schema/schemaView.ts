import {choiceOf, type Branch} from './choices';
import {isNullable, mergedSchema} from './mergedSchema';
import {isChoiceOfValues} from './namedValues';
import type {Operation, Schema, SchemaObject} from '../operation';

type Schemas = Pick<Operation, 'schemas'>;

/** What a schema says of a value on one level, as it is told to readers. */
export interface SchemaView {
  /** All that holds, whichever branch is taken: `allOf` is folded in, and so is a branch that is the only one. A choice of
   * constants stays: it is a list of values. */
  readonly schema: SchemaObject;
  /** Whether `null` may stand in place of a value. */
  readonly nullable: boolean;
  /** The schema, and each branch that was folded in. */
  readonly sources: readonly Schema[];
  /** The branches of the choice that is left, two or more, or none. */
  readonly branches: readonly Branch[];
  /** The members of which one set must be there: a choice whose branches say nothing but `required`. */
  readonly oneOfThese?: {readonly exactly: boolean; readonly sets: readonly (readonly string[])[]};
}

/** The view of a schema; `chain` are branches of the same value that were taken already (see {@link choiceOf}). */
export function schemaView(operation: Schemas, schema: Schema, chain: readonly Schema[] = []): SchemaView {
  const merged = mergedSchema(operation, schema);
  const nullable = isNullable(merged);
  const oneOfThese = requiredSets(operation, merged);
  if (oneOfThese) {
    return {schema: withoutChoice(merged), nullable, sources: [schema], branches: [], oneOfThese};
  }
  const choice = isChoiceOfValues(operation, merged) ? undefined : choiceOf(operation, merged, chain);
  if (!choice) {
    return {schema: merged, nullable, sources: [schema], branches: []};
  }
  const [only, second] = choice.branches;
  if (only && !second) {
    const view = schemaView(operation, only.schema, [...chain, only.source]);
    return {
      ...view,
      nullable: view.nullable || choice.nullable || nullable,
      sources: [schema, only.source, ...view.sources],
    };
  }
  return {
    schema: withoutChoice(merged),
    nullable: nullable || choice.nullable,
    sources: [schema],
    branches: choice.branches,
  };
}

/** The members of which one set must be there, where the choice of a merged schema says nothing else. */
export function requiredSets(operation: Schemas, schema: SchemaObject): SchemaView['oneOfThese'] {
  const branches = schema.oneOf ?? schema.anyOf ?? [];
  const sets = branches.map(branch => requiredAlone(mergedSchema(operation, branch)));
  return sets.length > 1 && sets.every(names => names !== undefined)
    ? {exactly: schema.oneOf !== undefined, sets}
    : undefined;
}

/** The members that a branch asks for, where it says nothing else. */
function requiredAlone({type, required, ...others}: SchemaObject): readonly string[] | undefined {
  const saysMore = Object.keys(others).some(keyword => keyword !== 'title' && keyword !== 'description');
  return saysMore || (type !== undefined && type !== 'object') ? undefined : required;
}

function withoutChoice({oneOf, anyOf, ...rest}: SchemaObject): SchemaObject {
  return oneOf && anyOf ? {...rest, anyOf} : rest;
}
