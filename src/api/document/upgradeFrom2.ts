import {convertObj} from 'swagger2openapi';

import {fromMembers, isObject, items, member, members, objectsIn, type JsonObject} from '../json';
import {dereference} from '../references';

/** An OpenAPI 2.0 document as OpenAPI 3.0. The document itself stays as it is. */
export async function upgradeFrom2(document: JsonObject): Promise<JsonObject> {
  const copy = marked(document);
  // The converter's types ask for a document without faults; `patch` and `warnOnly` are for those that have some.
  const {openapi} = await convertObj(copy as Parameters<typeof convertObj>[0], {
    patch: true,
    warnOnly: true,
    resolve: false,
  });
  const upgraded = unmarked(openapi);
  return isObject(upgraded) ? withForgotten(withJoinedLists(document, upgraded)) : {};
}

/** How the items of a list are joined, by the collection format; `multi` repeats the field, as OpenAPI 3.0 does. */
const styles: ReadonlyMap<unknown, string> = new Map([
  [undefined, 'form'],
  ['csv', 'form'],
  ['ssv', 'spaceDelimited'],
  ['pipes', 'pipeDelimited'],
  ['tsv', 'tabDelimited'],
]);

/** The converter leaves some as they were: lists in a query that are joined by tabs, and fields of forms that may be null. */
function withForgotten(document: JsonObject): JsonObject {
  for (const node of objectsIn(document)) {
    if (isObject(node)) {
      if (node['x-collectionFormat'] === 'tsv' && node['in'] === 'query') {
        node['style'] = 'tabDelimited';
        node['explode'] = false;
      }
      if (node['x-nullable'] === true && typeof node['type'] === 'string') {
        node['nullable'] = true;
      }
    }
  }
  return document;
}

/** The converter forgets how forms write lists (OpenAPI 2.0 §Parameter Object): what it made gets the encoding. */
function withJoinedLists(document: JsonObject, upgraded: JsonObject): JsonObject {
  for (const [path, pathItem] of members(document['paths'])) {
    for (const [method, operation] of members(pathItem)) {
      const encoding = joinedLists(document, [
        ...items(member(pathItem, 'parameters')),
        ...items(member(operation, 'parameters')),
      ]);
      const steps = ['paths', path, method, 'requestBody', 'content', 'application/x-www-form-urlencoded'];
      const media = steps.reduce<unknown>(member, upgraded);
      if (isObject(media) && Object.keys(encoding).length > 0) {
        media['encoding'] = encoding;
      }
    }
  }
  return upgraded;
}

function joinedLists(document: JsonObject, parameters: readonly unknown[]): Record<string, JsonObject> {
  return fromMembers(
    parameters.flatMap(value => {
      const {name, type, collectionFormat, in: place} = dereference(document, value);
      const style = place === 'formData' && type === 'array' ? styles.get(collectionFormat) : undefined;
      return typeof name === 'string' && style !== undefined
        ? [[name, {style, explode: false}] as const]
        : [];
    }),
  );
}

/**
 * The converter stumbles over names that every object inherits, such as `__proto__`: they wear this while it works. It is of
 * letters that the name of a schema may have, as the converter replaces others.
 */
const MARK = 'name-as-inherited.';
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

function marked(value: unknown): unknown {
  return renamed(value, text =>
    text
      .split('/')
      .map(name => (inherited.has(name) ? MARK + name : name))
      .join('/'),
  );
}

function unmarked(value: unknown): unknown {
  return renamed(value, text => text.replaceAll(MARK, ''));
}

/** A copy with other names for its members, and for what its texts refer to. */
function renamed(value: unknown, rename: (text: string) => string): unknown {
  if (Array.isArray(value)) {
    return value.map(item => renamed(item, rename));
  }
  if (isObject(value)) {
    return fromMembers(members(value).map(([name, item]) => [rename(name), renamed(item, rename)]));
  }
  return typeof value === 'string' ? rename(value) : value;
}
