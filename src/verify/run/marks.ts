import {isObject, member} from '../../api/json';
import type {Json, Operation} from '../../api/operation';
import {mergedSchema} from '../../api/schema/mergedSchema';
import type {ApiRequest, Body} from '../../request/apiRequest';

/** Makes a text unique, for a service that accepts each only once. */
export function withMark(operation: Operation, request: ApiRequest, mark: string): ApiRequest {
  const {body} = request;
  const [media] = operation.requestBody?.content ?? [];
  const value = body.type === 'json' ? parsed(body.text) : undefined;
  if (body.type !== 'json' || !isObject(value)) {
    return request;
  }
  const {properties = {}} = mergedSchema(operation, media?.schema ?? true);
  const marked = Object.entries(value).map(([name, member]) => {
    const {
      type,
      format,
      pattern,
      enum: values,
      maxLength = Infinity,
    } = mergedSchema(operation, Object.hasOwn(properties, name) ? (properties[name] ?? true) : true);
    const isFree =
      type === 'string' && pattern === undefined && values === undefined && typeof member === 'string';
    const changed =
      isFree && format === 'email' && member.includes('@')
        ? `${mark}.${member}`
        : isFree && format === undefined && member !== ''
          ? `${member} ${mark}`
          : member;
    return [name, typeof changed === 'string' && changed.length <= maxLength ? changed : member];
  });
  return {...request, body: {...body, text: JSON.stringify(Object.fromEntries(marked), null, 2)}};
}

/** An `Idempotency-Key` must be new: that of an example may have been used before. */
export function withFreshKey(request: ApiRequest, key: string): ApiRequest {
  const headers = request.headers.map(({name, value}) => ({
    name,
    value: isIdempotencyKey(name) ? key : value,
  }));
  return {...request, headers};
}

export function isIdempotencyKey(header: string): boolean {
  return /^(x-)?idempotency-key$/i.test(header);
}

/** Members of the body with the name of a path parameter, such as `user_id`, get the id of what this run created. */
export function withReferences(request: ApiRequest, references: ReadonlyMap<string, string>): ApiRequest {
  const {body} = request;
  const value = body.type === 'json' ? parsed(body.text) : undefined;
  if (body.type !== 'json' || !isObject(value)) {
    return request;
  }
  const members = Object.entries(value).map(([name, member]) => [
    name,
    typeof member === 'string' ? (references.get(name) ?? member) : member,
  ]);
  const changed: Body = {...body, text: JSON.stringify(Object.fromEntries(members), null, 2)};
  return members.some(([name, member]) => value[String(name)] !== member)
    ? {...request, body: changed}
    : request;
}

/**
 * The id that a request sets for what it creates, unless it leaves that to the service: a member with one of these
 * names.
 */
export function givenId({body}: ApiRequest, names: readonly string[]): string | undefined {
  const value = body.type === 'json' ? parsed(body.text) : undefined;
  const given = names
    .map(name => member(value, name))
    .find(id => typeof id === 'string' || typeof id === 'number');
  return given === undefined ? undefined : String(given);
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
