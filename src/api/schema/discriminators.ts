import {isObject, member} from '../json';
import {atPointer} from '../references';

/**
 * Writes the names in discriminator mappings as the JSON pointers they stand for (OpenAPI 3.1 §4.8.25), in place: the
 * library that validates and bundles takes a bare name for a file.
 */
export function nameMappedSchemas(document: Record<string, unknown>): void {
  const schemas = atPointer(document, '#/components/schemas');
  visit(document, new Set(), mapping => {
    for (const [value, target] of Object.entries(mapping)) {
      if (typeof target === 'string' && member(schemas, target) !== undefined) {
        mapping[value] = `#/components/schemas/${target}`;
      }
    }
  });
}

function visit(node: unknown, seen: Set<unknown>, change: (mapping: Record<string, unknown>) => void): void {
  if (typeof node !== 'object' || node === null || seen.has(node)) {
    return;
  }
  seen.add(node);
  const mapping = member(member(node, 'discriminator'), 'mapping');
  if (isObject(mapping)) {
    change(mapping);
  }
  Object.values(node).forEach(child => visit(child, seen, change));
}
