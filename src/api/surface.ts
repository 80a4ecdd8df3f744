import {isObject, members} from './json';
import type {Api, MediaType, Operation, OperationResponse, Parameter, SecurityScheme} from './operation';

/** What is said about a thing and changes nothing for a program that uses it. */
const words: ReadonlySet<string> = new Set(['description', 'summary', 'title', 'examples', 'links']);

/**
 * What a program can rely on, a line a fact, in a fixed order: `POST /users responses 201 content application/json $ref:
 * #/schemas/User`. Two documents with the same lines describe the same API, however they word, order or illustrate it.
 */
export function apiSurface({servers, operations}: Api): readonly string[] {
  const schemas = Object.assign({}, ...operations.map(operation => operation.schemas));
  const facts = {
    servers: servers.map(({url}) => url),
    ...Object.fromEntries(
      operations.map(operation => [`${operation.method} ${operation.path}`, factsOf(operation)]),
    ),
    ...schemas,
  };
  return leaves(facts, '').toSorted();
}

function factsOf(operation: Operation): object {
  const {id, deprecated, security, securitySchemes, parameters, requestBody, responses} = operation;
  return {
    id,
    deprecated,
    security,
    securitySchemes: keyed(securitySchemes, scheme => scheme.id, schemeFacts),
    parameters: keyed(parameters, parameter => `${parameter.in}.${parameter.name}`, parameterFacts),
    ...(requestBody && {body: {required: requestBody.required, content: contentFacts(requestBody.content)}}),
    responses: keyed(responses, ({status}) => status, responseFacts),
  };
}

function schemeFacts({env, mockCredential, ...scheme}: SecurityScheme): object {
  return scheme;
}

function parameterFacts({required, deprecated, style, explode, schema, contentType}: Parameter): object {
  return {required, deprecated, style, explode, schema, contentType};
}

function responseFacts({headers, content}: OperationResponse): object {
  return {
    headers: keyed(
      headers,
      ({name}) => name,
      ({required, schema}) => ({required, schema}),
    ),
    content: contentFacts(content),
  };
}

function contentFacts(content: readonly MediaType[]): object {
  return keyed(
    content,
    ({type}) => type,
    ({schema, encoding}) => ({schema, encoding}),
  );
}

function keyed<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  facts: (item: Item) => object,
): object {
  return Object.fromEntries(items.map(item => [keyOf(item), facts(item)]));
}

/** A line for each value that holds no others. Names of fields are kept even where they are words. */
function leaves(value: unknown, path: string): string[] {
  if (!isObject(value)) {
    return value === undefined ? [] : [`${path}: ${shown(value)}`];
  }
  const isNames = / properties$/.test(path);
  const inner = members(value)
    .filter(([name]) => isNames || !(words.has(name) || name.startsWith('x-')))
    .flatMap(([name, member]) => leaves(member, `${path} ${name}`.trim()));
  return inner.length === 0 ? [`${path}: {}`] : inner;
}

/** Lists whose order says nothing are sorted. */
function shown(value: unknown): string {
  const isSet = Array.isArray(value) && value.every(item => typeof item === 'string');
  return isSet
    ? value.toSorted().join(', ')
    : String(typeof value === 'object' ? JSON.stringify(value) : value);
}
