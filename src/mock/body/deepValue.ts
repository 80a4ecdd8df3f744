import {isDeepList, type DeepNode} from '../../api/deepNames';
import type {Json, Operation, Schema} from '../../api/operation';
import {itemSchema, memberSchema} from '../../api/schema/childSchemas';
import {schemaOfType} from '../../api/schema/valueTypes';
import {valueOfTexts} from './formValues';

/** The value of pairs with names such as `items[0][price]`. */
export function deepValue(operation: Operation, schema: Schema, node: DeepNode): Json {
  if (node.members.size === 0) {
    return valueOfTexts(operation, schema, node.texts);
  }
  if (isDeepList(operation, schema, node)) {
    const own = schemaOfType(operation, schema, 'array');
    return [...node.members.values()].map((item, index) =>
      deepValue(operation, itemSchema(own, index), item),
    );
  }
  const own = schemaOfType(operation, schema, 'object');
  return Object.fromEntries(
    [...node.members].map(([name, member]) => [name, deepValue(operation, memberSchema(own, name), member)]),
  );
}
