import {isObject, member, members, type JsonObject} from '../api/json';
import {HTTP_METHODS} from '../api/operation';
import {dereference} from '../api/references';

/**
 * How many webhooks and callbacks the document has, which the site does not show, as a warning for whoever builds it;
 * undefined when it has none.
 */
export function notShown(document: JsonObject): string | undefined {
  const counts = [
    counted(members(document['webhooks']).length, 'webhook'),
    counted(callbacks(document), 'callback'),
  ].filter(count => count !== undefined);
  return counts.length === 0
    ? undefined
    : `The OpenAPI document has ${counts.join(' and ')}. The site shows only operations and leaves these out. Describe them on a page of your own.`;
}

function callbacks(document: JsonObject): number {
  return members(document['paths'])
    .map(([, item]) => dereference(document, item))
    .flatMap(item => HTTP_METHODS.map(method => member(item, method.toLowerCase())))
    .filter(isObject)
    .reduce((count, operation) => count + members(operation['callbacks']).length, 0);
}

function counted(count: number, name: string): string | undefined {
  return count === 0 ? undefined : `${count} ${name}${count === 1 ? '' : 's'}`;
}
