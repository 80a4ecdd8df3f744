import type {Operation, Schema, SchemaObject} from '../api/operation';
import {messages} from '../words';
import {textOf} from './initialValues';
import {itemCount, jsonTextAt, memberNames, type JsonPath} from './jsonText';
import {isNullable, mergedSchema, typesOf} from './mergedSchema';
import {ruleInWords} from './ruleInWords';

const say = messages('formField', {body: 'Body', choice: 'Choice {number}'});

/** What a form shows of one value of a JSON body, made from the schema and the text. */
export interface FormField {
  readonly path: JsonPath;
  readonly name: string;
  readonly description?: string;
  readonly rule: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly nullable: boolean;
  /** What holds when the value is left out. */
  readonly placeholder?: string;
  /** The JSON text of the value as it is written; missing when it is left out. */
  readonly text?: string;
  readonly kind: FieldKind;
}

export type FieldKind =
  | {readonly type: 'string'; readonly format?: string; readonly long: boolean}
  | {readonly type: 'number'}
  | {readonly type: 'boolean'}
  /** The options as JSON texts. */
  | {readonly type: 'enum'; readonly options: readonly string[]}
  | {readonly type: 'object'; readonly fields: readonly FormField[]}
  | {readonly type: 'map'; readonly entries: readonly FormField[]}
  | {readonly type: 'array'; readonly items: readonly FormField[]; readonly itemKind: FieldKind['type']}
  | {
      readonly type: 'choice';
      readonly branches: readonly string[];
      readonly chosen: number;
      /** The chosen branch of the same value. */
      readonly field: FormField;
      /** The JSON text that switches to each branch. */
      readonly starts: readonly string[];
    }
  /** Any JSON: the schema says too little for a control. */
  | {readonly type: 'json'};

/** A value nested deeper than this is typed as JSON, so that a schema that recurs makes a form that ends. */
const DEEPEST = 6;

type Schemas = Pick<Operation, 'schemas'>;

/** The field of a whole JSON body. */
export function bodyField(operation: Schemas, schema: Schema, text: string): FormField {
  return fieldAt(operation, schema, text, [], say('body'), true);
}

/** A JSON text that a value of the schema can start from, for a new item or entry. */
export function startText(kind: FieldKind['type']): string {
  switch (kind) {
    case 'string':
    case 'enum':
    case 'choice':
    case 'json':
      return '""';
    case 'number':
      return '0';
    case 'boolean':
      return 'false';
    case 'object':
    case 'map':
      return '{}';
    case 'array':
      return '[]';
  }
}

function fieldAt(
  operation: Schemas,
  schema: Schema,
  source: string,
  path: JsonPath,
  name: string,
  required: boolean,
): FormField {
  const merged = mergedSchema(operation, schema);
  const text = jsonTextAt(source, path);
  return {
    path,
    name,
    ...(merged.description === undefined ? {} : {description: merged.description}),
    rule: ruleInWords(merged),
    required,
    deprecated: merged.deprecated === true,
    nullable: isNullable(merged),
    ...(merged.default === undefined ? {} : {placeholder: textOf(merged.default)}),
    ...(text === undefined ? {} : {text}),
    kind: kindOf(operation, merged, source, path, name, required),
  };
}

function kindOf(
  operation: Schemas,
  schema: SchemaObject,
  source: string,
  path: JsonPath,
  name: string,
  required: boolean,
): FieldKind {
  const branches = schema.oneOf ?? schema.anyOf;
  if (path.length > DEEPEST) {
    return {type: 'json'};
  }
  if (branches) {
    return choiceOf(operation, schema, branches, source, path, name, required);
  }
  if (schema.enum) {
    return {type: 'enum', options: schema.enum.map(value => JSON.stringify(value))};
  }
  if (schema.const !== undefined) {
    return {type: 'enum', options: [JSON.stringify(schema.const)]};
  }
  const types = typesOf(schema);
  const [type = 'null'] = types;
  if (types.length > 1) {
    return {type: 'json'};
  }
  switch (type) {
    case 'string':
      return {
        type: 'string',
        ...(schema.format === undefined ? {} : {format: schema.format}),
        long: (schema.maxLength ?? 0) > 500,
      };
    case 'number':
    case 'integer':
      return {type: 'number'};
    case 'boolean':
      return {type: 'boolean'};
    case 'array':
      return arrayOf(operation, schema, source, path);
    case 'object':
      return objectOf(operation, schema, source, path);
    case 'null':
      return {type: 'json'};
  }
}

function objectOf(operation: Schemas, schema: SchemaObject, source: string, path: JsonPath): FieldKind {
  const properties = Object.entries(schema.properties ?? {}).filter(
    ([, property]) => mergedSchema(operation, property).readOnly !== true,
  );
  if (properties.length > 0) {
    return {
      type: 'object',
      fields: properties.map(([name, property]) =>
        fieldAt(operation, property, source, [...path, name], name, schema.required?.includes(name) === true),
      ),
    };
  }
  return {
    type: 'map',
    entries: memberNames(source, path).map(name =>
      fieldAt(operation, schema.additionalProperties ?? true, source, [...path, name], name, false),
    ),
  };
}

function arrayOf(operation: Schemas, schema: SchemaObject, source: string, path: JsonPath): FieldKind {
  const itemSchema = schema.items ?? true;
  const item = (index: number): FormField =>
    fieldAt(operation, itemSchema, source, [...path, index], `${index + 1}`, true);
  return {
    type: 'array',
    items: Array.from({length: itemCount(source, path)}, (_, index) => item(index)),
    itemKind: item(0).kind.type,
  };
}

function choiceOf(
  operation: Schemas,
  schema: SchemaObject,
  branches: readonly Schema[],
  source: string,
  path: JsonPath,
  name: string,
  required: boolean,
): FieldKind {
  const merged = branches.map(branch => mergedSchema(operation, branch));
  const written = new Set(memberNames(source, path));
  const text = jsonTextAt(source, path);
  const chosen = Math.max(
    0,
    merged.findIndex(branch => fits(branch, written, text, source, path, schema.discriminator?.propertyName)),
  );
  return {
    type: 'choice',
    branches: merged.map(
      (branch, index) => branch.title ?? (ruleInWords(branch) || say('choice', {number: index + 1})),
    ),
    chosen,
    field: fieldAt(operation, branches[chosen] ?? true, source, path, name, required),
    starts: merged.map(branch => startOf(branch)),
  };
}

/** Whether what is written looks like this branch: by discriminator, by required members, else by type. */
function fits(
  branch: SchemaObject,
  written: ReadonlySet<string>,
  text: string | undefined,
  source: string,
  path: JsonPath,
  discriminator: string | undefined,
): boolean {
  const tag = discriminator === undefined ? undefined : mergedConst(branch.properties?.[discriminator]);
  if (discriminator !== undefined && tag !== undefined) {
    return jsonTextAt(source, [...path, discriminator]) === tag;
  }
  const [type] = typesOf(branch);
  if (type !== undefined && type !== typeOfText(text)) {
    return type === 'integer' && typeOfText(text) === 'number';
  }
  return (branch.required ?? []).every(name => written.has(name));
}

function mergedConst(schema: Schema | undefined): string | undefined {
  if (typeof schema !== 'object') {
    return undefined;
  }
  const value = schema.const ?? (schema.enum?.length === 1 ? schema.enum[0] : undefined);
  return value === undefined ? undefined : JSON.stringify(value);
}

function startOf(branch: SchemaObject): string {
  const [type = 'string'] = typesOf(branch);
  if (type !== 'object') {
    return branch.const === undefined
      ? startText(type === 'integer' ? 'number' : type === 'null' ? 'json' : type)
      : JSON.stringify(branch.const);
  }
  const members = (branch.required ?? []).map(name => {
    const property = branch.properties?.[name];
    return `${JSON.stringify(name)}: ${mergedConst(property) ?? '""'}`;
  });
  return `{${members.join(', ')}}`;
}

function typeOfText(text: string | undefined): string | undefined {
  switch (text?.[0]) {
    case undefined:
      return undefined;
    case '{':
      return 'object';
    case '[':
      return 'array';
    case '"':
      return 'string';
    case 't':
    case 'f':
      return 'boolean';
    case 'n':
      return 'null';
    default:
      return 'number';
  }
}
