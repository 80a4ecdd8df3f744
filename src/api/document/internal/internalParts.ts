import {findArrivals} from '../../arrivals';
import {isObject, items, member, memberOrItem, members, objectsIn, text, type JsonObject} from '../../json';
import {findOperations, operationsOf} from '../../operationPlace';
import {dereference, pointerSegments} from '../../references';
import {tagNames} from '../../tags';

/** What of a document is for whoever maintains the API, and for nobody else. */
export interface InternalParts {
  /** Whether a part of the document is internal, or refers to what is. */
  isInternal(part: unknown): boolean;
  readonly tags: ReadonlySet<string>;
  /** The lists that name tags. */
  readonly tagLists: ReadonlySet<unknown>;
}

/** Whether anything in a document may be marked. Most have no mark, and are left as they are. */
export function mayHaveInternal(document: JsonObject): boolean {
  for (const value of objectsIn(document)) {
    if (isMarked(value)) {
      return true;
    }
  }
  return false;
}

/**
 * Finds what a document marks with `x-internal: true`, wherever that stands, and what is nothing without it: references to
 * it, tags below a tag, operations of such tags alone, paths of such operations alone, and links to them.
 */
export function findInternal(document: JsonObject): InternalParts {
  const hidden = new Set<unknown>();
  const operationIds = new Set<unknown>();

  function isInternal(part: unknown, seen = new Set<unknown>()): boolean {
    if (!isObject(part) || seen.has(part)) {
      return false;
    }
    if (isMarked(part) || hidden.has(part)) {
      return true;
    }
    seen.add(part);
    const pointer = text(member(part, '$ref')) ?? text(member(part, 'operationRef')) ?? '';
    // A link names the id of an operation, and an operation has responses.
    const linked = member(part, 'responses') === undefined ? member(part, 'operationId') : undefined;
    return operationIds.has(linked) || (pointer.startsWith('#/') && leadsInside(pointer, seen));
  }

  /** What is within an internal part is internal too. */
  function leadsInside(pointer: string, seen: Set<unknown>): boolean {
    let place: unknown = document;
    return pointerSegments(pointer).some(step => {
      place = memberOrItem(place, step);
      return isInternal(place, seen);
    });
  }

  const tags = internalTags(document, hidden);
  const operations = findOperations(document);
  const places = [...operations, ...findArrivals(document, operations).map(({place}) => place)];
  for (const {operation, pathItem} of places) {
    const names = tagNames(operation['tags']);
    if (names.length > 0 && names.every(name => tags.has(name))) {
      hidden.add(operation);
    }
    const id = text(operation['operationId']);
    if (id !== undefined && (isInternal(operation) || isMarked(pathItem))) {
      operationIds.add(id);
    }
  }
  for (const [, value] of [...members(document['paths']), ...members(document['webhooks'])]) {
    const found = operationsOf(dereference(document, value), '');
    if (found.length > 0 && found.every(({operation}) => isInternal(operation))) {
      hidden.add(value);
    }
  }
  return {
    isInternal: part => isInternal(part),
    tags,
    tagLists: new Set([
      ...places.map(({operation}) => operation['tags']),
      ...items(document['x-tagGroups']).map(group => member(group, 'tags')),
    ]),
  };
}

/** The tags that are marked, and those below them (OpenAPI 3.2 `parent`). */
function internalTags(document: JsonObject, hidden: Set<unknown>): ReadonlySet<string> {
  const names = new Set<string>();
  const declared = items(document['tags']);
  for (let before = -1; before < names.size;) {
    before = names.size;
    for (const tag of declared) {
      const name = text(member(tag, 'name'));
      if (name !== undefined && (isMarked(tag) || names.has(text(member(tag, 'parent')) ?? ''))) {
        names.add(name);
        hidden.add(tag);
      }
    }
  }
  return names;
}

/** A header may be called so as well: an object is no mark. */
function isMarked(part: unknown): boolean {
  const mark = member(part, 'x-internal');
  return Boolean(mark) && typeof mark !== 'object';
}
