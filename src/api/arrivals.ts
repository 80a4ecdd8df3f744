import {members, type JsonObject} from './json';
import {operationsOf, type OperationPlace} from './operationPlace';
import {dereference, pointerTo} from './references';

/** Where the document describes a request that the API sends to its users (OpenAPI 3.1 §4.8.18, §4.8.1 `webhooks`). */
export interface ArrivalPlace {
  readonly place: OperationPlace;
  /** What the document calls it. */
  readonly name: string;
  /** Of a callback, the operation that asks for it, and the expression that tells the address. */
  readonly callback?: {readonly of: OperationPlace; readonly expression: string};
}

/** The webhooks of a document, and the callbacks of its operations. */
export function findArrivals(
  document: JsonObject,
  operations: readonly OperationPlace[],
): readonly ArrivalPlace[] {
  const webhooks = members(document['webhooks']).flatMap(([name, value]) =>
    placesOf(document, {name, value}, pointerTo('webhooks', name)).map(place => ({place, name})),
  );
  const callbacks = operations.flatMap(of =>
    members(of.operation['callbacks']).flatMap(([name, value]) =>
      members(dereference(document, value)).flatMap(([expression, pathItem]) =>
        placesOf(
          document,
          {name, value: pathItem},
          `${of.pointer}/callbacks${pointerTo(name, expression).slice(1)}`,
        ).map(place => ({place, name, callback: {of, expression}})),
      ),
    ),
  );
  return [...webhooks, ...callbacks];
}

/** Their address is the reader's own: the name stands for a path, of which an id is made. */
function placesOf(
  document: JsonObject,
  {name, value}: {readonly name: string; readonly value: unknown},
  pointer: string,
): readonly OperationPlace[] {
  const pathItem = dereference(document, value);
  return operationsOf(pathItem, pointer).map(found => ({
    ...found,
    ...{key: name, path: `/${name}`, query: [], pathItem},
  }));
}
