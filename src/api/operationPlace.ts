import {isObject, members, type JsonObject} from './json';
import {HTTP_METHODS} from './operation';
import {isToken} from './http/token';
import {pathTemplate, type PathTemplate} from './http/pathTemplate';
import {dereference, pointerTo} from './references';

/** An operation where the document holds it. */
export interface OperationPlace extends PathTemplate {
  /** The key under `paths`. */
  readonly key: string;
  /** In capitals. */
  readonly method: string;
  readonly pathItem: JsonObject;
  readonly operation: JsonObject;
  /** Its JSON pointer, such as `#/paths/~1users/get`. */
  readonly pointer: string;
}

/** All operations that can be read, in the order of the paths and, within a path, of the text. */
export function findOperations(document: JsonObject): OperationPlace[] {
  return members(document['paths']).flatMap(([key, value]) => {
    const template = pathTemplate(key);
    const pathItem = dereference(document, value);
    return template === undefined || key.startsWith('x-')
      ? []
      : operationsOf(pathItem, pointerTo('paths', key)).map(found => ({
          ...template,
          ...found,
          key,
          pathItem,
        }));
  });
}

export type Found = Pick<OperationPlace, 'method' | 'operation' | 'pointer'>;

/** The operations of a path item: those of the methods with a field of their own, and any other (OpenAPI 3.2 §4.9.1). */
export function operationsOf(pathItem: JsonObject, pointer: string): Found[] {
  return members(pathItem).flatMap(([name, value]) => {
    const method = HTTP_METHODS.find(known => known === name.toUpperCase());
    if (method) {
      return isObject(value) ? [{method, operation: value, pointer: pointer + pointerTo(name).slice(1)}] : [];
    }
    return name === 'additionalOperations'
      ? members(value).flatMap(([other, operation]) =>
          isToken(other) && isObject(operation)
            ? [{method: other, operation, pointer: pointer + pointerTo(name, other).slice(1)}]
            : [],
        )
      : [];
  });
}
