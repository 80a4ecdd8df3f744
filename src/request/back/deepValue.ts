import {isDeepList, type DeepNode} from '../../api/deepNames';
import type {Operation, Schema} from '../../api/operation';
import {itemSchema, memberSchema} from '../../api/schema/childSchemas';
import {schemaOfType, valueTypes} from '../../api/schema/valueTypes';
import {asJsonText} from '../json/jsonText';

type Schemas = Pick<Operation, 'schemas'>;

/** The texts of a field as typed, from its names: that of an object, or of each item of a list. */
export function deepTexts(operation: Schemas, schema: Schema, node: DeepNode): readonly string[] {
  if (!isDeepList(operation, schema, node)) {
    return [deepText(operation, schema, node)];
  }
  const own = schemaOfType(operation, schema, 'array');
  return [...node.members.values()].map((item, index) =>
    item.members.size === 0 ? (item.texts[0] ?? '') : deepText(operation, itemSchema(own, index), item),
  );
}

/** The JSON text of what the names of a field say. */
export function deepText(operation: Schemas, schema: Schema, node: DeepNode): string {
  if (node.members.size === 0) {
    return textOf(operation, schema, node.texts);
  }
  if (isDeepList(operation, schema, node)) {
    const own = schemaOfType(operation, schema, 'array');
    const items = [...node.members.values()].map((item, index) =>
      deepText(operation, itemSchema(own, index), item),
    );
    return `[${items.join(',')}]`;
  }
  const own = schemaOfType(operation, schema, 'object');
  const members = [...node.members].map(
    ([name, member]) => `${JSON.stringify(name)}:${deepText(operation, memberSchema(own, name), member)}`,
  );
  return `{${members.join(',')}}`;
}

/** Where a list is asked for, several texts of one name are its items, and a single one is that too if it is not JSON. */
function textOf(operation: Schemas, schema: Schema, texts: readonly string[]): string {
  const types = valueTypes(operation, schema) ?? ['string'];
  const [text = ''] = texts;
  const isString = types.includes('string');
  if (!types.includes('array') || (texts.length < 2 && (isString || /^\s*\[/.test(text)))) {
    return asJsonText(text, isString);
  }
  const own = schemaOfType(operation, schema, 'array');
  const items = texts.map((one, index) =>
    asJsonText(one, valueTypes(operation, itemSchema(own, index))?.includes('string') ?? true),
  );
  return `[${items.join(',')}]`;
}
