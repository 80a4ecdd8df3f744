import {isObject, objectsIn} from '../json';

/**
 * Whether a document may refer to another file: by a `$ref` (OpenAPI 3.1 §4.8.23) that does not begin with `#`, or by a
 * target in the mapping of a discriminator (§4.8.25) that could be one. In doubt it does.
 */
export function refersToFiles(document: unknown): boolean {
  for (const value of objectsIn(document)) {
    if (isObject(value)) {
      const {$ref, mapping} = value;
      const targets = isObject(mapping) ? Object.values(mapping).filter(isPath) : [];
      if ([$ref, ...targets].some(target => typeof target === 'string' && !target.startsWith('#'))) {
        return true;
      }
    }
  }
  return false;
}

/** The name of a schema has no slash, and may have a dot. */
function isPath(target: unknown): boolean {
  return typeof target === 'string' && /[./]/.test(target);
}
