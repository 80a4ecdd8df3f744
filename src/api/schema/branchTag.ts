import {isObject, items, member, members, type JsonObject} from '../json';
import type {SchemaObject} from '../operation';
import {atPointer, pointerSegments} from '../references';

/**
 * The keywords by which a branch tells itself apart, as the discriminator beside it does: the values that its mapping names
 * for the branch, else the name of the schema (OpenAPI 3.1 §4.8.25). None where the branch is no `$ref`, or says itself
 * which values it takes.
 */
export function branchTag(
  document: JsonObject,
  discriminator: unknown,
  branch: unknown,
): SchemaObject | undefined {
  const $ref = member(branch, '$ref');
  const name = member(discriminator, 'propertyName');
  if (typeof $ref !== 'string' || typeof name !== 'string') {
    return undefined;
  }
  const mapped = members(member(discriminator, 'mapping')).flatMap(([tag, target]) =>
    target === $ref ? [tag] : [],
  );
  const own = pointerSegments($ref).at(-1);
  const tags =
    mapped.length > 0 || own === undefined || saysItself(document, branch, name, new Set()) ? mapped : [own];
  return tags.length === 0 ? undefined : {properties: {[name]: {enum: tags}}, required: [name]};
}

function saysItself(document: JsonObject, schema: unknown, name: string, seen: Set<unknown>): boolean {
  if (!isObject(schema) || seen.has(schema)) {
    return false;
  }
  seen.add(schema);
  const property = member(member(schema, 'properties'), name);
  const {$ref} = schema;
  return (
    member(property, 'const') !== undefined ||
    member(property, 'enum') !== undefined ||
    (typeof $ref === 'string' && saysItself(document, atPointer(document, $ref), name, seen)) ||
    items(schema['allOf']).some(part => saysItself(document, part, name, seen))
  );
}
