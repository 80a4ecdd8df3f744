import type {Node} from 'jsonc-parser';

import {ownMember} from '../../api/json';
import {listedValues, mergedSchema, typesOf} from '../../api/schema/mergedSchema';
import type {Operation, Schema, SchemaObject} from '../../api/operation';
import type {JsonPath} from '../json/jsonText';

type Schemas = Pick<Operation, 'schemas'>;

/** What is written, and the offset at which it is being changed: what stands there decides nothing. */
export interface Written {
  readonly tree: Node | undefined;
  readonly offset: number;
}

/** Choices within choices end here, so that a schema that recurs without a value between ends too. */
const DEEPEST = 8;

/**
 * The schemas that the value at a path may follow: references resolved, `allOf` folded in, and of each `oneOf` and
 * `anyOf` the branches that what is written leaves open. A value that the schema says nothing of has none.
 */
export function schemasAt(
  operation: Schemas,
  schema: Schema,
  path: JsonPath,
  {tree, offset}: Written,
): readonly SchemaObject[] {
  let schemas: readonly Schema[] = [schema];
  let node = tree;
  for (const step of path) {
    const parents = schemas.flatMap(one => openBranches(operation, one, node, offset, 0));
    schemas = parents.flatMap(parent => childOf(parent, step));
    node = node && childNode(node, step);
  }
  return schemas.flatMap(one => openBranches(operation, one, node, offset, 0));
}

function openBranches(
  operation: Schemas,
  schema: Schema,
  node: Node | undefined,
  offset: number,
  depth: number,
): readonly SchemaObject[] {
  if (schema === false) {
    return [];
  }
  const merged = mergedSchema(operation, schema);
  const {oneOf, anyOf, ...own} = merged;
  const branches = oneOf ?? anyOf;
  if (!branches || depth > DEEPEST) {
    return [own];
  }
  const tagged = taggedBranches(merged, branches, node, offset);
  const open = tagged.filter(branch => !isRuledOut(operation, branch, node, offset));
  // Nothing fits: the reader is somewhere between two branches, and is shown them all.
  return (open.length > 0 ? open : branches).flatMap(branch =>
    openBranches(
      operation,
      {...own, allOf: [branch], ...(oneOf && anyOf ? {anyOf} : {})},
      node,
      offset,
      depth + 1,
    ),
  );
}

/** The branch that the discriminator names (OpenAPI 3.1 §4.8.25), else all. */
function taggedBranches(
  {discriminator}: SchemaObject,
  branches: readonly Schema[],
  node: Node | undefined,
  offset: number,
): readonly Schema[] {
  const tag = discriminator && settledMember(node, discriminator.propertyName, offset)?.value;
  if (typeof tag !== 'string') {
    return branches;
  }
  const target = ownMember(discriminator?.mapping, tag) ?? `#/schemas/${tag}`;
  const named = branches.filter(branch => typeof branch === 'object' && branch.$ref === target);
  return named.length > 0 ? named : branches;
}

/** Whether what is written cannot become a value of the branch: another type, or another constant. */
function isRuledOut(operation: Schemas, branch: Schema, node: Node | undefined, offset: number): boolean {
  const merged = mergedSchema(operation, branch);
  if (!node || isAt(node, offset)) {
    return false;
  }
  const types = typesOf(merged);
  if (types.length > 0 && !types.some(type => (type === 'integer' ? 'number' : type) === node.type)) {
    return true;
  }
  return Object.entries(merged.properties ?? {}).some(([name, property]) => {
    const allowed = listedValues(mergedSchema(operation, property));
    const member = allowed && settledMember(node, name, offset);
    return (
      member !== undefined && !allowed?.some(value => JSON.stringify(value) === JSON.stringify(member.value))
    );
  });
}

/** The value of a member that is written out, apart from the one that is being changed. */
function settledMember(node: Node | undefined, name: string, offset: number): Node | undefined {
  const member = node?.type === 'object' ? childNode(node, name) : undefined;
  return member && !isAt(member, offset) ? member : undefined;
}

function isAt(node: Node, offset: number): boolean {
  const isLeaf = node.children === undefined;
  return isLeaf && node.offset <= offset && offset <= node.offset + node.length;
}

function childNode(node: Node, step: string | number): Node | undefined {
  return typeof step === 'number'
    ? node.children?.[step]
    : node.children?.find(({children: [name] = []}) => name?.value === step)?.children?.[1];
}

function childOf(schema: SchemaObject, step: string | number): readonly Schema[] {
  if (typeof step === 'number') {
    return [schema.prefixItems?.[step] ?? schema.items ?? true];
  }
  const {properties = {}} = schema;
  const known = Object.hasOwn(properties, step) ? properties[step] : undefined;
  return [known ?? schema.additionalProperties ?? true];
}
