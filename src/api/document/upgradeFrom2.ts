import {convertObj} from 'swagger2openapi';

import {isObject, type JsonObject} from '../json';

/** An OpenAPI 2.0 document as OpenAPI 3.0. The document itself stays as it is. */
export async function upgradeFrom2(document: JsonObject): Promise<JsonObject> {
  const copy: unknown = structuredClone(document);
  // The converter's types ask for a document without faults; `patch` and `warnOnly` are for those that have some.
  const {openapi} = await convertObj(copy as Parameters<typeof convertObj>[0], {
    patch: true,
    warnOnly: true,
    resolve: false,
  });
  const upgraded: unknown = openapi;
  return isObject(upgraded) ? upgraded : {};
}
