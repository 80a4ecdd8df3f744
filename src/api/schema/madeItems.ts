import {itemSchema} from './childSchemas';
import {asSchema} from './mergedSchema';
import type {Schema, SchemaObject} from '../operation';

/**
 * The schema for an item of an array that is made: {@link itemSchema}, and for the first ones after `prefixItems`, as many
 * as must be contained, `contains` on top (JSON Schema 2020-12 §10.3.1.3). Where no more may be contained, the others are not.
 */
export function madeItemSchema(schema: SchemaObject, index: number): Schema {
  const contains = asSchema(schema['contains']);
  const own = itemSchema(schema, index);
  const first = schema.prefixItems?.length ?? 0;
  const isContained = index < first + mustContain(schema);
  if (contains === undefined || index < first || (!isContained && schema['maxContains'] === undefined)) {
    return own;
  }
  return {allOf: [own, isContained ? contains : {not: contains}]};
}

/** How few items an array has that shows each of its `prefixItems` and all that it must contain. */
export function fewestItems(schema: SchemaObject): number {
  const {prefixItems = [], minItems = 0} = schema;
  return Math.max(minItems, prefixItems.length + mustContain(schema));
}

function mustContain({contains, minContains}: SchemaObject): number {
  return asSchema(contains) === undefined ? 0 : typeof minContains === 'number' ? minContains : 1;
}
