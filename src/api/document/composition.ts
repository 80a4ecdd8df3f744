import {isObject, items, member, type JsonObject} from '../json';
import {atPointer} from '../references';

/** How many schemas one may be put together from: real documents stay below a few hundred. */
export const MOST_PARTS = 2000;

const lists = ['allOf', 'oneOf', 'anyOf'] as const;

/**
 * The pointer of a schema that `$ref`, `allOf`, `oneOf` and `anyOf` put together from too many parts: where each of thirty
 * names stands for the next one twice, that is a billion. Parts are counted once a schema, so that this takes no longer than
 * the document is.
 */
export function overcomposed(document: JsonObject): string | undefined {
  const counted = new Map<object, number>();

  function partsOf(schema: unknown): number {
    if (!isObject(schema)) {
      return 0;
    }
    const known = counted.get(schema);
    if (known !== undefined) {
      return known;
    }
    // A schema that leads back to itself adds nothing.
    counted.set(schema, 0);
    const {$ref} = schema;
    const parts = [
      ...lists.flatMap(name => items(schema[name])),
      ...(typeof $ref === 'string' ? [atPointer(document, $ref)] : []),
    ];
    const sum = parts.reduce<number>((total, part) => total + partsOf(part), 1);
    counted.set(schema, Math.min(sum, MOST_PARTS + 1));
    return sum;
  }

  for (const path of [['components', 'schemas'], ['definitions']]) {
    const schemas = path.reduce<unknown>(member, document);
    for (const [name, schema] of Object.entries(isObject(schemas) ? schemas : {})) {
      if (partsOf(schema) > MOST_PARTS) {
        return `#/${[...path, name].join('/')}`;
      }
    }
  }
  return undefined;
}
