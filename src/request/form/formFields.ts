import {withDigits} from '../../api/digits';
import {entrySchema, itemSchema, memberSchema} from '../../api/schema/childSchemas';
import {isLeftOut} from '../../api/schema/direction';
import {isNever, isNullable, mergedSchema, typesOf} from '../../api/schema/mergedSchema';
import {isChoiceOfValues} from '../../api/schema/namedValues';
import type {Schema, SchemaObject, SchemaType} from '../../api/operation';
import {choiceOf} from '../../api/schema/choices';
import {branchesOf, typesAsBranches, withNull} from './choiceFields';
import {allowsType} from './fit';
import {jsonNode, type JsonNode} from '../json/jsonText';
import {optionsOf, withNullOption} from './fieldOptions';
import {
  addressWithin,
  type BuildField,
  type FieldKind,
  type FieldPlace,
  type FormField,
  type Schemas,
} from './formField';
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

const allTypes: readonly SchemaType[] = ['string', 'number', 'boolean', 'object', 'array', 'null'];

function createBuilder(operation: Schemas, picked: ReadonlyMap<string, number>): BuildField {
  const choices = {operation, picked, field};

  function field(
    schema: Schema,
    node: JsonNode | undefined,
    place: FieldPlace,
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
          ? branchesOf(choices, choice.branches, choice.nullable, node, place, chain)
          : kindOf(merged, node, place, chain),
    };
  }

  function kindOf(
    schema: SchemaObject,
    node: JsonNode | undefined,
    place: FieldPlace,
    chain: readonly Schema[],
  ): FieldKind {
    const options = optionsOf(operation, schema);
    if (options && (options.length > 0 || !node)) {
      return {type: 'enum', options};
    }
    const types = typesOf(schema);
    const known = types.length > 0 ? types : isNullable(schema) ? [] : allTypes;
    if (known.length > 1) {
      return typesAsBranches(choices, schema, known, node, place, chain);
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

  function objectOf(schema: SchemaObject, node: JsonNode | undefined, place: FieldPlace): FieldKind {
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

  function arrayOf(schema: SchemaObject, node: JsonNode | undefined, place: FieldPlace): FieldKind {
    const written = node?.items ?? [];
    return {
      type: 'array',
      items: written.map((item, index) =>
        field(itemSchema(schema, index), item, within(place, index, `${place.name} ${index + 1}`, true), []),
      ),
      open: !isNever(mergedSchema(operation, itemSchema(schema, written.length))),
    };
  }

  return field;
}

function within(place: FieldPlace, step: string | number, name: string, required: boolean): FieldPlace {
  return {path: [...place.path, step], at: addressWithin(place.at, step), name, required};
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
