import {compact, items, member, members, without, type JsonObject} from '../json';
import {atPointer, dereference, pointerTo} from '../references';

/**
 * Schemas of a document that others extend: a base has a `discriminator` and no branches of its own, and its heirs are the
 * schemas whose `allOf` leads to it (OpenAPI 3.1 §4.8.25). Whoever refers to the base means one of its heirs.
 */
export interface Inheritance {
  /** The schema as others mean it by a reference: of a base, the choice of its heirs. */
  meant(pointer: string): unknown;
}

export function readInheritance(document: JsonObject): Inheritance {
  const parents = new Map<string, readonly string[]>();
  const children = new Map<string, string[]>();
  for (const [name, schema] of members(atPointer(document, '#/components/schemas'))) {
    const pointer = pointerTo('components', 'schemas', name);
    const extended = items(member(schema, 'allOf')).flatMap(part => {
      const $ref = member(part, '$ref');
      return typeof $ref === 'string' && $ref !== pointer ? [$ref] : [];
    });
    parents.set(pointer, extended);
    extended.forEach(parent => children.set(parent, [...(children.get(parent) ?? []), pointer]));
  }

  function isBase(pointer: string): boolean {
    const schema = atPointer(document, pointer);
    return (
      children.has(pointer) &&
      member(schema, 'discriminator') !== undefined &&
      member(schema, 'oneOf') === undefined &&
      member(schema, 'anyOf') === undefined
    );
  }

  /** Whatever extends a schema, directly or by another one, and what its mapping names. */
  function heirsOf(pointer: string): readonly string[] {
    const mapping = member(member(atPointer(document, pointer), 'discriminator'), 'mapping');
    const found = new Set<string>();
    const waiting = members(mapping).map(([, target]) => String(target));
    waiting.push(...(children.get(pointer) ?? []));
    for (const heir of waiting) {
      if (!found.has(heir)) {
        found.add(heir);
        waiting.push(...(children.get(heir) ?? []));
      }
    }
    return [...found];
  }

  /** What a schema says itself: the bases that it extends are part of it, not the choice of their heirs. */
  function own(pointer: string, within: readonly string[]): JsonObject {
    const schema = dereference(document, atPointer(document, pointer));
    const bases = (parents.get(pointer) ?? []).filter(parent => isBase(parent) && !within.includes(parent));
    const said = isBase(pointer) ? without(schema, 'discriminator') : schema;
    return bases.length === 0
      ? said
      : {
          ...said,
          allOf: items(schema['allOf']).map(part => {
            const $ref = member(part, '$ref');
            return typeof $ref === 'string' && bases.includes($ref) ? own($ref, [...within, pointer]) : part;
          }),
        };
  }

  return {
    meant(pointer) {
      if (isBase(pointer)) {
        const {title, description, nullable, deprecated, discriminator} = dereference(
          document,
          atPointer(document, pointer),
        );
        return {
          ...compact({title, description, nullable, deprecated}),
          discriminator,
          // A mapping may name the base itself: then it is what it says.
          oneOf: heirsOf(pointer).map(heir => (heir === pointer ? own(pointer, []) : {$ref: heir})),
        };
      }
      return parents.get(pointer)?.some(isBase) ? own(pointer, []) : atPointer(document, pointer);
    },
  };
}
