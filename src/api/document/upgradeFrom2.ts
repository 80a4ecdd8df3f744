import {convertObj} from 'swagger2openapi';

import {fromMembers, isObject, members, type JsonObject} from '../json';

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
  return isObject(upgraded) ? upgraded : {};
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
