import {isDeepList, type DeepNode} from '../../api/deepNames';
import type {Operation, Schema} from '../../api/operation';
import {itemSchema, memberSchema} from '../../api/schema/childSchemas';
import {schemaOfType, valueTypes} from '../../api/schema/valueTypes';
import {asJsonText} from '../json/jsonText';

type Schemas = Pick<Operation, 'schemas'>;

/** The texts of a field as typed, from its names: that of an object, or of each item of a list. */
export function deepTexts(operation: Schemas, schema: Schema, node: DeepNode): readonly string[] {
  if (!isDeepList(operation, schema, node)) {
    return [jsonOf(operation, schema, node)];
  }
  const own = schemaOfType(operation, schema, 'array');
  return [...node.members.values()].map((item, index) =>
    item.members.size === 0 ? (item.texts[0] ?? '') : jsonOf(operation, itemSchema(own, index), item),
  );
}

function jsonOf(operation: Schemas, schema: Schema, node: DeepNode): string {
  if (node.members.size === 0) {
    const [text = ''] = node.texts;
    return asJsonText(text, valueTypes(operation, schema)?.includes('string') ?? true);
  }
  if (isDeepList(operation, schema, node)) {
    const own = schemaOfType(operation, schema, 'array');
    const items = [...node.members.values()].map((item, index) =>
      jsonOf(operation, itemSchema(own, index), item),
    );
    return `[${items.join(',')}]`;
  }
  const own = schemaOfType(operation, schema, 'object');
  const members = [...node.members].map(
    ([name, member]) => `${JSON.stringify(name)}:${jsonOf(operation, memberSchema(own, name), member)}`,
  );
  return `{${members.join(',')}}`;
}
