import type {Element} from 'xast';
import {fromXml} from 'xast-util-from-xml';

import type {Json, Operation, Schema, SchemaObject} from '../operation';
import {itemSchema, memberSchema} from '../schema/childSchemas';
import {valueTypes, schemaOfType} from '../schema/valueTypes';
import {writtenAs} from './xmlText';

type Schemas = Pick<Operation, 'schemas'>;

/** XML that a library cannot read, with where: the message names line and column. */
export class XmlSyntaxError extends Error {
  override name = 'XmlSyntaxError';
}

/**
 * The value that XML stands for by the `xml` keywords of a schema (OpenAPI 3.1 §4.8.26), as `xmlText` writes it. What the
 * schema does not name becomes members of texts. Throws {@link XmlSyntaxError}.
 */
export function valueOfXml(operation: Schemas, schema: Schema, xml: string): Json {
  const root = parsed(xml).find(node => node.type === 'element');
  return root ? valueOfElement(operation, schema, root, true) : null;
}

function parsed(xml: string): ReturnType<typeof fromXml>['children'] {
  try {
    return fromXml(xml.trim()).children;
  } catch (error) {
    throw new XmlSyntaxError(error instanceof Error ? error.message : String(error));
  }
}

function valueOfElement(operation: Schemas, schema: Schema, element: Element, isRoot: boolean): Json {
  const types = valueTypes(operation, schema) ?? (childrenOf(element).length > 0 ? ['object'] : ['string']);
  if (types.includes('object')) {
    return objectOf(operation, schemaOfType(operation, schema, 'object'), element);
  }
  if (types.includes('array')) {
    const own = schemaOfType(operation, schema, 'array');
    const items = isRoot || writtenAs(own).wrapped ? childrenOf(element) : [element];
    return items.map((item, index) => valueOfElement(operation, itemSchema(own, index), item, false));
  }
  return scalarOf(types, textOf(element));
}

function objectOf(operation: Schemas, own: SchemaObject, element: Element): Json {
  const members = new Map<string, Json>();
  const left = new Set(childrenOf(element));
  for (const name of Object.keys(own.properties ?? {})) {
    const part = memberSchema(own, name);
    const types = valueTypes(operation, part) ?? ['string'];
    const ofType = schemaOfType(operation, part, types.includes('array') ? 'array' : (types[0] ?? 'string'));
    const written = writtenAs(ofType);
    const shown = written.nameOf(name);
    if (written.node === 'attribute' || written.node === 'text' || written.node === 'cdata') {
      const text = written.node === 'attribute' ? element.attributes[shown] : textOf(element);
      if (text !== undefined && text !== null) {
        members.set(name, scalarOf(types, text));
      }
      continue;
    }
    const isBare = types.includes('array') && !written.wrapped && written.node !== 'element';
    const itemName = isBare
      ? writtenAs(schemaOfType(operation, itemSchema(ofType, 0), 'string')).nameOf(shown)
      : shown;
    const found = [...left].filter(child => child.name === itemName);
    found.forEach(child => left.delete(child));
    const [first] = found;
    if (first && isBare) {
      members.set(
        name,
        found.map((child, index) => valueOfElement(operation, itemSchema(ofType, index), child, false)),
      );
    } else if (first) {
      members.set(name, valueOfElement(operation, part, first, false));
    }
  }
  for (const child of left) {
    members.set(child.name, valueOfElement(operation, memberSchema(own, child.name), child, false));
  }
  return Object.fromEntries(members);
}

/** A text as the types say; as it is where it is none of them, for the schema to refuse. */
function scalarOf(types: readonly string[], text: string): Json {
  const trimmed = text.trim();
  if (types.includes('string')) {
    return text;
  }
  if (
    (types.includes('integer') || types.includes('number')) &&
    trimmed !== '' &&
    Number.isFinite(Number(trimmed))
  ) {
    return Number(trimmed);
  }
  if (types.includes('boolean') && /^(?:true|false)$/.test(trimmed)) {
    return trimmed === 'true';
  }
  return types.includes('null') && trimmed === '' ? null : text;
}

function childrenOf({children}: Element): readonly Element[] {
  return children.filter(child => child.type === 'element');
}

function textOf({children}: Element): string {
  return children.map(child => (child.type === 'text' || child.type === 'cdata' ? child.value : '')).join('');
}
