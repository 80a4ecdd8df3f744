import type {Node} from 'jsonc-parser';

import {ownMember} from '../../api/json';
import {listedValues, mergedSchema, typesOf} from '../../api/schema/mergedSchema';
import type {Operation, Schema, SchemaObject} from '../../api/operation';
import type {JsonPath} from '../json/jsonText';

type Schemas = Pick<Operation, 'schemas'>;

/** The current text, and the offset at which it is being edited: the value there decides nothing. */
export interface Written {
  readonly tree: Node | undefined;
  readonly offset: number;
}

/** The maximum depth of nested choices, so that recursive schemas without a value between end. */
const DEEPEST = 8;

/**
 * The schemas that the value at a path may follow: references resolved, `allOf` merged, and of each `oneOf` and `anyOf`
 * the branches that the current text allows. Empty for a value that the schema does not describe.
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
  // Nothing fits: the text is between two branches, so all are shown.
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

/** Whether the text cannot become a value of the branch: it has another type, or another constant. */
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

/** The value of a complete member, other than the one that is being edited. */
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
