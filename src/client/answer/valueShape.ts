import type {Operation, Schema, SchemaObject} from '../../api/operation';
import {schemaName} from '../../api/schema/schema';
import {mergedSchema} from '../../api/schema/mergedSchema';
import {childrenOf, kindOf, decodedName, type JsonOutline} from './jsonOutline';

/** What was found at one place of a value, and at all equivalent places, such as the items of an array. */
export interface ValueShape {
  readonly kinds: Set<'null' | 'boolean' | 'number' | 'string'>;
  object?: ObjectShape;
  items?: ValueShape;
  /** Whether a value was nested too deep to be read. */
  isCut: boolean;
  /** What the document says about the place. */
  readonly schema: Schema | undefined;
}

export interface ObjectShape {
  /** How many objects have this shape. */
  seen: number;
  readonly members: Map<string, MemberShape>;
  /** Whether the document names its members. */
  readonly isDocumented: boolean;
  /** Whether the document says that the member names are data themselves. */
  readonly isDocumentedMap: boolean;
}

interface MemberShape {
  seen: number;
  /** The object that had it last, so that a repeated name counts once. */
  lastIn: number;
  readonly shape: ValueShape;
}

const DEEPEST = 40;

interface Collection {
  readonly outline: JsonOutline;
  readonly operation: Pick<Operation, 'schemas'>;
  /** One shape per named schema of the document, wherever its values are. */
  readonly named: Map<string, ObjectShape>;
}

/** Merges all values within a value into one shape. */
export function collectShape(
  outline: JsonOutline,
  operation: Pick<Operation, 'schemas'>,
  schema: Schema | undefined,
): {readonly root: ValueShape; readonly named: ReadonlyMap<string, ObjectShape>} {
  const collection: Collection = {outline, operation, named: new Map()};
  const root = emptyShape(schema);
  collect(collection, 0, root);
  return {root, named: collection.named};
}

/** One shape that fits all of several. */
export function mergedShapes(shapes: readonly ValueShape[]): ValueShape {
  const merged = emptyShape(undefined);
  for (const {kinds, object, items, isCut} of shapes) {
    kinds.forEach(kind => merged.kinds.add(kind));
    merged.isCut ||= isCut;
    if (items) {
      merged.items = merged.items ? mergedShapes([merged.items, items]) : items;
    }
    if (object && object !== merged.object) {
      merged.object = merged.object ? mergedObjects(merged.object, object) : object;
    }
  }
  return merged;
}

function mergedObjects(first: ObjectShape, second: ObjectShape): ObjectShape {
  const members = new Map(first.members);
  for (const [name, member] of second.members) {
    const other = members.get(name);
    members.set(
      name,
      other
        ? {...other, seen: other.seen + member.seen, shape: mergedShapes([other.shape, member.shape])}
        : member,
    );
  }
  return {
    seen: first.seen + second.seen,
    members,
    isDocumented: first.isDocumented || second.isDocumented,
    isDocumentedMap: first.isDocumentedMap && second.isDocumentedMap,
  };
}

function collect(collection: Collection, node: number, shape: ValueShape): void {
  const {outline} = collection;
  const kind = kindOf(outline, node);
  if ((outline.depth[node] ?? 0) > DEEPEST) {
    shape.isCut = true;
    return;
  }
  switch (kind) {
    case 'object':
      shape.object ??= objectShape(collection, shape.schema);
      collectMembers(collection, node, shape.object, shape.schema);
      break;
    case 'array':
      shape.items ??= emptyShape(schemaWithin(collection, shape.schema, 'items'));
      for (const child of childrenOf(outline, node)) {
        collect(collection, child, shape.items);
      }
      break;
    default:
      shape.kinds.add(kind);
  }
}

function collectMembers(
  collection: Collection,
  node: number,
  object: ObjectShape,
  schema: Schema | undefined,
): void {
  object.seen += 1;
  for (const child of childrenOf(collection.outline, node)) {
    const name = decodedName(collection.outline, child) ?? '';
    let member = object.members.get(name);
    if (!member) {
      const within = schemaWithin(collection, schema, 'properties', name);
      member = {seen: 0, lastIn: -1, shape: emptyShape(within)};
      object.members.set(name, member);
    }
    if (member.lastIn !== node) {
      member.seen += 1;
      member.lastIn = node;
    }
    collect(collection, child, member.shape);
  }
}

/** The shape of an object: shared by all objects of the same named schema. */
function objectShape(collection: Collection, schema: Schema | undefined): ObjectShape {
  const name = nameOf(schema);
  const known = name === undefined ? undefined : collection.named.get(name);
  if (known) {
    return known;
  }
  const {properties, additionalProperties} = described(collection, schema);
  const isDocumented = Object.keys(properties ?? {}).length > 0;
  const made: ObjectShape = {
    seen: 0,
    members: new Map(),
    isDocumented,
    isDocumentedMap: !isDocumented && additionalProperties !== undefined && additionalProperties !== false,
  };
  if (name !== undefined) {
    collection.named.set(name, made);
  }
  return made;
}

function emptyShape(schema: Schema | undefined): ValueShape {
  return {kinds: new Set(), isCut: false, schema};
}

function schemaWithin(
  collection: Collection,
  schema: Schema | undefined,
  keyword: 'items' | 'properties',
  name = '',
): Schema | undefined {
  const {items, properties = {}, additionalProperties} = described(collection, schema);
  if (keyword === 'items') {
    return items;
  }
  return Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
}

/** What the document says about a place with one type of value; nothing if it allows a choice. */
function described({operation}: Collection, schema: Schema | undefined): SchemaObject {
  const chosen = soleBranch(schema);
  return chosen === undefined ? {} : mergedSchema(operation, chosen);
}

function nameOf(schema: Schema | undefined): string | undefined {
  const chosen = soleBranch(schema);
  return typeof chosen === 'object' && chosen.$ref !== undefined ? schemaName(chosen.$ref) : undefined;
}

/** The schema itself, or the one branch of a choice besides `null`. */
function soleBranch(schema: Schema | undefined): Schema | undefined {
  const branches = typeof schema === 'object' ? (schema.oneOf ?? schema.anyOf) : undefined;
  if (!branches) {
    return schema;
  }
  const others = branches.filter(branch => typeof branch !== 'object' || branch.type !== 'null');
  return others.length === 1 ? others[0] : undefined;
}
