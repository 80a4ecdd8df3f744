import {isObject, member, objectsIn, type JsonObject} from '../json';
import {atPointer} from '../references';

/**
 * Writes the names in discriminator mappings as the JSON pointers they stand for (OpenAPI 3.1 §4.8.25), in place, and so
 * `./#/components/…`, by which some mean the document itself: the library that validates and bundles takes both for files.
 */
export function nameMappedSchemas(document: JsonObject): void {
  const schemas = atPointer(document, '#/components/schemas');
  for (const node of objectsIn(document)) {
    const mapping = member(member(node, 'discriminator'), 'mapping');
    if (isObject(mapping)) {
      for (const [value, target] of Object.entries(mapping)) {
        if (typeof target === 'string') {
          const isName = member(schemas, target) !== undefined;
          mapping[value] = isName ? `#/components/schemas/${target}` : withinDocument(target);
        }
      }
    }
    if (isObject(node) && typeof node['$ref'] === 'string') {
      node['$ref'] = withinDocument(node['$ref']);
    }
  }
}

function withinDocument(reference: string): string {
  return reference.replace(/^\.\/(?=#\/)/, '');
}
