import {entrySchema, itemSchema} from '../../api/schema/childSchemas';
import {isNullable, mergedSchema, typesOf} from '../../api/schema/mergedSchema';
import type {Operation, Schema, SchemaObject} from '../../api/operation';
import {distance, NO_FIT} from './fit';
import type {FormField} from './formField';
import {withJsonAt} from '../json/jsonEdits';
import {isReadable, jsonNode, type JsonNode} from '../json/jsonText';
import {valueOf} from '../../api/schema/valueOf';

type Schemas = Pick<Operation, 'schemas'>;

/** The JSON text of a value that is added. */
export function startOf(operation: Schemas, {schema}: FormField): string {
  return textOfSample(operation, schema, 'null');
}

/** The JSON text of a new item of an array. */
export function itemStart(operation: Schemas, {schema, kind}: FormField): string {
  const count = kind.type === 'array' ? kind.items.length : 0;
  return textOfSample(operation, itemSchema(schema, count), '""');
}

/** The JSON text of a new entry of an object. */
export function entryStart(operation: Schemas, {schema}: FormField, name: string): string {
  return textOfSample(operation, entrySchema(schema, name), '""');
}

/** The JSON text of a value once another branch of its choice is chosen. */
export function switchedTo(operation: Schemas, {kind, text}: FormField, branch: number): string {
  if (kind.type !== 'choice') {
    return text ?? 'null';
  }
  const from = kind.ofTypes ? undefined : kind.field?.schema;
  return switched(operation, nodeOf(text), from, kind.branches[branch]?.schema ?? true);
}

/** A JSON text that the schema allows, to replace a value that it does not allow. */
export function replacementOf(operation: Schemas, {schema, text}: FormField): string {
  return switched(operation, nodeOf(text), undefined, schema);
}

function nodeOf(text: string | undefined): JsonNode | undefined {
  return text === undefined ? undefined : jsonNode(text);
}

function textOfSample(operation: Schemas, schema: Schema, otherwise: string): string {
  const value = valueOf(operation, schema, {direction: 'request', as: 'start'});
  const merged = mergedSchema(operation, schema);
  return value === null && !isNullable(merged) && merged.const !== null
    ? otherwise
    : JSON.stringify(value, null, 2);
}

/**
 * The JSON text of a value in another branch: members that both branches have stay as written, those of the old branch
 * are removed, and those that the new one requires are added.
 */
function switched(
  operation: Schemas,
  node: JsonNode | undefined,
  from: SchemaObject | undefined,
  to: Schema,
): string {
  const start = JSON.stringify(valueOf(operation, to, {direction: 'request', as: 'start'}), null, 2);
  const target = mergedSchema(operation, to);
  const started = jsonNode(start);
  if (node?.type !== 'object' || started?.type !== 'object') {
    return node && distance(operation, target, node) < NO_FIT
      ? node.text
      : (converted(operation, target, node) ?? start);
  }
  let {text} = node;
  for (const [name, value] of node.members) {
    const inOld = Object.hasOwn(from?.properties ?? {}, name);
    const property = Object.hasOwn(target.properties ?? {}, name) ? target.properties?.[name] : undefined;
    const stays =
      property === undefined
        ? !inOld && target.additionalProperties !== false
        : distance(operation, mergedSchema(operation, property), value) < NO_FIT;
    text = stays ? text : withJsonAt(text, [name], undefined);
  }
  const kept = jsonNode(text)?.members ?? new Map<string, JsonNode>();
  for (const [name, value] of started.members) {
    text = kept.has(name) ? text : withJsonAt(text, [name], value.text);
  }
  return text;
}

/** A text that contains a number as the number, and vice versa. */
function converted(operation: Schemas, target: SchemaObject, node: JsonNode | undefined): string | undefined {
  const types = typesOf(target);
  if (node?.type === 'string') {
    const inside: unknown = JSON.parse(node.text);
    const made = typeof inside === 'string' && isReadable(inside) ? jsonNode(inside) : undefined;
    return made && made.type !== 'string' && types.length > 0 && distance(operation, target, made) === 0
      ? made.text
      : undefined;
  }
  return node &&
    node.type !== 'object' &&
    node.type !== 'array' &&
    node.type !== 'null' &&
    types.includes('string')
    ? JSON.stringify(node.text)
    : undefined;
}
