import type {Element, ElementContent, Root} from 'xast';
import {toXml} from 'xast-util-to-xml';

import {isJsonList, isJsonObject, isObject, text} from '../json';
import type {Json, Operation, Schema, SchemaObject} from '../operation';
import {itemSchema, memberSchema} from '../schema/childSchemas';
import {schemaForValue} from '../schema/schemaForValue';
import {schemaNames} from '../schema/schema';
import {indented} from './indentedXml';

type Schemas = Pick<Operation, 'schemas'>;

/** How a schema is written as XML (OpenAPI 3.1 §4.8.26; `nodeType` of 3.2 §4.27). */
interface Written {
  /** Its name, where the schema gives it none of its own: that of the member, or of the schema. */
  readonly nameOf: (member: string) => string;
  readonly node: 'element' | 'attribute' | 'text' | 'cdata' | 'none' | undefined;
  readonly wrapped: boolean;
  readonly namespace: {readonly [attribute: string]: string};
}

/** A value as XML by the `xml` keywords of its schema, indented. The outermost element is named as the schema is. */
export function xmlText(operation: Schemas, schema: Schema, value: Json): string {
  const own = schemaForValue(operation, schema, value);
  const name = writtenAs(own).nameOf(schemaNames(operation, schema)[0] ?? 'root');
  const element: Element = {type: 'element', name, attributes: namespaceOf(own), children: []};
  if (isJsonList(value)) {
    // Without a name of their own, the items have the one that the list is given (§4.8.26.2.4).
    const usual = isObject(own['xml']) && own['xml']['name'] !== undefined ? name : 'item';
    const named = (part: Schema): string => schemaNames(operation, part)[0] ?? usual;
    value.forEach((item, index) => {
      const part = itemSchema(own, index);
      element.children.push(...elements(operation, part, item, named(part)));
    });
  } else {
    fill(operation, element, own, value);
  }
  const root: Root = {
    type: 'root',
    children: [
      {type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"'},
      {type: 'text', value: '\n'},
      indented(element),
    ],
  };
  return toXml(root, {closeEmptyElements: true, tightClose: true});
}

/** What a member called `name` becomes: one element, those of a list, or what they hold where the document says so. */
function elements(operation: Schemas, schema: Schema, value: Json, name: string): ElementContent[] {
  const own = schemaForValue(operation, schema, value);
  const written = writtenAs(own);
  const shown = written.nameOf(name);
  if (isJsonList(value)) {
    // Without a name of their own, the items have that of the list (§4.8.26.2.4).
    const items = value.flatMap((item, index) => elements(operation, itemSchema(own, index), item, shown));
    const isWrapped = written.wrapped || written.node === 'element';
    return isWrapped
      ? [{type: 'element', name: shown, attributes: namespaceOf(own), children: items}]
      : items;
  }
  if (written.node === 'text' || written.node === 'cdata') {
    return [{type: written.node, value: plainText(value)}];
  }
  const element: Element = {type: 'element', name: shown, attributes: namespaceOf(own), children: []};
  fill(operation, element, own, value);
  return written.node === 'none' ? element.children : [element];
}

/** The attributes and the content that a value gives its element. */
function fill(operation: Schemas, element: Element, own: SchemaObject, value: Json): void {
  if (!isJsonObject(value)) {
    if (value !== null && value !== '') {
      element.children.push({type: 'text', value: plainText(value)});
    }
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    const part = memberSchema(own, name);
    const written = writtenAs(schemaForValue(operation, part, member));
    if (written.node === 'attribute') {
      element.attributes[written.nameOf(name)] = plainText(member);
    } else {
      element.children.push(...elements(operation, part, member, name));
    }
  }
}

export function writtenAs({xml}: SchemaObject): Written {
  const keywords = isObject(xml) ? xml : {};
  const [name, prefix, namespace] = [keywords['name'], keywords['prefix'], keywords['namespace']].map(text);
  const node = text(keywords['nodeType']);
  return {
    nameOf: member => elementName(`${prefix ? `${prefix}:` : ''}${name ?? member}`),
    node:
      keywords['attribute'] === true
        ? 'attribute'
        : (['element', 'attribute', 'text', 'cdata', 'none'] as const).find(known => known === node),
    wrapped: keywords['wrapped'] === true,
    namespace: namespace === undefined ? {} : {[prefix ? `xmlns:${prefix}` : 'xmlns']: namespace},
  };
}

function namespaceOf(schema: SchemaObject): Element['attributes'] {
  return {...writtenAs(schema).namespace};
}

/** A name as XML allows it (XML 1.0 §2.3): what it does not is an underscore. */
function elementName(name: string): string {
  const allowed = name.replace(/[^\p{L}\p{N}_:.-]/gu, '_');
  return /^[\p{L}_:]/u.test(allowed) ? allowed : `_${allowed}`;
}

function plainText(value: Json): string {
  return value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}
