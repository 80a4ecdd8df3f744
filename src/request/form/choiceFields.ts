import {withDigits} from '../../api/digits';
import type {Schema, SchemaObject, SchemaType} from '../../api/operation';
import {isNullable, mergedSchema} from '../../api/schema/mergedSchema';
import {ruleInWords} from '../../api/schema/rulesInWords';
import type {JsonNode} from '../json/jsonText';
import {withNullOption} from './fieldOptions';
import {allowsType, distance, NO_FIT} from './fit';
import type {BuildField, FieldKind, FieldPlace, FormField, Schemas} from './formField';

/** What the fields of a choice are made with. */
interface Choices {
  readonly operation: Schemas;
  /** The branches that the reader has chosen. */
  readonly picked: ReadonlyMap<string, number>;
  readonly field: BuildField;
}

/** A choice between schemas: the chosen one if the value fits it, else the one that fits best. */
export function branchesOf(
  {operation, picked, field}: Choices,
  branches: readonly {readonly label: string; readonly source: Schema; readonly schema: Schema}[],
  nullable: boolean,
  node: JsonNode | undefined,
  place: FieldPlace,
  chain: readonly Schema[],
): FieldKind {
  const offered = [...branches, ...(nullable ? [{label: 'null', source: null, schema: {const: null}}] : [])];
  const key = `${place.at}#${chain.length}`;
  const merged = offered.map(({schema}) => mergedSchema(operation, schema));
  const distances = merged.map(schema => distance(operation, schema, node));
  const pick = picked.get(key);
  const fits = pick !== undefined && (distances[pick] ?? NO_FIT) < NO_FIT;
  const chosen = fits ? pick : distances.indexOf(Math.min(...distances));
  const branch = offered[chosen];
  return {
    type: 'choice',
    ofTypes: false,
    key,
    branches: offered.map(({label, schema}) => ({label, schema})),
    ...(node && branch
      ? {
          chosen,
          field: field(
            branch.schema,
            node,
            place,
            branch.source === null ? chain : [...chain, branch.source],
          ),
        }
      : {}),
  };
}

/** A choice between the types of one schema. */
export function typesAsBranches(
  {field}: Choices,
  schema: SchemaObject,
  types: readonly SchemaType[],
  node: JsonNode | undefined,
  place: FieldPlace,
  chain: readonly Schema[],
): FieldKind {
  const offered = isNullable(schema) ? [...types, 'null' as const] : types;
  const fitting = offered.findIndex(type => node && allowsType({type}, node));
  const chosen = Math.max(0, fitting);
  const narrowed = (type: SchemaType | undefined): SchemaObject =>
    type === undefined ? schema : {...schema, type};
  return {
    type: 'choice',
    ofTypes: true,
    key: `${place.at}#types`,
    branches: offered.map(type => ({label: type, schema: narrowed(type)})),
    ...(node ? {chosen, field: field(narrowed(offered[chosen]), node, place, chain)} : {}),
  };
}

/** The field of a value that may also be `null`. */
export function withNull(operation: Schemas, field: FormField, isNull: boolean): FormField {
  const {kind, schema} = field;
  return {
    ...field,
    rule: withDigits(operation, ruleInWords(schema, true)),
    nullable: true,
    ...(isNull ? {text: 'null'} : {}),
    kind:
      kind.type === 'enum'
        ? {...kind, options: withNullOption({type: 'null'}, kind.options)}
        : isNull
          ? {type: 'null'}
          : kind,
  };
}
