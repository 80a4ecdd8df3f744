import {isObject, items, member, members} from './json';
import {atPointer} from './references';

/**
 * The values by which a discriminator tells a branch: those that its mapping names, else the name of the schema (OpenAPI 3.1
 * §4.8.25). None where the branch, a `$ref` into the components, says itself which values it takes.
 */
export function tagsOf(document: Record<string, unknown>, discriminator: unknown, branch: unknown): string[] {
  const $ref = member(branch, '$ref');
  const name = member(discriminator, 'propertyName');
  if (typeof $ref !== 'string' || typeof name !== 'string') {
    return [];
  }
  const mapped = members(member(discriminator, 'mapping')).flatMap(([tag, target]) =>
    target === $ref ? [tag] : [],
  );
  const [own] = /[^/]+$/.exec($ref) ?? [];
  return mapped.length > 0 || own === undefined || saysItself(document, branch, name, new Set())
    ? mapped
    : [own.replaceAll('~1', '/').replaceAll('~0', '~')];
}

function saysItself(
  document: Record<string, unknown>,
  schema: unknown,
  name: string,
  seen: Set<unknown>,
): boolean {
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
