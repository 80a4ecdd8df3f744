import {getLocation, type Node} from 'jsonc-parser';

import {isLeftOut} from '../../api/schema/direction';
import {isNullable, mergedSchema, typesOf} from '../../api/schema/mergedSchema';
import {namedValues} from '../../api/schema/namedValues';
import type {Json, Operation, Schema, SchemaObject} from '../../api/operation';
import {translate} from '../../words';
import {nodeAt, parseJsonTree, tooDeepAt} from '../json/parseJsonTree';
import {ruleInWords} from '../../api/schema/rulesInWords';
import {valueOf} from '../../api/schema/valueOf';
import {lineBefore, surroundings, tokenAt, type Token} from './completionPlace';
import {schemasAt} from './schemasAt';

type Schemas = Pick<Operation, 'schemas'>;

/** One suggestion at a place of a JSON text. */
export interface Completion {
  readonly type: 'property' | 'value';
  /** How it is displayed: the name of a property, or a value as JSON. */
  readonly label: string;
  /** The JSON text of the name or value alone, which is matched against what is typed. */
  readonly typed: string;
  /** The type and its bounds, or where the value comes from. */
  readonly detail: string;
  readonly description?: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  /** The text that replaces the range. */
  readonly text: string;
  /** The part of `text` that is selected afterwards, to be overwritten. */
  readonly selected: {readonly from: number; readonly to: number};
  /** Whether the selected part has a few allowed values, to be suggested next. */
  readonly choosesNext: boolean;
}

/** The suggestions, required properties first, and the range of the text that each replaces. */
export interface Completions {
  readonly from: number;
  readonly to: number;
  /** The comma that is missing after the value before. */
  readonly comma?: {readonly at: number; readonly text: string};
  readonly options: readonly Completion[];
}

/**
 * What the schema allows at an offset of a JSON text, which may have comments and be incomplete; undefined if nothing.
 */
export function completionsAt(
  text: string,
  offset: number,
  operation: Schemas,
  schema: Schema,
): Completions | undefined {
  if (tooDeepAt(text) !== undefined) {
    return undefined;
  }
  const location = getLocation(text, offset);
  const token = tokenAt(text, offset, location);
  const around = token && surroundings(text, token);
  const innermost = location.path.at(-1);
  if (!token || !around || (around.endOfValue !== undefined && innermost === undefined)) {
    return undefined;
  }
  const isKey =
    typeof innermost === 'string' &&
    (location.isAtPropertyKey || token.type === 'property' || around.endOfValue !== undefined);
  const path = isKey ? location.path.slice(0, -1) : location.path;
  const tree = parseJsonTree(text, [], {allowTrailingComma: true});
  const schemas = schemasAt(operation, schema, path, {tree, offset});
  const indent = /^[ \t]*/.exec(lineBefore(text, token.from))?.[0] ?? '';
  const options = isKey
    ? propertyOptions({
        operation,
        schemas,
        taken: memberNames(tree, path),
        text,
        token,
        after: around.after,
        indent,
      })
    : valueOptions(operation, schemas, indent);
  return options.length === 0
    ? undefined
    : {
        from: token.from,
        to: token.to,
        ...(around.endOfValue === undefined
          ? {}
          : {comma: {at: around.endOfValue, text: around.endOfValue === token.from ? ', ' : ','}}),
        options,
      };
}

/** The names of an object's members. */
function memberNames(tree: Node | undefined, path: readonly (string | number)[]): readonly string[] {
  const object = tree && nodeAt(tree, path);
  return object?.children?.map(({children}) => String(children?.[0]?.value)) ?? [];
}

interface PropertyPlace {
  readonly operation: Schemas;
  readonly schemas: readonly SchemaObject[];
  /** The names that the object already has. */
  readonly taken: readonly string[];
  readonly text: string;
  readonly token: Token;
  readonly after: string;
  readonly indent: string;
}

function propertyOptions({
  operation,
  schemas,
  taken,
  text,
  token,
  after,
  indent,
}: PropertyPlace): Completion[] {
  const current = /^"((?:[^"\\]|\\.)*)"?$/.exec(text.slice(token.from, token.to))?.[1];
  const written = new Set(taken.filter(name => name !== current));
  const properties = new Map(schemas.flatMap(schema => Object.entries(schema.properties ?? {})));
  const options = [...properties]
    .filter(([name]) => !written.has(name))
    .flatMap(([name, property]): Completion[] => {
      const merged = mergedSchema(operation, property);
      if (property === false || isLeftOut(operation, property, 'request')) {
        return [];
      }
      const typed = JSON.stringify(name);
      const value = indented(
        JSON.stringify(valueOf(operation, property, {direction: 'request', as: 'start'}), null, 2),
        indent,
      );
      // If a name already has a value, only the name is replaced.
      const rest = after === ':' ? '' : `: ${value}${/["\w]/.test(after) ? ',' : ''}`;
      const start = typed.length + 2;
      return [
        {
          type: 'property',
          label: name,
          typed,
          detail: ruleInWords(merged),
          ...(merged.description === undefined ? {} : {description: merged.description}),
          required: schemas.every(schema => schema.required?.includes(name)),
          deprecated: merged.deprecated === true,
          text: typed + rest,
          selected: rest === '' ? {from: typed.length, to: typed.length} : insideOf(value, start),
          choosesNext: rest !== '' && stated(operation, merged).length > 1,
        },
      ];
    });
  const rank = ({required, deprecated}: Completion): number => (required ? 0 : deprecated ? 2 : 1);
  return options.sort((one, other) => rank(one) - rank(other));
}

/** The part of a value to be overwritten: between quotes or brackets, else all of it. */
function insideOf(value: string, start: number): {from: number; to: number} {
  const isEmptyOrText = /^(?:"|\[\]|\{\})/.test(value);
  const end = start + value.length;
  if (isEmptyOrText) {
    return {from: start + 1, to: end - 1};
  }
  return /^[[{]/.test(value) ? {from: end, to: end} : {from: start, to: end};
}

function valueOptions(operation: Schemas, schemas: readonly SchemaObject[], indent: string): Completion[] {
  const options = schemas.flatMap(schema => {
    const values = stated(operation, schema);
    const typical =
      values.length > 0 || typesOf(schema).length === 0
        ? []
        : [valueOf(operation, schema, {direction: 'request', as: 'start'})];
    return [
      ...values.map(([value, detail]) => valueOption(value, detail, schema, indent)),
      ...typical.map(value => valueOption(value, ruleInWords(schema), schema, indent)),
    ];
  });
  return [...new Map(options.map(option => [option.typed, option] as const).reverse()).values()].reverse();
}

/** The values that a schema lists, each with its source. */
function stated(
  operation: Schemas,
  schema: SchemaObject,
): readonly (readonly [value: Json, detail: string])[] {
  const byDefault = JSON.stringify(schema.default);
  const ofDefault = translate({id: 'completion.default', message: 'default'});
  const allowed = namedValues(operation, schema) ?? [];
  const isBoolean = typesOf(schema).includes('boolean') && allowed.length === 0;
  const values: (readonly [Json, string])[] = [
    ...allowed.map(({value, name = ''}) => [value, name] as const),
    ...(isBoolean ? [true, false] : []).map(value => [value, ''] as const),
    ...(schema.default === undefined ? [] : [[schema.default, ofDefault] as const]),
    ...(schema.examples ?? []).map(
      value => [value, translate({id: 'completion.example', message: 'example'})] as const,
    ),
    ...(isNullable(schema) ? [[null, ''] as const] : []),
  ];
  return values.map(([value, detail]) => [value, JSON.stringify(value) === byDefault ? ofDefault : detail]);
}

function valueOption(value: Json, detail: string, schema: SchemaObject, indent: string): Completion {
  const text = indented(JSON.stringify(value, null, 2), indent);
  const typed = JSON.stringify(value);
  return {
    type: 'value',
    label: typed,
    typed,
    detail,
    ...(schema.description === undefined ? {} : {description: schema.description}),
    required: false,
    deprecated: false,
    text,
    selected: /^(?:""|\[\]|\{\})$/.test(text) ? {from: 1, to: 1} : {from: text.length, to: text.length},
    choosesNext: false,
  };
}

function indented(text: string, indent: string): string {
  return text.replaceAll('\n', `\n${indent}`);
}
