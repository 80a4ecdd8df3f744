import {withDigits} from '../../api/digits';
import {entrySchema, itemSchema, memberSchema} from '../../api/schema/childSchemas';
import {isLeftOut} from '../../api/schema/direction';
import {isNever, isNullable, mergedSchema, typesOf} from '../../api/schema/mergedSchema';
import {isChoiceOfValues} from '../../api/schema/namedValues';
import type {Operation, Schema, SchemaObject, SchemaType} from '../../api/operation';
import {choiceOf} from '../../api/schema/choices';
import {allowsType, distance, NO_FIT} from './fit';
import {jsonNode, type JsonNode, type JsonPath} from '../json/jsonText';
import {optionsOf, withNullOption} from './fieldOptions';
import {addressWithin, type FieldKind, type FormField} from './formField';
import {conditionsInWords} from '../../api/schema/conditionsInWords';
import {limitsInWords, ruleInWords} from '../../api/schema/rulesInWords';
import {textOf} from '../values';

export interface FormOptions {
  /** The address of the value, such as `body`. */
  readonly base: string;
  readonly name: string;
  readonly required?: boolean;
  /** The branches that were chosen, for values that fit several. */
  readonly chosen?: ReadonlyMap<string, number>;
}

type Schemas = Pick<Operation, 'schemas' | 'digits'>;

interface Place {
  readonly path: JsonPath;
  readonly at: string;
  readonly name: string;
  readonly required: boolean;
}

/** The field of a whole JSON text. */
export function formField(
  operation: Schemas,
  schema: Schema,
  text: string | undefined,
  {base, name, required = true, chosen = new Map()}: FormOptions,
): FormField {
  const node = text === undefined ? undefined : jsonNode(text);
  return createBuilder(operation, chosen)(schema, node, {path: [], at: base, name, required}, []);
}

type Build = (
  schema: Schema,
  node: JsonNode | undefined,
  place: Place,
  chain: readonly Schema[],
) => FormField;

const allTypes: readonly SchemaType[] = ['string', 'number', 'boolean', 'object', 'array', 'null'];

function createBuilder(operation: Schemas, picked: ReadonlyMap<string, number>): Build {
  function field(
    schema: Schema,
    node: JsonNode | undefined,
    place: Place,
    chain: readonly Schema[],
  ): FormField {
    const merged = mergedSchema(operation, schema);
    const choice = isChoiceOfValues(operation, merged) ? undefined : choiceOf(operation, merged, chain);
    const [only] = choice?.branches ?? [];
    if (choice?.branches.length === 1 && only) {
      const isNull = choice.nullable && node?.type === 'null';
      const single = field(only.schema, isNull ? undefined : node, place, [...chain, only.source]);
      return choice.nullable ? withNull(operation, single, isNull) : single;
    }
    return {
      ...place,
      ...described(merged),
      rule: withDigits(operation, ruleInWords(merged)),
      limits: withDigits(operation, limitsInWords(merged)),
      conditions: withDigits(operation, conditionsInWords(operation, merged)),
      deprecated: merged.deprecated === true,
      nullable: isNullable(merged) || choice?.nullable === true,
      ...(merged.default === undefined ? {} : {placeholder: withDigits(operation, textOf(merged.default))}),
      ...(node === undefined ? {} : {text: node.text}),
      schema: merged,
      kind:
        choice && choice.branches.length > 1
          ? branchesOf(choice.branches, choice.nullable, node, place, chain)
          : kindOf(merged, node, place, chain),
    };
  }

  function kindOf(
    schema: SchemaObject,
    node: JsonNode | undefined,
    place: Place,
    chain: readonly Schema[],
  ): FieldKind {
    const options = optionsOf(operation, schema);
    if (options && (options.length > 0 || !node)) {
      return {type: 'enum', options};
    }
    const types = typesOf(schema);
    const known = types.length > 0 ? types : isNullable(schema) ? [] : allTypes;
    if (known.length > 1) {
      return typesAsBranches(schema, known, node, place, chain);
    }
    const [type = 'null'] = known;
    if (node?.type === 'null' && (isNullable(schema) || type === 'null')) {
      return {type: 'null'};
    }
    if (node && !allowsType(schema, node) && !isBeingTyped(type, node)) {
      return {type: 'misfit'};
    }
    switch (type) {
      case 'string':
        return {type: 'text', ...formatOf(schema), long: (schema.maxLength ?? 0) > 500};
      case 'number':
      case 'integer':
        return {type: 'number', integer: type === 'integer', negative: !((schema.minimum ?? -1) >= 0)};
      case 'boolean':
        return {type: 'enum', options: withNullOption(schema, [{text: 'true'}, {text: 'false'}])};
      case 'array':
        return arrayOf(schema, node, place);
      case 'object':
        return objectOf(schema, node, place);
      case 'null':
        return {type: 'enum', options: [{text: 'null'}]};
    }
  }

  /** Whether a request contains the member: `readOnly` values come from the server, and `false` allows nothing. */
  function isSent(schema: Schema): boolean {
    return !isLeftOut(operation, schema, 'request') && !isNever(mergedSchema(operation, schema));
  }

  function objectOf(schema: SchemaObject, node: JsonNode | undefined, place: Place): FieldKind {
    const {properties = {}, required = [], additionalProperties} = schema;
    const further = (name: string): Schema => entrySchema(schema, name);
    const members = node?.members ?? new Map<string, JsonNode>();
    const member = (name: string, of: Schema): FormField =>
      field(
        of,
        members.get(name),
        within(place, name, name === '' ? '""' : name, required.includes(name)),
        [],
      );
    const named = Object.keys(properties)
      .map(name => [name, memberSchema(schema, name)] as const)
      .filter(([name, property]) => members.has(name) || isSent(property));
    const names = new Set([...named.map(([name]) => name), ...required]);
    const declared = [
      ...named,
      ...required
        .filter(name => !Object.hasOwn(properties, name) && (members.has(name) || isSent(further(name))))
        .map(name => [name, further(name)] as const),
    ];
    const open =
      (additionalProperties !== undefined && !isNever(mergedSchema(operation, additionalProperties))) ||
      schema['patternProperties'] !== undefined ||
      (additionalProperties !== false &&
        (declared.length === 0 || (schema.minProperties ?? 0) > declared.length));
    return {
      type: 'object',
      fields: node ? declared.map(([name, of]) => member(name, of)) : [],
      entries: [...members.keys()].filter(name => !names.has(name)).map(name => member(name, further(name))),
      open,
    };
  }

  function arrayOf(schema: SchemaObject, node: JsonNode | undefined, place: Place): FieldKind {
    const written = node?.items ?? [];
    return {
      type: 'array',
      items: written.map((item, index) =>
        field(itemSchema(schema, index), item, within(place, index, `${place.name} ${index + 1}`, true), []),
      ),
      open: !isNever(mergedSchema(operation, itemSchema(schema, written.length))),
    };
  }

  function branchesOf(
    branches: readonly {readonly label: string; readonly source: Schema; readonly schema: Schema}[],
    nullable: boolean,
    node: JsonNode | undefined,
    place: Place,
    chain: readonly Schema[],
  ): FieldKind {
    const offered = [
      ...branches,
      ...(nullable ? [{label: 'null', source: null, schema: {const: null}}] : []),
    ];
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

  function typesAsBranches(
    schema: SchemaObject,
    types: readonly SchemaType[],
    node: JsonNode | undefined,
    place: Place,
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

  return field;
}

function within(place: Place, step: string | number, name: string, required: boolean): Place {
  return {path: [...place.path, step], at: addressWithin(place.at, step), name, required};
}

/** The field of a value that may also be `null`. */
function withNull(operation: Schemas, field: FormField, isNull: boolean): FormField {
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

function described({description}: SchemaObject): {readonly description?: string} {
  return description === undefined ? {} : {description};
}

function formatOf({format, contentEncoding}: SchemaObject): {readonly format?: string} {
  const known = contentEncoding === 'base64' ? 'byte' : format;
  return known === undefined ? {} : {format: known};
}

/** An unfinished number is kept as text, so that nothing typed is lost. */
function isBeingTyped(type: SchemaType, node: JsonNode): boolean {
  return (type === 'number' || type === 'integer' || type === 'boolean') && isScalar(node);
}

function isScalar({type}: JsonNode): boolean {
  return type === 'string' || type === 'number' || type === 'boolean';
}
